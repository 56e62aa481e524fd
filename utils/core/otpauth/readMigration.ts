import { PbfReader } from 'pbf'
import type { Algorithm, AccountDraft } from '../account'
import { fromBase64, type Bytes } from '../bytes'
import { encodeBase32 } from '../otp/base32'
import { checkParameters, type ParameterCode } from '../otp/checkParameters'
import { failure, success, type Failure, type Result } from '../result'
import { cleanName, cleanText } from './cleanText'

/** One QR code of a Google Authenticator export: the accounts in it, and which part of the export it is. */
export interface Migration {
  readonly entries: readonly MigrationEntry[]
  readonly part: MigrationPart
}

export interface MigrationPart {
  /** Two exports have different ids, but newer versions of the app write 0 for all of them. */
  readonly batchId: number
  readonly size: number
  readonly index: number
}

/** An account, or the names of one that cannot be represented and the reason. */
export type MigrationEntry =
  | { readonly ok: true; readonly value: AccountDraft }
  | (Failure<ParameterCode> & Pick<AccountDraft, 'issuer' | 'account'>)

export type MigrationCode = 'not-migration' | 'migration-damaged'

const MAX_CHARACTERS = 32 * 1024
const PREFIX = /^otpauth-migration:\/\/offline\/?\?(?:[^#]*&)?data=([^&#]*)/iu

export function isMigration(text: string): boolean {
  return /^\s*otpauth-migration:/iu.test(text)
}

/** Reads an `otpauth-migration://offline?data=` text, which holds a protobuf message in base64. */
export function readMigration(text: string): Result<Migration, MigrationCode> {
  if (text.length > MAX_CHARACTERS) return failure('migration-damaged')
  const data = PREFIX.exec(text.trim())?.[1]
  if (data === undefined) return failure('not-migration')
  const bytes = fromBase64(decodeData(data))
  if (!bytes || bytes.length === 0) return failure('migration-damaged')
  try {
    return success(readPayload(bytes))
  } catch {
    return failure('migration-damaged') // not protobuf, or cut off
  }
}

/** Some apps leave '+' unescaped, which others then turn into a space. */
function decodeData(data: string): string {
  let text = data
  try {
    text = decodeURIComponent(data)
  } catch {
    // URIError: taken as it stands
  }
  return text.replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/')
}

function readPayload(bytes: Bytes): Migration {
  const entries: MigrationEntry[] = []
  const part = { batchId: 0, size: 1, index: 0 }
  eachField(new PbfReader(bytes), bytes.length, (tag, reader) => {
    if (tag === 1 && reader.type === LENGTH) entries.push(readEntry(reader))
    else if (tag === 3 && reader.type === VARINT) part.size = reader.readVarint()
    else if (tag === 4 && reader.type === VARINT) part.index = reader.readVarint()
    else if (tag === 5 && reader.type === VARINT) part.batchId = reader.readVarint(true)
  })
  if (part.size < 1 || part.index < 0 || part.index >= part.size) {
    throw new Error('part of an export that cannot be')
  }
  return { entries, part }
}

/** Every field up to `end`. The library reads over the end of what was cut off, so that is looked at. */
function eachField(
  reader: PbfReader,
  end: number,
  read: (tag: number, reader: PbfReader) => void,
): void {
  for (let tag = reader.nextField(end); tag !== 0; tag = reader.nextField(end)) {
    read(tag, reader)
    if (!(reader.pos <= end)) throw new Error('cut off')
  }
  if (reader.pos > end) throw new Error('cut off')
}

// Wire types; what comes as another one is an unknown field, which the reader skips.
const VARINT = 0
const LENGTH = 2

const TYPES = new Map([
  [0, 'totp'], // unspecified: the app itself takes it for time-based
  [1, 'hotp'],
  [2, 'totp'],
])
const ALGORITHMS = new Map<number, Algorithm>([
  [0, 'SHA1'],
  [1, 'SHA1'],
  [2, 'SHA256'],
  [3, 'SHA512'],
])
const DIGITS = new Map([
  [0, 6],
  [1, 6],
  [2, 8],
])

function readEntry(reader: PbfReader): MigrationEntry {
  const raw = { name: '', issuer: '', algorithm: 0, digits: 0, type: 0, counter: 0 }
  let secret: Bytes = new Uint8Array()
  const end = reader.readVarint() + reader.pos
  if (end > reader.length) throw new Error('cut off')
  eachField(reader, end, (tag) => {
    if (reader.type === LENGTH) {
      if (tag === 1) secret = new Uint8Array(reader.readBytes())
      else if (tag === 2) raw.name = reader.readString()
      else if (tag === 3) raw.issuer = reader.readString()
    } else if (reader.type === VARINT) {
      if (tag === 4) raw.algorithm = reader.readVarint()
      else if (tag === 5) raw.digits = reader.readVarint()
      else if (tag === 6) raw.type = reader.readVarint()
      else if (tag === 7) raw.counter = reader.readVarint(true)
    }
  })
  const names = readNames(raw.issuer, raw.name)
  const parameters = checkParameters({
    type: TYPES.get(raw.type) ?? 'unknown',
    secret: encodeBase32(secret),
    algorithm: ALGORITHMS.get(raw.algorithm) ?? 'unknown',
    digits: String(DIGITS.get(raw.digits) ?? raw.digits),
    counter: String(raw.counter),
  })
  return parameters.ok ? success({ ...parameters.value, ...names }) : { ...parameters, ...names }
}

/** The name is often `issuer:account`; without an issuer of its own it says both. */
function readNames(issuerText: string, nameText: string): Pick<AccountDraft, 'issuer' | 'account'> {
  const issuer = cleanName(issuerText)
  const name = cleanText(nameText)
  const prefix = `${issuer}:`
  if (issuer !== '' && name.toLowerCase().startsWith(prefix.toLowerCase())) {
    return { issuer, account: cleanName(name.slice(prefix.length)) }
  }
  return { issuer, account: cleanName(name) }
}
