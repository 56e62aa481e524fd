import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha } from '@noble/ciphers/chacha.js'
import { equalBytes, joinBytes, utf8, type Bytes } from '../bytes'

const HEADER_BYTES = 24
const MAC_BYTES = 16
const BLOCK_BYTES = 64

/**
 * Opens the first message of libsodium's crypto_secretstream_xchacha20poly1305, without additional data.
 * Block 0 of the stream is the authenticator's key, block 1 hides the message's tag byte, and the message
 * begins at block 2.
 */
export function openSecretstream(key: Bytes, header: Bytes, message: Bytes): Bytes | undefined {
  if (header.length !== HEADER_BYTES || message.length < 1 + MAC_BYTES) return undefined
  const subkey = deriveSubkey(key, header.slice(0, 16))
  // The first message's counter stands before what is left of the header.
  const nonce = joinBytes(Uint8Array.of(1, 0, 0, 0), header.slice(16))
  const tagBlock = new Uint8Array(chacha20(subkey, nonce, zeros(BLOCK_BYTES), undefined, 1))
  tagBlock[0] = message[0] ?? 0
  const ciphertext = message.slice(1, -MAC_BYTES)
  const macKey = chacha20(subkey, nonce, zeros(32), undefined, 0)
  const mac = poly1305(authenticatedBytes(tagBlock, ciphertext), macKey)
  if (!equalBytes(new Uint8Array(mac), message.slice(-MAC_BYTES))) return undefined
  return new Uint8Array(chacha20(subkey, nonce, ciphertext, undefined, 2))
}

/** HChaCha20. The library works on words of this machine's order, which is little-endian everywhere. */
function deriveSubkey(key: Bytes, nonce: Bytes): Bytes {
  const subkey = new Uint32Array(8)
  hchacha(words(utf8('expand 32-byte k')), words(key), words(nonce), subkey)
  return new Uint8Array(subkey.buffer)
}

function words(bytes: Bytes): Uint32Array {
  return new Uint32Array(bytes.slice().buffer)
}

/** libsodium pads with `length % 16` zeros, which is not what it says of itself, but what files hold. */
function authenticatedBytes(tagBlock: Bytes, ciphertext: Bytes): Bytes {
  const lengths = new DataView(new ArrayBuffer(16))
  lengths.setBigUint64(8, BigInt(BLOCK_BYTES + ciphertext.length), true)
  return joinBytes(
    tagBlock,
    ciphertext,
    zeros(ciphertext.length % 16),
    new Uint8Array(lengths.buffer),
  )
}

function zeros(length: number): Bytes {
  return new Uint8Array(length)
}
