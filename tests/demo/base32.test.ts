import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeBase32, encodeBase32 } from '../../demo/base32.ts'

// RFC 4648 section 10, without padding.
const VECTORS = [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
] as const

describe('base32', () => {
  it.each(VECTORS)('encodes %j as %j', (text, encoded) => {
    expect(encodeBase32(Buffer.from(text))).toBe(encoded)
  })

  it.each(VECTORS)('decodes to %j from %j', (text, encoded) => {
    expect(Buffer.from(decodeBase32(encoded) ?? []).toString()).toBe(text)
  })

  it('gives back bytes of any length', () => {
    for (let length = 0; length <= 64; length++) {
      const bytes = randomBytes(length)
      expect(Buffer.from(decodeBase32(encodeBase32(bytes)) ?? [])).toEqual(bytes)
    }
  })

  it('reads lower case, groups and padding', () => {
    expect(Buffer.from(decodeBase32('mzxw 6ytb oi==') ?? []).toString()).toBe('foobar')
  })

  it.each(['M1', 'M0', 'A-B', 'Ä'])('refuses %j', (text) => {
    expect(decodeBase32(text)).toBeNull()
  })
})
