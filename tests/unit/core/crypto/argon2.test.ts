import { argon2id } from '@noble/hashes/argon2.js'
import { describe, expect, it } from 'vitest'
import { utf8 } from '@/utils/core/bytes'
import {
  DEFAULT_COST,
  deriveKey,
  isAcceptableCost,
  isArgon2Sound,
  type Argon2Cost,
} from '@/utils/core/crypto/argon2'
import { createCountingBytes } from '../../../support/countingBytes'

const SALT = createCountingBytes('salt')(16)

function reference(passphrase: string, cost: Argon2Cost): Uint8Array {
  return argon2id(passphrase, SALT, { m: cost.memoryKib, t: cost.iterations, p: 1, dkLen: 32 })
}

describe('deriveKey', () => {
  it.each([
    ['a', { memoryKib: 8, iterations: 1 }],
    ['correct horse battery staple', { memoryKib: 256, iterations: 1 }],
    ['sandi rahasia', { memoryKib: 1024, iterations: 2 }],
    ['密码 пароль 🔑', { memoryKib: 1000, iterations: 3 }],
    ['x'.repeat(4096), { memoryKib: 64, iterations: 2 }],
    ['the floor', { memoryKib: 19 * 1024, iterations: 2 }],
    ['the cost of new vaults', DEFAULT_COST],
  ])('equals an independent implementation: %s', { timeout: 60_000 }, async (passphrase, cost) => {
    const key = await deriveKey(passphrase, SALT, cost)
    expect(key).toEqual(Uint8Array.from(reference(passphrase.normalize('NFKC'), cost)))
  })

  it.each([
    ['a composed and a decomposed letter', 'caf\u00e9', 'cafe\u0301'],
    ['full-width and plain letters', 'ｐａｓｓ１', 'pass1'],
    ['a ligature and its letters', '\ufb01sh', 'fish'],
    ['the Ångström sign and the letter', '\u212b', '\u00c5'],
  ])('gives one key for %s', async (_name, typed, other) => {
    const cost = { memoryKib: 64, iterations: 1 }
    expect(await deriveKey(typed, SALT, cost)).toEqual(await deriveKey(other, SALT, cost))
  })

  it.each(['Secret', 'secret ', ' secret', 'secre', 'secret\u0000', 'ѕecret'])(
    'gives another key for %j than for "secret"',
    async (other) => {
      const cost = { memoryKib: 64, iterations: 1 }
      expect(await deriveKey(other, SALT, cost)).not.toEqual(await deriveKey('secret', SALT, cost))
    },
  )
})

describe('isArgon2Sound', () => {
  it('finds the function sound', async () => {
    expect(await isArgon2Sound()).toBe(true)
  })

  it('expects what an independent implementation computes', () => {
    const key = argon2id('password', utf8('somesaltsomesalt'), { m: 256, t: 2, p: 1, dkLen: 32 })
    expect(Buffer.from(key).toString('hex')).toBe(
      'cab746b4621993fdc91ec50787980b414a90a692f0bc68dfe19f9c25b3cba9ec',
    )
  })
})

describe('isAcceptableCost', () => {
  it.each<[boolean, number, number]>([
    [true, DEFAULT_COST.memoryKib, DEFAULT_COST.iterations],
    [true, 19 * 1024, 2],
    [true, 512 * 1024, 16],
    [false, 19 * 1024 - 1, 2],
    [false, 19 * 1024, 1],
    [false, 512 * 1024 + 1, 2],
    [false, 64 * 1024, 17],
    [false, 64 * 1024, 0],
    [false, 0, 3],
    [false, -1, 3],
    [false, 2 ** 40, 3],
    [false, Number.NaN, 3],
    [false, 64 * 1024, Number.NaN],
  ])('says %j to %d KiB and %d iterations', (isAcceptable, memoryKib, iterations) => {
    expect(isAcceptableCost({ memoryKib, iterations })).toBe(isAcceptable)
  })
})
