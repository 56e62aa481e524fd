import { equalBytes, fromUtf8, type Bytes } from '../bytes'

// Ciphers of other apps' files. Every function answers `undefined` where the key or the bytes are wrong:
// WebCrypto says no more than that either.

/** AES-GCM, the tag at the end of the ciphertext. */
export function openAesGcm(
  key: Bytes,
  iv: Bytes,
  ciphertext: Bytes,
  authenticated?: Bytes,
): Promise<Bytes | undefined> {
  const aad = authenticated ? { additionalData: authenticated } : {}
  return decrypt('AES-GCM', key, { name: 'AES-GCM', iv, ...aad }, ciphertext)
}

/** The same way back: ciphertext, the tag at its end. */
export async function sealAesGcm(key: Bytes, iv: Bytes, plain: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, imported, plain))
}

/** AES-CBC with PKCS #7 padding. It has no tag, so a wrong key may give rubbish. */
export function openAesCbc(key: Bytes, iv: Bytes, ciphertext: Bytes): Promise<Bytes | undefined> {
  return decrypt('AES-CBC', key, { name: 'AES-CBC', iv }, ciphertext)
}

async function decrypt(
  name: string,
  key: Bytes,
  algorithm: AesGcmParams | AesCbcParams,
  ciphertext: Bytes,
): Promise<Bytes | undefined> {
  try {
    const imported = await crypto.subtle.importKey('raw', key, name, false, ['decrypt'])
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, imported, ciphertext))
  } catch {
    return undefined // OperationError or DataError: wrong key, tag, padding, or sizes that cannot be
  }
}

type MacHash = 'SHA-1' | 'SHA-256'

/** HMAC (RFC 2104). */
export async function signHmac(hash: MacHash, key: Bytes, data: Bytes): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash }
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data))
}

export async function isHmac(hash: MacHash, key: Bytes, data: Bytes, tag: Bytes): Promise<boolean> {
  return equalBytes(await signHmac(hash, key, data), tag)
}

/** Text of decrypted bytes; `undefined` for rubbish, which a cipher without a tag may give. */
export function readDecryptedText(bytes: Bytes | undefined): string | undefined {
  if (!bytes) return undefined
  try {
    return fromUtf8(bytes)
  } catch {
    return undefined // not UTF-8: the password was wrong
  }
}
