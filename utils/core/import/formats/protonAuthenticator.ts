import * as v from 'valibot'
import { fromBase64, utf8 } from '../../bytes'
import { openAesGcm, readDecryptedText } from '../../crypto/foreignCiphers'
import { deriveArgon2 } from '../../crypto/foreignKdf'
import { failure, success, type Result } from '../../result'
import { readJson } from '../doors/readJson'
import { cleanName } from '../../otpauth/cleanText'
import type { FileCode, FileResult, Importer, ReadContext } from '../importer'
import { readEach, refuse } from '../readEntry'
import { readOtpLink } from '../readUriLine'
import { items, label, matches } from '../schemas'

// Proton Authenticator, plain and encrypted.

const ARGON2 = { kind: 'argon2id', memoryKib: 19_456, iterations: 2, parallelism: 1 } as const
const CONTEXT = utf8('proton.authenticator.export.v1')
const IV_BYTES = 12

const contentSchema = v.object({ uri: v.string(), entry_type: v.string(), name: label })
const entrySchema = v.object({ content: contentSchema, note: label })
const markSchema = v.object({
  version: v.number(),
  entries: v.array(v.object({ content: v.object({ entry_type: v.string() }) })),
})
const plainSchema = v.object({ version: v.literal(1), entries: items })
const sealedSchema = v.object({ version: v.literal(1), salt: v.string(), content: v.string() })

export const protonAuthenticator: Importer = {
  id: 'proton-authenticator',
  app: 'Proton Authenticator',
  recognizes: (content) =>
    content.kind === 'json' &&
    (matches(markSchema, content.value) || matches(sealedSchema, content.value)),
  async read(content, context) {
    if (content.kind !== 'json') return failure('file-unknown')
    if (!v.is(sealedSchema, content.value)) return readEntries(content.value)
    const opened = await openExport(content.value, context)
    return opened.ok ? readEntries(opened.value) : opened
  },
}

async function openExport(
  sealed: v.InferOutput<typeof sealedSchema>,
  { password, limits }: ReadContext,
): Promise<Result<unknown, FileCode>> {
  const [salt, content] = [fromBase64(sealed.salt), fromBase64(sealed.content)]
  if (!salt || !content || content.length <= IV_BYTES) return failure('file-damaged')
  if (password === undefined) return failure('password-needed')
  if (password === '') return failure('wrong-password')
  const key = await deriveArgon2(utf8(password), salt, ARGON2, limits)
  if (!key.ok) return key
  const [iv, ciphertext] = [content.slice(0, IV_BYTES), content.slice(IV_BYTES)]
  const text = readDecryptedText(await openAesGcm(key.value, iv, ciphertext, CONTEXT))
  if (text === undefined) return failure('wrong-password')
  const json = readJson(text)
  return json.ok ? success(json.value) : failure('file-damaged')
}

function readEntries(value: unknown): FileResult {
  const file = v.safeParse(plainSchema, value)
  if (!file.success) return failure('file-damaged')
  return readEach(file.output.entries, entrySchema, ({ content, note }) => {
    // The name is what the person calls it now; the link still has the first one.
    const entry = readOtpLink(content.uri, { account: content.name, note })
    if (!['totp', 'steam'].includes(content.entry_type.toLowerCase())) {
      return refuse({ issuer: '', account: content.name }, 'type-unknown')
    }
    if (!entry.ok || content.name === '') return entry
    return { ...entry, value: { ...entry.value, account: renamed(entry.value, content.name) } }
  })
}

function renamed({ issuer, account }: { issuer: string; account: string }, name: string): string {
  const clean = cleanName(name.startsWith(`${issuer}:`) ? name.slice(issuer.length + 1) : name)
  return clean.replace(/^:\s*/u, '') || account
}
