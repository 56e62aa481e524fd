import type { Bytes } from '../bytes'

/** Fills an array with `length` unpredictable bytes; an argument, so that tests can fix it. */
export type RandomBytes = (length: number) => Bytes

export const KEY_BYTES = 32
export const NONCE_BYTES = 12

/** AES-256-GCM output: the 16-byte tag stands at the end of `ciphertext`, as WebCrypto puts it. */
export interface Sealed {
  readonly nonce: Bytes
  readonly ciphertext: Bytes
}

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under a nonce drawn here, so that no caller can use one
 * twice. `authenticated` is not encrypted but any change of it makes `open` fail.
 */
export async function seal(
  key: CryptoKey,
  plaintext: Bytes,
  authenticated: Bytes,
  randomBytes: RandomBytes,
): Promise<Sealed> {
  const nonce = randomBytes(NONCE_BYTES)
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: authenticated },
    key,
    plaintext,
  )
  return { nonce, ciphertext: new Uint8Array(ciphertext) }
}

/** Decrypts what `seal` made; `undefined` when key, nonce, ciphertext or authenticated data differ. */
export async function open(
  key: CryptoKey,
  sealed: Sealed,
  authenticated: Bytes,
): Promise<Bytes | undefined> {
  try {
    const plaintext = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.nonce, additionalData: authenticated },
      key,
      sealed.ciphertext,
    )
    return new Uint8Array(plaintext)
  } catch {
    return undefined // OperationError: the tag does not match, and WebCrypto says no more than that
  }
}

/** Imports 32 raw bytes as an AES-256-GCM key that cannot be exported again. */
export function importKey(bytes: Bytes): Promise<CryptoKey> {
  if (bytes.length !== KEY_BYTES) throw new Error(`key must be ${String(KEY_BYTES)} bytes`)
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
