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

/** Seals content: JSON, padded to steps that hide its size, under a fresh nonce. */
export async function sealJson(
  header: object,
  content: object,
  dataKey: Bytes,
  randomBytes: RandomBytes,
): Promise<SealedJson> {
  const text = JSON.stringify(header)
  const key = await importKey(dataKey)
  const sealed = await seal(key, toPlaintext(content), utf8(text), randomBytes)
  return { header: text, nonce: toBase64(sealed.nonce), ciphertext: toBase64(sealed.ciphertext) }
}

/** The content, or `undefined` when key, header, nonce or ciphertext are not the ones of the sealing. */
export async function openJson(sealed: SealedJson, dataKey: Bytes): Promise<unknown> {
  const plaintext = await openBytes(sealed, dataKey)
  return plaintext && readJson(() => fromUtf8(plaintext))
}

/** Whether it opens to exactly this content; much quicker than to open and to read it. */
export async function holdsJson(
  sealed: SealedJson,
  content: object,
  dataKey: Bytes,
): Promise<boolean> {
  const plaintext = await openBytes(sealed, dataKey)
  return plaintext !== undefined && equalBytes(plaintext, toPlaintext(content))
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

function toPlaintext(content: object): Bytes {
  return pad(utf8(JSON.stringify(content)))
}

/** JSON allows white space behind its value, so spaces fill up to the next step. */
function pad(bytes: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / PADDING_BYTES) * PADDING_BYTES)
  padded.fill(0x20)
  padded.set(bytes)
  return padded
}
