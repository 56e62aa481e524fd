import { utf8, type Bytes } from '../bytes'
import { KEY_BYTES } from './aead'

/**
 * 32 key bytes by HKDF-SHA256 (RFC 5869) from a secret that is random already. `info` names the use, so
 * that one secret never makes the same key for two of them.
 */
export async function deriveByHkdf(secret: Bytes, salt: Bytes, info: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) },
    key,
    KEY_BYTES * 8,
  )
  return new Uint8Array(bits)
}
