import type { Exporter } from './exporter'
import type { ExportId } from './exportFormats'
import { aegis, sealedAegis } from './formats/aegis'
import { bitwarden } from './formats/bitwarden'
import { google } from './formats/google'
import { otpauthList } from './formats/otpauthList'
import { sheet } from './formats/sheet'
import { sealedTwofas, twofas } from './formats/twofas'

export const EXPORTERS: Readonly<Record<ExportId, Exporter>> = {
  'aegis-sealed': sealedAegis,
  'twofas-sealed': sealedTwofas,
  google,
  otpauth: otpauthList,
  aegis,
  twofas,
  bitwarden,
  sheet,
}
