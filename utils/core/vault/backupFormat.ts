import * as v from 'valibot'
import { toBase64, utf8, type Bytes } from '../bytes'
import { KEY_BYTES, type RandomBytes } from '../crypto/aead'
import type { Argon2Cost } from '../crypto/argon2'
import { failure, success, type Result } from '../result'
import { MAX_BACKUP_CHARACTERS } from './backupLimits'
import { readBackupContent, type Backup, type BackupContent } from './backupContent'
import { openJson, parseJson, sealJson, type SealedJson } from './sealedJson'
import { createPassphraseSlot, passphraseSlot, unwrapByPassphrase } from './slots'

// docs/vault-format.md describes what this file writes; both change together.

const FORMAT = 'sandi-backup'
const VERSION = 1
const ID_BYTES = 16
const MAX_HEADER_CHARACTERS = 4096
// Format and version stand first, so that a file that was cut off, or whose later members are of another
// version, is still known for what it is.
const START = /^\s*\{\s*"format"\s*:\s*"sandi-backup"\s*,\s*"version"\s*:\s*(\d{1,9})/u
// A file is one flat object of texts; the header, a text too, has a few brackets of its own.
const BRACKETS = /[[{]/gu
const MAX_BRACKETS = 64

export type BackupCode =
  | 'backup-unknown'
  | 'backup-too-large'
  | 'backup-damaged'
  | 'backup-too-new'
  | 'wrong-backup-passphrase'

const fileSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  header: v.pipe(v.string(), v.maxLength(MAX_HEADER_CHARACTERS)),
  nonce: v.string(),
  ciphertext: v.string(),
  checksum: v.string(),
})
const headerSchema = v.strictObject({
  magic: v.literal(FORMAT),
  version: v.literal(VERSION),
  backupId: v.string(),
  // One: each slot of a hostile file would cost another derivation of a key.
  slots: v.strictTuple([passphraseSlot]),
})
const newerHeader = v.object({
  magic: v.literal(FORMAT),
  version: v.pipe(v.number(), v.gtValue(VERSION)),
})

type BackupHeader = v.InferOutput<typeof headerSchema>

/** Seals content under its own key and passphrase, as the text of a file. */
export async function sealBackup(
  content: BackupContent,
  passphrase: string,
  cost: Argon2Cost,
  randomBytes: RandomBytes,
): Promise<string> {
  const dataKey = randomBytes(KEY_BYTES)
  const backupId = toBase64(randomBytes(ID_BYTES))
  const slot = await createPassphraseSlot(backupId, dataKey, passphrase, cost, randomBytes)
  const header: BackupHeader = { magic: FORMAT, version: VERSION, backupId, slots: [slot] }
  const sealed = await sealJson(header, content, dataKey, randomBytes)
  const checksum = await checksumOf(sealed)
  const file = { format: FORMAT, version: VERSION, ...sealed, checksum }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Opens the text of a backup file. Nothing of a file that is not whole is ever returned. */
export async function openBackup(
  text: string,
  passphrase: string,
): Promise<Result<Backup, BackupCode>> {
  const file = await readBackupFile(text)
  if (!file.ok) return file
  const { sealed, header } = file.value
  const unwrapped = await unwrapByPassphrase(header.backupId, header.slots, passphrase)
  if (!unwrapped.ok) {
    const isWrong = unwrapped.code === 'wrong-passphrase'
    return failure(isWrong ? 'wrong-backup-passphrase' : 'backup-damaged')
  }
  return openBackupContent(sealed, unwrapped.value.dataKey)
}

/** What can be known of a file without its passphrase: whether it is a whole backup. */
export async function readBackupFile(
  text: string,
): Promise<Result<{ sealed: SealedJson; header: BackupHeader }, BackupCode>> {
  if (text.length > MAX_BACKUP_CHARACTERS) return failure('backup-too-large')
  const start = START.exec(text)
  if (Number(start?.[1]) > VERSION) return failure('backup-too-new')
  const file = v.safeParse(fileSchema, isNested(text) ? undefined : parseJson(text))
  if (!file.success) return failure(start ? 'backup-damaged' : 'backup-unknown')
  const { header: headerText, nonce, ciphertext, checksum } = file.output
  const sealed = { header: headerText, nonce, ciphertext }
  // A changed bit in a slot would look like a wrong passphrase, and have someone doubt the memory.
  if (checksum !== (await checksumOf(sealed))) return failure('backup-damaged')
  const headerJson = parseJson(headerText)
  const header = v.safeParse(headerSchema, headerJson)
  if (header.success) return success({ sealed, header: header.output })
  return failure(v.is(newerHeader, headerJson) ? 'backup-too-new' : 'backup-damaged')
}

export async function openBackupContent(
  sealed: SealedJson,
  dataKey: Bytes,
): Promise<Result<Backup, BackupCode>> {
  return readBackupContent(await openJson(sealed, dataKey))
}

/** Whether parsing could build more than a backup is made of; parsing a hostile file takes memory. */
function isNested(text: string): boolean {
  const brackets = text.matchAll(BRACKETS)
  for (let count = 0; count < MAX_BRACKETS; count++) if (brackets.next().done) return false
  return true
}

/** SHA-256 over the three sealed parts: tells accidental damage from a wrong passphrase, proves nothing. */
async function checksumOf({ header, nonce, ciphertext }: SealedJson): Promise<string> {
  const bytes = utf8([header, nonce, ciphertext].join('\n'))
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
