import * as v from 'valibot'
import { readDecryptedText } from '../../crypto/foreignCiphers'
import { failure } from '../../result'
import { readJson } from '../doors/readJson'
import type { FileResult, Importer } from '../importer'
import { readEach } from '../readEntry'
import { flag, label, matches, printed } from '../schemas'

// Raivo OTP: a zip under the master password, or the JSON out of it, where every value is a text.

const FILE = /raivo-otp-export\.json$/u

const entrySchema = v.object({
  issuer: label,
  account: label,
  secret: v.string(),
  algorithm: printed,
  digits: printed,
  kind: v.string(),
  timer: printed,
  counter: printed,
  pinned: flag,
})
const markSchema = v.pipe(
  v.array(v.looseObject({ kind: v.string(), timer: v.union([v.string(), v.number()]) })),
  v.minLength(1),
)

export const raivo: Importer = {
  id: 'raivo',
  app: 'Raivo OTP',
  recognizes: (content) =>
    content.kind === 'zip'
      ? content.zip.names.some((name) => FILE.test(name))
      : content.kind === 'json' && matches(markSchema, content.value),
  async read(content, { password }) {
    if (content.kind === 'json') return readEntries(content.value)
    if (content.kind !== 'zip') return failure('file-unknown')
    const bytes = await content.zip.read(FILE, password)
    if (!bytes.ok) return bytes
    const text = readDecryptedText(bytes.value)
    const json = text === undefined ? undefined : readJson(text)
    return json?.ok ? readEntries(json.value) : failure('file-damaged')
  },
}

function readEntries(value: unknown): FileResult {
  if (!Array.isArray(value)) return failure('file-damaged')
  return readEach(value, entrySchema, ({ kind, timer, ...entry }) => ({
    ...entry,
    type: kind,
    period: timer,
  }))
}
