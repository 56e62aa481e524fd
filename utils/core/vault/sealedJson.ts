import { equalBytes, fromBase64, fromUtf8, toBase64, utf8, type Bytes } from '../bytes'
import { NONCE_BYTES, importKey, open, seal, type RandomBytes } from '../crypto/aead'

// docs/vault-format.md describes what this file writes; both change together.

const PADDING_BYTES = 4096

/** JSON, sealed: what the vault and a backup are made of. Bytes are standard base64. */
export interface SealedJson {
  /** The header as JSON text: exactly these bytes are authenticated with the content. */
  readonly header: string
  readonly nonce: string
  readonly ciphertext: string
}

/**
 * Seals content: JSON, padded to steps that hide its size, under a fresh nonce. What came out is opened and
 * compared: nothing is handed on that could not be read again.
 */
export async function sealJson(
  header: object,
  content: object,
  dataKey: Bytes,
  randomBytes: RandomBytes,
): Promise<SealedJson> {
  const text = JSON.stringify(header)
  const plaintext = pad(utf8(JSON.stringify(content)))
  const { nonce, ciphertext } = await seal(
    await importKey(dataKey),
    plaintext,
    utf8(text),
    randomBytes,
  )
  const sealed = { header: text, nonce: toBase64(nonce), ciphertext: toBase64(ciphertext) }
  const opened = await openBytes(sealed, dataKey)
  if (!opened || !equalBytes(opened, plaintext)) throw new Error('what was sealed does not open')
  return sealed
}

/** The content, or `undefined` when key, header, nonce or ciphertext are not the ones of the sealing. */
export async function openJson(sealed: SealedJson, dataKey: Bytes): Promise<unknown> {
  const plaintext = await openBytes(sealed, dataKey)
  return plaintext && readJson(() => fromUtf8(plaintext))
}

async function openBytes(
  { header, nonce, ciphertext }: SealedJson,
  dataKey: Bytes,
): Promise<Bytes | undefined> {
  const [iv, bytes] = [fromBase64(nonce), fromBase64(ciphertext)]
  if (iv?.length !== NONCE_BYTES || !bytes) return undefined
  const key = await importKey(dataKey)
  return open(key, { nonce: iv, ciphertext: bytes }, utf8(header))
}

/** JSON, or `undefined` for what is none: the schema behind says what that means. */
export function parseJson(text: string): unknown {
  return readJson(() => text)
}

function readJson(readText: () => string): unknown {
  try {
    return JSON.parse(readText())
  } catch {
    return undefined // SyntaxError, or TypeError for bytes that are no UTF-8
  }
}

/** JSON allows white space behind its value, so spaces fill up to the next step. */
function pad(bytes: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / PADDING_BYTES) * PADDING_BYTES)
  padded.fill(0x20)
  padded.set(bytes)
  return padded
}
