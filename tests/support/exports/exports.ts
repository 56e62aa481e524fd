import { toBase64, utf8, type Bytes } from '../../../utils/core/bytes'
import { decodeBase32 } from '../../../utils/core/otp/base32'
import * as plain from './plain'
import {
  ALL_SAMPLES,
  COUNTER_SAMPLE,
  LONG_SAMPLE,
  PASSWORD,
  STEAM_SAMPLE,
  TIMED,
  USUAL_SAMPLE,
  type Sample,
} from './samples'
import * as sealed from './sealed'
import { writeEnte } from './writeEnte'
import { writeKdbx } from './writeKdbx'
import { writeMigration } from './writeMigration'
import { writeMicrosoft, writeSqlite, writeStratumDatabase } from './writeSqlite'

interface ExportCase {
  readonly name: string
  readonly format: string
  readonly write: () => Bytes | Promise<Bytes>
  readonly expected: readonly Partial<
    Sample & { tags: readonly string[]; note: string; pinned: boolean; sites: readonly string[] }
  >[]
  readonly password?: string
}

const ORDINARY = [USUAL_SAMPLE, { ...USUAL_SAMPLE, issuer: 'Second', account: 'b' }]
const RICH = { note: 'line one\nline two', pinned: true, tags: ['Work'] }
const [first = USUAL_SAMPLE, ...rest] = ALL_SAMPLES
const COUNTABLE = [...TIMED, COUNTER_SAMPLE]

