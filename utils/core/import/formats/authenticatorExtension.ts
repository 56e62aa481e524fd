import * as v from 'valibot'
import { fromBase64, fromHex, toBase64, toHex, utf8, type Bytes } from '../../bytes'
import { openAesCbc, readDecryptedText } from '../../crypto/foreignCiphers'
import { deriveArgon2, deriveEvpMd5 } from '../../crypto/foreignKdf'
import { decodeBase32, encodeBase32 } from '../../otp/base32'
import { failure, success, type Result } from '../../result'
import { readJson } from '../doors/readJson'
import type { FileCode, FileResult, Importer, ReadContext } from '../importer'
import { readEach, type RawEntry } from '../readEntry'
import { flag, label, matches, printed } from '../schemas'

// Authenticator Extension (authenticator.cc). Plain; each secret under the password (version 1); each
// secret under a random key that the password opens (2); each entry under a key that Argon2id makes (3).

const ARGON2 = { kind: 'argon2id', memoryKib: 19_456, iterations: 2, parallelism: 1 } as const

const fileSchema = v.record(v.string(), v.unknown())
const plainEntry = v.object({
  type: v.nullish(v.union([v.string(), v.number()])),
  secret: v.string(),
  hash: v.optional(v.string()),
  index: v.optional(v.number()),
  encrypted: v.optional(v.boolean()),
})
const sealedEntry = v.object({
  dataType: v.literal('EncOTPStorage'),
  data: v.string(),
  keyId: v.optional(v.string()),
})
const keySchema = v.object({
  dataType: v.literal('Key'),
  id: v.optional(v.string()),
  salt: v.string(),
  hash: v.string(),
})
const oldKeySchema = v.object({ enc: v.string(), hash: v.optional(v.string()) })
const entrySchema = v.object({
  type: printed,
  secret: v.string(),
  issuer: label,
  account: label,
  counter: printed,
  period: printed,
  digits: printed,
  algorithm: printed,
  pinned: flag,
})

export const authenticatorExtension: Importer = {
  id: 'authenticator-extension',
  app: 'Authenticator Extension',
  recognizes: (content) => content.kind === 'json' && isBackup(content.value),
  async read(content, context) {
    if (content.kind !== 'json' || !v.is(fileSchema, content.value)) return failure('file-unknown')
    const members = Object.entries(content.value)
    const sealed = members.filter(([, value]) => v.is(sealedEntry, value))
    if (sealed.length > 0) return readVersion3(members, context)
    const entries = inOrder(members.filter(([, value]) => v.is(plainEntry, value)))
    const isEncrypted = entries.some((entry) => v.is(plainEntry, entry) && entry.encrypted)
    if (!isEncrypted) return readEntries(entries)
    return readOldVersions(content.value, entries, context)
  },
}

function isBackup(value: unknown): boolean {
  if (!v.is(fileSchema, value) || Array.isArray(value)) return false
  const members = Object.values(value)
  if (members.some((member) => matches(sealedEntry, member))) return true
  const entries = members.filter((member) => v.is(plainEntry, member))
  return entries.length > 0 && Object.entries(value).every(([key, member]) => isMember(key, member))
}

/** Everything in the file is an entry, a key, or a stray part of one. */
function isMember(name: string, value: unknown): boolean {
  return (
    ['key', 'enc', 'hash', 'UserSettings', 'LocalStorage'].includes(name) ||
    v.is(plainEntry, value) ||
    v.is(keySchema, value)
  )
}

function inOrder(members: readonly (readonly [string, unknown])[]): readonly unknown[] {
  const indexOf = (value: unknown) => (v.is(indexSchema, value) ? value.index : 0)
  return members.map(([, value]) => value).sort((a, b) => indexOf(a) - indexOf(b))
}

const indexSchema = v.object({ index: v.number() })

async function readVersion3(
  members: readonly (readonly [string, unknown])[],
  context: ReadContext,
): Promise<FileResult> {
  if (context.password === undefined) return failure('password-needed')
  const keys = new Map<string, string>()
  for (const [name, key] of members) {
    if (!v.is(keySchema, key)) continue
    const passphrase = await derivePassphrase(key.salt, context.password, context)
    if (!passphrase.ok) return passphrase
    keys.set(key.id ?? name, passphrase.value)
  }
  const sealed = inOrder(members.filter(([, value]) => v.is(sealedEntry, value)))
  const entries: unknown[] = []
  for (const entry of sealed) {
    if (!v.is(sealedEntry, entry)) continue
    const passphrase = keys.get(entry.keyId ?? '') ?? [...keys.values()][0]
    if (passphrase === undefined) return failure('file-damaged')
    const text = await openSalted(entry.data, passphrase)
    const json = text === undefined ? undefined : readJson(text)
    if (!json?.ok) return failure('wrong-password')
    entries.push(json.value)
  }
  const plain = members.filter(([, value]) => v.is(plainEntry, value)).map(([, value]) => value)
  return readEntries([...entries, ...plain])
}

