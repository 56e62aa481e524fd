import * as v from 'valibot'
import { fromBase64, joinBytes, utf8, type Bytes } from '../../bytes'
import { isHmac, openAesCbc, readDecryptedText, signHmac } from '../../crypto/foreignCiphers'
import { deriveArgon2, derivePbkdf2, sha256 } from '../../crypto/foreignKdf'
import { failure, success, type Result } from '../../result'
import { openText, type Content } from '../content'
import { cellOf, type CsvTable } from '../doors/readCsv'
import { readJson } from '../doors/readJson'
import type { FileCode, FileResult, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { readSecretOrLink } from '../readUriLine'
import { flag, items, label, matches } from '../schemas'

// Bitwarden and Bitwarden Authenticator: JSON, CSV, protected by a password, and a zip with attachments.

const plainSchema = v.object({
  encrypted: v.literal(false),
  items: v.array(v.unknown()),
  folders: items,
  collections: items,
})
const plainMark = v.object({ encrypted: v.literal(false), items: v.array(v.unknown()) })
const sealedMark = v.object({ encrypted: v.literal(true) })
const sealedSchema = v.object({
  passwordProtected: v.literal(true),
  salt: v.string(),
  kdfType: v.number(),
  kdfIterations: v.number(),
  kdfMemory: v.nullish(v.number()),
  kdfParallelism: v.nullish(v.number()),
  encKeyValidation_DO_NOT_EDIT: v.string(),
  data: v.string(),
})
const namedSchema = v.object({ id: v.string(), name: v.string() })
const itemSchema = v.object({
  name: label,
  notes: label,
  favorite: flag,
  folderId: v.nullish(v.string()),
  collectionIds: items,
  deletedDate: v.nullish(v.string()),
  login: v.nullish(
    v.object({
      username: label,
      totp: v.nullish(v.string()),
      uris: items,
    }),
  ),
})
const uriSchema = v.object({ uri: v.string() })

export const bitwarden: Importer = {
  id: 'bitwarden',
  app: 'Bitwarden',
  recognizes,
  async read(content, context) {
    if (content.kind === 'zip') return readArchive(content, context)
    if (content.kind === 'text' && content.table) return readTable(content.table)
    if (content.kind !== 'json') return failure('file-unknown')
    if (matches(plainMark, content.value)) return readItems(content.value)
    const opened = await openExport(content.value, context)
    return opened.ok ? readItems(opened.value) : opened
  },
}

function recognizes(content: Content): boolean {
  if (content.kind === 'zip') {
    return content.zip.names.includes('data.json') && !content.zip.isEncrypted
  }
  if (content.kind === 'text') return content.table?.columns.includes('login_totp') ?? false
  return (
    content.kind === 'json' &&
    (matches(plainMark, content.value) ||
      (matches(sealedMark, content.value) &&
        JSON.stringify(content.value).includes('encKeyValidation')))
  )
}

async function readArchive(
  content: Extract<Content, { kind: 'zip' }>,
  context: ReadContext,
): Promise<FileResult> {
  const bytes = await content.zip.read(/^data\.json$/u, context.password)
  if (!bytes.ok) return bytes
  const text = readDecryptedText(bytes.value)
  const inner = text === undefined ? undefined : openText(text)
  if (!inner?.ok || !recognizes(inner.value)) return failure('file-unknown')
  return bitwarden.read(inner.value, context)
}

async function openExport(
  value: unknown,
  { password, limits }: ReadContext,
): Promise<Result<unknown, FileCode>> {
  const sealed = v.safeParse(sealedSchema, value)
  // Without a password of its own the export opens in nobody's hands but the account's.
  if (!sealed.success) return failure('account-restricted')
  if (password === undefined) return failure('password-needed')
  if (password === '') return failure('wrong-password')
  const { kdfType, kdfIterations: iterations, kdfMemory, kdfParallelism, data } = sealed.output
  const salt = utf8(sealed.output.salt)
  const argon2 = {
    kind: 'argon2id',
    memoryKib: (kdfMemory ?? 0) * 1024,
    iterations,
    parallelism: kdfParallelism ?? 0,
  } as const
  if (kdfType !== 0 && kdfType !== 1) return failure('kdf-unknown')
  const key =
    kdfType === 0
      ? await derivePbkdf2(utf8(password), salt, 'SHA-256', iterations, limits)
      : await deriveArgon2(utf8(password), await sha256(salt), argon2, limits)
  if (!key.ok) return key
  const check = await openEncString(sealed.output.encKeyValidation_DO_NOT_EDIT, key.value)
  if (check === undefined) return failure('wrong-password')
  const text = readDecryptedText(await openEncString(data, key.value))
  const json = text === undefined ? undefined : readJson(text)
  return json?.ok ? success(json.value) : failure('file-damaged')
}

/** `2.iv|ciphertext|mac`: AES-256-CBC behind an HMAC, keys by HKDF-Expand (RFC 5869) of one block. */
async function openEncString(text: string, key: Bytes): Promise<Bytes | undefined> {
  const [iv, ciphertext, mac] = text.replace(/^2\./u, '').split('|').map(fromBase64)
  if (!text.startsWith('2.') || !iv || !ciphertext || !mac) return undefined
  const encryptionKey = await signHmac('SHA-256', key, joinBytes(utf8('enc'), Uint8Array.of(1)))
  const macKey = await signHmac('SHA-256', key, joinBytes(utf8('mac'), Uint8Array.of(1)))
  if (!(await isHmac('SHA-256', macKey, joinBytes(iv, ciphertext), mac))) return undefined
  return openAesCbc(encryptionKey, iv, ciphertext)
}

function readItems(value: unknown): FileResult {
  const vault = v.safeParse(plainSchema, value)
  if (!vault.success) return failure('file-damaged')
  const groups = new Map(
    [...vault.output.folders, ...vault.output.collections]
      .filter((group) => v.is(namedSchema, group))
      .map(({ id, name }) => [id, name]),
  )
  return readEach(vault.output.items, itemSchema, (item) => {
    if (!item.login?.totp) return undefined
    const ids = [item.folderId, ...item.collectionIds].map(String)
    return readSecretOrLink(item.login.totp, {
      issuer: item.name,
      account: item.login.username,
      note: item.notes,
      pinned: item.favorite,
      tags: ids.map((id) => groups.get(id) ?? ''),
      urls: item.login.uris.filter((uri) => v.is(uriSchema, uri)).map(({ uri }) => uri),
      isTrashed: typeof item.deletedDate === 'string',
    })
  })
}

function readTable(table: CsvTable): FileResult {
  return success({
    entries: table.rows.flatMap((row) => {
      const totp = cellOf(table, row, 'login_totp')
      if (totp.trim() === '') return []
      return readSecretOrLink(totp, {
        issuer: cellOf(table, row, 'name'),
        account: cellOf(table, row, 'login_username'),
        note: cellOf(table, row, 'notes'),
        pinned: cellOf(table, row, 'favorite') === '1',
        tags: [cellOf(table, row, 'folder', 'collections')],
        urls: cellOf(table, row, 'login_uri').split(','),
      })
    }),
  })
}