/** The key of RFC 6030's examples: `12345678901234567890`. */
const RFC_SAMPLE: Sample = {
  ...{ ...COUNTER_SAMPLE, algorithm: 'SHA1', issuer: 'Issuer', account: '987654321' },
  ...{ secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', digits: 8, counter: 0 },
}

/** One case for each format and each of its forms, all written here and with made-up secrets. */
export const EXPORTS: readonly ExportCase[] = [
  {
    name: 'links',
    format: 'otpauth',
    write: () => plain.writeLinks(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
  {
    name: 'a page of links',
    format: 'otpauth',
    write: () => plain.writeHtml(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
  {
    name: 'Google Authenticator',
    format: 'otpauth',
    write: () => {
      const entries = ORDINARY.map((it) => ({
        secret: decodeBase32(it.secret) ?? new Uint8Array(),
        name: it.account,
        issuer: it.issuer,
        type: 2,
        algorithm: 1,
        digits: 1,
      }))
      const data = encodeURIComponent(toBase64(writeMigration({ entries })))
      return utf8(`otpauth-migration://offline?data=${data}`)
    },
    expected: ORDINARY,
  },
  {
    name: 'Aegis',
    format: 'aegis',
    write: () => plain.writeAegis(ALL_SAMPLES),
    expected: [{ ...first, ...RICH }, ...rest],
  },
  {
    name: 'Aegis, encrypted',
    format: 'aegis',
    write: () => sealed.writeSealedAegis(ALL_SAMPLES),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: '2FAS',
    format: 'twofas',
    write: () => plain.writeTwofas(ALL_SAMPLES),
    expected: [{ ...first, tags: ['Work'] }, ...rest],
  },
  {
    name: '2FAS, encrypted',
    format: 'twofas',
    write: () => sealed.writeSealedTwofas(ALL_SAMPLES),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'Bitwarden',
    format: 'bitwarden',
    write: () => plain.writeBitwarden(ALL_SAMPLES),
    expected: [{ ...first, ...RICH, sites: ['https://mail.lantern.example'] }, ...rest],
  },
  {
    name: 'Bitwarden CSV',
    format: 'bitwarden',
    write: () => plain.writeBitwardenCsv(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
  {
    name: 'Bitwarden zip',
    format: 'bitwarden',
    write: () => sealed.writeZip({ 'data.json': JSON.stringify(plain.bitwardenVault(TIMED)) }),
    expected: TIMED,
  },
  {
    name: 'Bitwarden, PBKDF2',
    format: 'bitwarden',
    write: () => sealed.writeSealedBitwarden(ALL_SAMPLES, 'pbkdf2'),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'Bitwarden, Argon2id',
    format: 'bitwarden',
    write: () => sealed.writeSealedBitwarden(ALL_SAMPLES, 'argon2'),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'Proton Authenticator',
    format: 'proton-authenticator',
    write: () => plain.writeProton(TIMED),
    expected: TIMED,
  },
  {
    name: 'Proton Authenticator, encrypted',
    format: 'proton-authenticator',
    write: () => sealed.writeSealedProton(TIMED),
    expected: TIMED,
    password: PASSWORD,
  },
  {
    name: 'Proton Pass',
    format: 'proton-pass',
    write: () =>
      sealed.writeZip({ 'Proton Pass/data.json': JSON.stringify(plain.protonPassData(TIMED)) }),
    expected: TIMED,
  },
  {
    name: 'Ente, encrypted',
    format: 'ente',
    write: () => writeEnte(plain.writeLinks(ALL_SAMPLES)),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'Stratum',
    format: 'stratum',
    write: () => plain.writeStratum(ALL_SAMPLES),
    expected: [{ ...first, tags: ['Work'] }, ...rest],
  },
  {
    name: 'Stratum, encrypted',
    format: 'stratum',
    write: () => sealed.writeSealedStratum(ALL_SAMPLES, 'strong'),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'Stratum, old encryption',
    format: 'stratum',
    write: () => sealed.writeSealedStratum(ALL_SAMPLES, 'legacy'),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'LastPass Authenticator',
    format: 'lastpass',
    write: () => plain.writeLastpass(TIMED),
    expected: [{ ...USUAL_SAMPLE, pinned: true, tags: ['Work'] }, LONG_SAMPLE],
  },
  {
    name: 'LastPass CSV',
    format: 'lastpass',
    write: () => plain.writeLastpassCsv(TIMED),
    expected: [
      {
        ...USUAL_SAMPLE,
        pinned: true,
        tags: ['Work'],
        sites: ['https://mail.lantern.example'],
      },
      LONG_SAMPLE,
    ],
  },
  {
    name: 'Proton Pass CSV',
    format: 'proton-pass',
    write: () => plain.writeProtonPassCsv(TIMED),
    expected: TIMED.map((it) => ({ ...it, tags: ['Personal'] })),
  },
  {
    name: 'FreeOTP',
    format: 'freeotp',
    write: () => plain.writeFreeotpXml(COUNTABLE),
    expected: COUNTABLE,
  },
  {
    name: 'FreeOTP+',
    format: 'freeotp',
    write: () => plain.writeFreeotpPlus(COUNTABLE),
    expected: COUNTABLE,
  },
  {
    name: 'FreeOTP 2',
    format: 'freeotp2',
    write: () => sealed.writeFreeotp2(COUNTABLE),
    expected: COUNTABLE,
    password: PASSWORD,
  },
  {
    name: '2FAuth',
    format: '2fauth',
    write: () => plain.writeTwofauth(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
  {
    name: 'a maFile',
    format: 'steam',
    write: () => plain.writeMaFile(STEAM_SAMPLE),
    expected: [STEAM_SAMPLE],
  },
  {
    name: 'Authenticator Extension',
    format: 'authenticator-extension',
    write: () => plain.writeAuthenticatorExtension(ALL_SAMPLES),
    expected: [{ ...first, pinned: true, sites: ['https://mail.lantern.example'] }, ...rest],
  },
  ...([1, 2, 3] as const).map((version) => ({
    name: `Authenticator Extension, encrypted, version ${String(version)}`,
    format: 'authenticator-extension',
    write: () => sealed.writeSealedAuthenticatorExtension(ALL_SAMPLES, version),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  })),
  { name: 'Raivo', format: 'raivo', write: () => plain.writeRaivo(COUNTABLE), expected: COUNTABLE },
  {
    name: 'Raivo, AES zip',
    format: 'raivo',
    write: () =>
      sealed.writeZip(
        {
          'raivo-otp-export.json': JSON.stringify(
            JSON.parse(new TextDecoder().decode(plain.writeRaivo(COUNTABLE))),
          ),
        },
        { password: PASSWORD },
      ),
    expected: COUNTABLE,
    password: PASSWORD,
  },
  {
    name: 'Duo',
    format: 'duo',
    write: () => plain.writeDuo([USUAL_SAMPLE]),
    expected: [{ ...USUAL_SAMPLE, issuer: '' }],
  },
  {
    name: 'andOTP',
    format: 'andotp',
    write: () => plain.writeAndotp(ALL_SAMPLES),
    expected: [{ ...first, tags: ['Work'] }, ...rest],
  },
  {
    name: 'andOTP, encrypted',
    format: 'andotp',
    write: () => sealed.writeSealedAndotp(ALL_SAMPLES, 'new'),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'andOTP, old encryption',
    format: 'andotp',
    write: () => sealed.writeSealedAndotp(ALL_SAMPLES, 'old'),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: 'KeePassXC CSV',
    format: 'keepass',
    write: () => plain.writeKeepassCsv(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
  {
    name: 'KeePass XML',
    format: 'keepass',
    write: () => plain.writeKeepassXml(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
  {
    name: 'KDBX',
    format: 'keepass',
    write: () => writeKdbx(ALL_SAMPLES),
    expected: ALL_SAMPLES,
    password: PASSWORD,
  },
  {
    name: '1Password CSV',
    format: '1password',
    write: () => plain.writeOnePasswordCsv(TIMED),
    expected: TIMED,
  },
  {
    name: '1PUX',
    format: '1password',
    write: () =>
      sealed.writeZip({
        'export.attributes': '{}',
        'export.data': JSON.stringify(plain.onePasswordData(TIMED)),
      }),
    expected: TIMED,
  },
  {
    name: 'Dashlane',
    format: 'dashlane',
    write: () => plain.writeDashlane(TIMED),
    expected: TIMED,
  },
  {
    name: 'Authy',
    format: 'authy',
    write: () => plain.writeAuthy([USUAL_SAMPLE]),
    expected: [USUAL_SAMPLE],
  },
  {
    name: 'Authy, encrypted',
    format: 'authy',
    write: () => sealed.writeSealedAuthy([USUAL_SAMPLE]),
    expected: [USUAL_SAMPLE],
    password: PASSWORD,
  },
  {
    name: 'Battle.net',
    format: 'battlenet',
    write: () => plain.writeBattlenet({ ...USUAL_SAMPLE, account: 'EU-1' }),
    expected: [{ ...USUAL_SAMPLE, issuer: 'Battle.net', account: 'EU-1', digits: 8 }],
  },
  {
    name: 'a database of Google Authenticator',
    format: 'phone-database',
    write: () => writeSqlite(ORDINARY),
    expected: ORDINARY,
  },
  {
    name: 'a database of Microsoft Authenticator',
    format: 'phone-database',
    write: () => writeMicrosoft([USUAL_SAMPLE, { ...USUAL_SAMPLE, issuer: 'Own', digits: 8 }]),
    expected: [USUAL_SAMPLE, { ...USUAL_SAMPLE, issuer: 'Own', digits: 8 }],
  },
  {
    name: 'a database of Stratum',
    format: 'phone-database',
    write: () => writeStratumDatabase(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
  {
    name: 'PSKC, under a key that was agreed on',
    format: 'pskc',
    write: () => plain.writeSealedPskc('agreed'),
    expected: [RFC_SAMPLE],
    password: '12345678901234567890123456789012',
  },
  {
    name: 'PSKC, under a password',
    format: 'pskc',
    write: () => plain.writeSealedPskc('derived'),
    expected: [RFC_SAMPLE],
    password: 'qwerty',
  },
  { name: 'PSKC', format: 'pskc', write: () => plain.writePskc(COUNTABLE), expected: COUNTABLE },
  {
    name: 'WinAuth, ZipCrypto',
    format: 'winauth',
    write: () =>
      sealed.writeZip(
        { 'export.txt': new TextDecoder().decode(plain.writeLinks(TIMED)) },
        { password: PASSWORD, zipCrypto: true },
      ),
    expected: TIMED,
    password: PASSWORD,
  },
  {
    name: 'Authenticator Plus',
    format: 'winauth',
    write: () =>
      sealed.writeZip(
        {
          'Accounts.txt': `Authenticator Plus\n3 accounts\n\n${new TextDecoder().decode(plain.writeLinks(COUNTABLE))}`,
        },
        { password: PASSWORD },
      ),
    expected: COUNTABLE,
    password: PASSWORD,
  },
  {
    name: 'TOTP Authenticator',
    format: 'totp-authenticator',
    write: () => sealed.writeTotpAuthenticator([USUAL_SAMPLE], PASSWORD),
    expected: [USUAL_SAMPLE],
    password: PASSWORD,
  },
  {
    name: 'TOTP Authenticator, without a password',
    format: 'totp-authenticator',
    write: () => sealed.writeTotpAuthenticator([USUAL_SAMPLE], 'TotpAuthenticator'),
    expected: [USUAL_SAMPLE],
  },
  {
    name: 'a table',
    format: 'table',
    write: () => plain.writeGenericCsv(ALL_SAMPLES),
    expected: ALL_SAMPLES,
  },
]
