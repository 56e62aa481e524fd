import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha } from '@noble/ciphers/chacha.js'
import { argon2id } from 'hash-wasm'
import { bytesOf, json, PASSWORD } from './samples'
import type { Bytes } from '../../../utils/core/bytes'

const FINAL = 3

/** Ente's container: libsodium's secret stream of one message, pushed as libsodium does. */
export async function writeEnte(plain: Bytes): Promise<Bytes> {
  const [salt, header] = [randomBytes(16), randomBytes(24)]
  const memoryKib = 8192
  const key = await argon2id({
    password: PASSWORD,
    salt,
    memorySize: memoryKib,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  return json({
    version: 1,
    kdfParams: { memLimit: memoryKib * 1024, opsLimit: 2, salt: salt.toString('base64') },
    encryptedData: Buffer.from(push(bytesOf(key), bytesOf(header), plain)).toString('base64'),
    encryptionNonce: header.toString('base64'),
  })
}

function push(key: Bytes, header: Bytes, plain: Bytes): Bytes {
  const words = (bytes: Bytes) => new Uint32Array(bytes.slice().buffer)
  const subkeyWords = new Uint32Array(8)
  hchacha(
    words(bytesOf(Buffer.from('expand 32-byte k'))),
    words(key),
    words(header.slice(0, 16)),
    subkeyWords,
  )
  const subkey = new Uint8Array(subkeyWords.buffer)
  const nonce = Uint8Array.from([1, 0, 0, 0, ...header.slice(16)])
  const block = new Uint8Array(64)
  block[0] = FINAL
  const tagBlock = chacha20(subkey, nonce, block, undefined, 1)
  const ciphertext = chacha20(subkey, nonce, plain, undefined, 2)
  const lengths = Buffer.alloc(16)
  lengths.writeBigUInt64LE(BigInt(64 + ciphertext.length), 8)
  const padding = Buffer.alloc(ciphertext.length % 16)
  const mac = poly1305(
    bytesOf(Buffer.concat([tagBlock, ciphertext, padding, lengths])),
    chacha20(subkey, nonce, new Uint8Array(32), undefined, 0),
  )
  return bytesOf(Buffer.concat([tagBlock.slice(0, 1), ciphertext, mac]))
}
