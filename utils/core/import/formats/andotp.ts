import * as v from 'valibot'
import { utf8, type Bytes } from '../../bytes'
import { openAesGcm, readDecryptedText } from '../../crypto/foreignCiphers'
import { derivePbkdf2, sha256 } from '../../crypto/foreignKdf'
import { failure, type Result, success } from '../../result'
import { readJson } from '../doors/readJson'
import type { FileCode, FileResult, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { items, label, matches, printed } from '../schemas'

// andOTP: plain, sealed with its iterations in front, and the old sealed form without a salt.

const SALT_BYTES = 12
const IV_BYTES = 12
const MIN_BYTES = 44
const MIN_ITERATIONS = 1000

const markSchema = v.pipe(
  v.array(v.looseObject({ secret: v.string(), label: v.string(), type: v.string() })),
  v.minLength(1),
)
const entrySchema = v.object({
  type: v.string(),
  secret: v.string(),
  issuer: v.nullish(v.string()),
  label: label,
  digits: printed,
  algorithm: printed,
  period: printed,
  counter: printed,
  tags: items,
})

export const andotp: Importer = {
  id: 'andotp',
  app: 'andOTP',
  // The sealed forms have no mark; this importer stands last, for bytes that nobody else knows.
  recognizes: (content) =>
    content.kind === 'binary'
      ? content.bytes.length >= MIN_BYTES
      : content.kind === 'json' && matches(markSchema, content.value),
  async read(content, context) {
    if (content.kind === 'json') return readEntries(content.value)
    if (content.kind !== 'binary') return failure('file-unknown')
    const opened = await openSealed(content.bytes, context)
    return opened.ok ? readEntries(opened.value) : opened
  },
}

async function openSealed(
  bytes: Bytes,
  { password, limits }: ReadContext,
): Promise<Result<unknown, FileCode>> {
  if (password === undefined) return failure('password-needed')
  const iterations = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0)
  if (iterations >= MIN_ITERATIONS && iterations <= limits.pbkdf2Iterations) {
    const rest = bytes.slice(4)
    const salt = rest.slice(0, SALT_BYTES)
    const key = await derivePbkdf2(utf8(password), salt, 'SHA-1', iterations, limits)
    if (!key.ok) return key
    const opened = await openList(key.value, rest.slice(SALT_BYTES))
    if (opened) return success(opened)
  }
  const opened = await openList(await sha256(utf8(password)), bytes)
  return opened ? success(opened) : failure('wrong-password')
}

async function openList(key: Bytes, sealed: Bytes): Promise<unknown> {
  const iv = sealed.slice(0, IV_BYTES)
  const text = readDecryptedText(await openAesGcm(key, iv, sealed.slice(IV_BYTES)))
  const json = text === undefined ? undefined : readJson(text)
  return json?.ok ? json.value : undefined
}

function readEntries(value: unknown): FileResult {
  if (!Array.isArray(value)) return failure('file-damaged')
  return readEach(value, entrySchema, (entry) => ({
    ...entry,
    ...readNames(entry.issuer ?? undefined, entry.label),
    tags: entry.tags.filter((tag) => typeof tag === 'string'),
  }))
}

/** Old files have no issuer of their own: their label is "Issuer - account" or "Issuer:account". */
function readNames(issuer: string | undefined, text: string): { issuer: string; account: string } {
  if (issuer !== undefined) return { issuer, account: text }
  const dash = text.indexOf(' - ')
  const colon = text.indexOf(':')
  if (dash >= 0) return { issuer: text.slice(0, dash), account: text.slice(dash + 3) }
  return { issuer: text.slice(0, Math.max(colon, 0)), account: text.slice(colon + 1) }
}
