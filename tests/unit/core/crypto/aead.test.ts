import { describe, expect, it } from 'vitest'
import { utf8, type Bytes } from '@/utils/core/bytes'
import { importKey, KEY_BYTES, NONCE_BYTES, open, seal } from '@/utils/core/crypto/aead'
import { createCountingBytes } from '../../../support/countingBytes'

const PLAINTEXT = utf8('made-up plaintext')
const AUTHENTICATED = utf8('header')

async function createSealed() {
  const randomBytes = createCountingBytes()
  const key = await importKey(randomBytes(KEY_BYTES))
  return { key, sealed: await seal(key, PLAINTEXT, AUTHENTICATED, randomBytes) }
}

/** Every copy of `bytes` that differs in one bit. */
function* flipBits(bytes: Bytes): Generator<Bytes> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const copy = bytes.slice()
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield copy
  }
}

describe('seal and open', () => {
  it('give the plaintext back', async () => {
    const { key, sealed } = await createSealed()
    expect(await open(key, sealed, AUTHENTICATED)).toEqual(PLAINTEXT)
  })

  it('seal nothing as well', async () => {
    const { key } = await createSealed()
    const sealed = await seal(key, utf8(''), utf8(''), createCountingBytes('empty'))
    expect(await open(key, sealed, utf8(''))).toEqual(utf8(''))
  })

  it('refuse every flipped bit of the nonce', async () => {
    const { key, sealed } = await createSealed()
    for (const nonce of flipBits(sealed.nonce)) {
      expect(await open(key, { ...sealed, nonce }, AUTHENTICATED)).toBeUndefined()
    }
  })

  it('refuse every flipped bit of the ciphertext and its tag', async () => {
    const { key, sealed } = await createSealed()
    for (const ciphertext of flipBits(sealed.ciphertext)) {
      expect(await open(key, { ...sealed, ciphertext }, AUTHENTICATED)).toBeUndefined()
    }
  })

  it('refuse every flipped bit of what is authenticated', async () => {
    const { key, sealed } = await createSealed()
    for (const authenticated of flipBits(AUTHENTICATED)) {
      expect(await open(key, sealed, authenticated)).toBeUndefined()
    }
  })

  it.each([0, 1, 15, 16, 32])('refuse a ciphertext cut to %i bytes', async (length) => {
    const { key, sealed } = await createSealed()
    const cut = { ...sealed, ciphertext: sealed.ciphertext.slice(0, length) }
    expect(await open(key, cut, AUTHENTICATED)).toBeUndefined()
  })

  it('refuse an empty nonce and another key', async () => {
    const { key, sealed } = await createSealed()
    expect(await open(key, { ...sealed, nonce: new Uint8Array(0) }, AUTHENTICATED)).toBeUndefined()
    const other = await importKey(new Uint8Array(KEY_BYTES))
    expect(await open(other, sealed, AUTHENTICATED)).toBeUndefined()
  })

  it('never use a nonce twice', async () => {
    const { key } = await createSealed()
    const randomBytes = createCountingBytes('nonces')
    const nonces = new Set<string>()
    for (let count = 0; count < 200; count++) {
      const { nonce } = await seal(key, PLAINTEXT, AUTHENTICATED, randomBytes)
      expect(nonce).toHaveLength(NONCE_BYTES)
      nonces.add(nonce.join())
    }
    expect(nonces.size).toBe(200)
  })
})

describe('importKey', () => {
  it.each([0, 16, 31, 33])('throws on a key of %i bytes', (length) => {
    expect(() => importKey(new Uint8Array(length))).toThrow(/32 bytes/u)
  })

  it('gives a key that cannot be exported again', async () => {
    const key = await importKey(new Uint8Array(KEY_BYTES))
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})
