import { aegis } from './formats/aegis'
import { andotp } from './formats/andotp'
import { authenticatorExtension } from './formats/authenticatorExtension'
import { authy } from './formats/authy'
import { battlenet } from './formats/battlenet'
import { bitwarden } from './formats/bitwarden'
import { dashlane } from './formats/dashlane'
import { duo } from './formats/duo'
import { ente } from './formats/ente'
import { freeotp } from './formats/freeotp'
import { freeotp2 } from './formats/freeotp2'
import { genericTable } from './formats/genericTable'
import { keepass } from './formats/keepass'
import { lastpass } from './formats/lastpass'
import { onePassword } from './formats/onePassword'
import { otpauthList } from './formats/otpauthList'
import { phoneDatabase } from './formats/phoneDatabase'
import { protonAuthenticator } from './formats/protonAuthenticator'
import { protonPass } from './formats/protonPass'
import { pskc } from './formats/pskc'
import { raivo } from './formats/raivo'
import { steam } from './formats/steam'
import { stratum } from './formats/stratum'
import { totpAuthenticator } from './formats/totpAuthenticator'
import { twofas } from './formats/twofas'
import { twofauth } from './formats/twofauth'
import { winauth } from './formats/winauth'
import type { Importer } from './importer'

/** Every format, asked in this order: the ones with a clear mark first, the ones that guess last. */
export const IMPORTERS: readonly Importer[] = [
  aegis,
  twofas,
  bitwarden,
  protonAuthenticator,
  protonPass,
  ente,
  stratum,
  lastpass,
  freeotp,
  freeotp2,
  twofauth,
  steam,
  authenticatorExtension,
  raivo,
  duo,
  keepass,
  onePassword,
  dashlane,
  authy,
  battlenet,
  phoneDatabase,
  pskc,
  winauth,
  totpAuthenticator,
  otpauthList,
  andotp,
  genericTable,
]
