import { PbfWriter } from 'pbf'
import type { AccountDraft } from '../account'
import { toBase64 } from '../bytes'
import { decodeBase32 } from '../otp/base32'
import type { MigrationPart } from './readMigration'

const VERSION = 1
const ALGORITHMS = { SHA1: 1, SHA256: 2, SHA512: 3 }
const TYPES = { hotp: 1, totp: 2 }
/** The numbers of digits that the format has a value for. */
export const MIGRATION_DIGITS: ReadonlyMap<number, number> = new Map([
  [6, 1],
  [8, 2],
])

/**
 * The text of one QR code of a Google Authenticator export. The format knows hotp and totp, six or eight
 * digits, and thirty seconds: who asks for anything else gets an exception.
 */
export function writeMigration(accounts: readonly AccountDraft[], part: MigrationPart): string {
  const writer = new PbfWriter()
  for (const account of accounts) writer.writeMessage(1, writeEntry, account)
  writer.writeVarintField(2, VERSION)
  writer.writeVarintField(3, part.size)
  writer.writeVarintField(4, part.index)
  writer.writeVarintField(5, part.batchId)
  const data = toBase64(new Uint8Array(writer.finish()))
  return `otpauth-migration://offline?data=${encodeURIComponent(data)}`
}

function writeEntry(entry: AccountDraft, writer: PbfWriter | undefined): void {
  const { type, secret, issuer, account, algorithm, counter } = entry
  const bytes = decodeBase32(secret)
  const digits = MIGRATION_DIGITS.get(entry.digits)
  if (!writer || !bytes || digits === undefined || type === 'steam') {
    throw new TypeError('the format has no word for this account')
  }
  writer.writeBytesField(1, bytes)
  // Readers drop the issuer from the start of a name; where a name begins like that, it stands there twice.
  const isPrefixed = issuer !== '' && account.toLowerCase().startsWith(`${issuer.toLowerCase()}:`)
  writer.writeStringField(2, isPrefixed ? `${issuer}:${account}` : account)
  writer.writeStringField(3, issuer)
  writer.writeVarintField(4, ALGORITHMS[algorithm])
  writer.writeVarintField(5, digits)
  writer.writeVarintField(6, TYPES[type])
  if (type === 'hotp') writer.writeVarintField(7, counter)
}
