import * as v from 'valibot'
import { fromBase64, fromHex, utf8, type Bytes } from '../../bytes'
import { openAesCbc, readDecryptedText } from '../../crypto/foreignCiphers'
import { sha256 } from '../../crypto/foreignKdf'
import { encodeBase32 } from '../../otp/base32'
import { failure } from '../../result'
import { readJson } from '../doors/readJson'
import type { Content } from '../content'
import type { Importer } from '../importer'
import { readEach } from '../readEntry'
import { label, matches, printed } from '../schemas'

// TOTP Authenticator: base64 of AES-256-CBC under the password's hash. Without a password the app takes
// one that it carries itself. The plaintext is an object whose first key is the list, as a text.

const OWN_PASSWORD = 'TotpAuthenticator'
const BLOCK_BYTES = 16

const entrySchema = v.object({
  issuer: label,
  name: label,
  key: v.string(),
  base: printed,
  digits: printed,
  period: printed,
})
const objectSchema = v.record(v.string(), v.unknown())

export const totpAuthenticator: Importer = {
  id: 'totp-authenticator',
  app: 'TOTP Authenticator',
  recognizes: (content) => readSealed(content) !== undefined,
  async read(content, { password }) {
    const sealed = readSealed(content)
    if (!sealed) return failure('file-unknown')
    const list =
      (await openList(sealed, OWN_PASSWORD)) ??
      (password === undefined ? undefined : await openList(sealed, password))
    if (!list) return failure(password === undefined ? 'password-needed' : 'wrong-password')
    return readEach(list, entrySchema, (entry) => ({
      type: 'totp',
      issuer: entry.issuer === 'Unknown' ? '' : entry.issuer,
      account: entry.name,
      secret: readKey(entry.key, entry.base),
      digits: entry.digits,
      period: entry.period,
    }))
  },
}

function readSealed(content: Content): Bytes | undefined {
  if (content.kind !== 'text' || !/^[\w+/=\s]+$/u.test(content.text)) return undefined
  const bytes = fromBase64(content.text)
  const isWhole = bytes && bytes.length >= BLOCK_BYTES && bytes.length % BLOCK_BYTES === 0
  return isWhole ? bytes : undefined
}

async function openList(sealed: Bytes, password: string): Promise<readonly unknown[] | undefined> {
  const key = await sha256(utf8(password))
  const text = readDecryptedText(await openAesCbc(key, new Uint8Array(BLOCK_BYTES), sealed))
  const outer = text === undefined ? undefined : readJson(text)
  if (!outer?.ok || !matches(objectSchema, outer.value)) return undefined
  const inner = readJson(Object.keys(outer.value)[0] ?? '')
  return inner.ok && Array.isArray(inner.value) ? inner.value : undefined
}

/** The key in base 16, 32 or 64; anything else is left as it is, to be refused by its own words. */
function readKey(text: string, base: string | undefined): string {
  if (base === '32') return text
  const bytes = base === '64' ? fromBase64(text) : base === '16' ? fromHex(text) : undefined
  return bytes ? encodeBase32(bytes) : '!'
}