/** What stands behind the last `$` of the encoded Argon2id hash is the passphrase of the entries. */
async function derivePassphrase(
  salt: string,
  password: string,
  { limits }: ReadContext,
): Promise<Result<string, FileCode>> {
  if (password === '') return failure('wrong-password')
  const hash = await deriveArgon2(utf8(password), utf8(salt), ARGON2, limits)
  return hash.ok ? success(toBase64(hash.value).replace(/=+$/u, '')) : hash
}

async function readOldVersions(
  file: Readonly<Record<string, unknown>>,
  entries: readonly unknown[],
  { password }: ReadContext,
): Promise<FileResult> {
  if (password === undefined) return failure('password-needed')
  // Version 2 keeps its key in `key`, or by an old mistake on the top level.
  const key = [file['key'], file].find((candidate) => v.is(oldKeySchema, candidate))
  const opened = v.is(oldKeySchema, key) ? await openSaltedBytes(key.enc, password) : undefined
  if (key && !opened) return failure('wrong-password')
  const passphrase = opened ? toHex(opened) : password
  const plain: unknown[] = []
  for (const entry of entries) {
    if (!v.is(plainEntry, entry) || !entry.encrypted) {
      plain.push(entry)
      continue
    }
    const secret = await openSalted(entry.secret, passphrase)
    // The cipher has no tag: what is no key text was opened with the wrong password.
    if (secret === undefined || !/^[\w\s=+/.-]{1,1024}$/u.test(secret))
      return failure('wrong-password')
    plain.push({ ...entry, secret })
  }
  return readEntries(plain)
}

async function openSalted(base64: string, passphrase: string): Promise<string | undefined> {
  return readDecryptedText(await openSaltedBytes(base64, passphrase))
}

/** OpenSSL's `Salted__` and eight bytes of salt, then AES-256-CBC. */
async function openSaltedBytes(base64: string, passphrase: string): Promise<Bytes | undefined> {
  const bytes = fromBase64(base64)
  if (!bytes || readDecryptedText(bytes.slice(0, 8)) !== 'Salted__') return undefined
  const { key, iv } = await deriveEvpMd5(utf8(passphrase), bytes.slice(8, 16))
  return openAesCbc(key, iv, bytes.slice(16))
}

function readEntries(entries: readonly unknown[]): FileResult {
  return readEach(entries, entrySchema, (entry) => {
    // "Name::host": the part behind is the site that the person bound it to.
    const [issuer = '', host = ''] = entry.issuer.split('::')
    return {
      ...readKind(entry.type ?? 'totp', entry.secret),
      issuer,
      account: entry.account,
      algorithm: ALGORITHMS.get(entry.algorithm ?? '1') ?? entry.algorithm,
      digits: readDigits(entry.type, entry.secret, entry.digits),
      period: entry.period,
      counter: entry.counter,
      pinned: entry.pinned,
      urls: host === '' ? [] : [`https://${host}`],
    }
  })
}

/** The enumerations of the app, which its older versions wrote as numbers. */
const TYPES = new Map([
  ['1', 'totp'],
  ['2', 'hotp'],
  ['3', 'battle'],
  ['4', 'steam'],
  ['5', 'hex'],
  ['6', 'hhex'],
])
const ALGORITHMS = new Map([
  ['1', 'SHA1'],
  ['2', 'SHA256'],
  ['3', 'SHA512'],
  ['4', 'GOST3411_2012_256'],
  ['5', 'GOST3411_2012_512'],
])

function readKind(type: string, text: string): Pick<RawEntry, 'type' | 'secret'> {
  const name = TYPES.get(type) ?? type.toLowerCase()
  if (name === 'hex' || name === 'hhex') {
    return { type: name === 'hex' ? 'totp' : 'hotp', secret: readHex(text) }
  }
  if (name === 'battle' || /^(?:blz|bliz)-/iu.test(text)) {
    return { type: 'totp', secret: readSeed(text.replace(/^(?:blz|bliz)-/iu, '')) }
  }
  if (name === 'steam' || /^stm-/iu.test(text)) {
    return { type: 'steam', secret: readSeed(text.replace(/^stm-/iu, '')) }
  }
  return { type: name, secret: readSeed(text) }
}

/** Battle.net's codes have eight digits; the file does not say so. */
function readDigits(type: string | undefined, secret: string, digits: string | undefined) {
  const isBattle = type === 'battle' || type === '3' || /^(?:blz|bliz)-/iu.test(secret)
  return isBattle ? '8' : digits
}

function readSeed(text: string): string {
  return decodeBase32(text) ? text : readHex(text)
}

function readHex(text: string): string {
  const bytes = fromHex(text.trim())
  return bytes ? encodeBase32(bytes) : text
}
