import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8 } from '@/utils/core/bytes'
import {
  decodeBase32,
  encodeBase32,
  findBadBase32Character,
  normalizeBase32,
} from '@/utils/core/otp/base32'
import { anyText } from '../../../support/anyText'

// RFC 4648 section 10, without its padding.
const VECTORS = [
  ['', '', ''],
  ['f', 'MY', '======'],
  ['fo', 'MZXQ', '===='],
  ['foo', 'MZXW6', '==='],
  ['foob', 'MZXW6YQ', '='],
  ['fooba', 'MZXW6YTB', ''],
  ['foobar', 'MZXW6YTBOI', '======'],
] as const

describe('encodeBase32', () => {
  it.each(VECTORS)('writes %j as RFC 4648 does', (plain, text) => {
    expect(encodeBase32(utf8(plain))).toBe(text)
  })
})

describe('decodeBase32', () => {
  it.each(VECTORS)('reads %j as RFC 4648 writes it', (plain, text, padding) => {
    expect(decodeBase32(text + padding)).toEqual(utf8(plain))
  })

  it.each([
    ['lower case', 'mzxw6ytboi'],
    ['mixed case', 'mZxW6yTbOi'],
    ['groups with spaces', 'MZXW 6YTB OI'],
    ['groups with hyphens', 'MZXW-6YTB-OI'],
    ['groups with dots and underscores', 'MZXW.6YTB_OI'],
    ['tabs and line ends', '\tMZXW6\r\nYTBOI\n'],
    ['no-break and ideographic spaces', 'MZXW\u00a06YTB\u3000OI'],
    ['zero-width characters', 'MZXW\u200b6YTB\u2060OI\ufeff'],
    ['full-width letters', 'ＭＺＸＷ６ＹＴＢＯＩ'],
    ['a label', 'Key: MZXW 6YTB OI'],
    ['a label in Indonesian', 'Kunci rahasia : mzxw6ytboi'],
    ['a label with a full-width colon', '密钥：MZXW6YTBOI'],
    ['padding', 'MZXW6YTBOI======'],
    ['too much padding', 'MZXW6YTBOI========='],
    ['escaped padding', 'MZXW6YTBOI%3D%3D%3d'],
    ['padding after a space', 'MZXW6YTBOI ==='],
  ])('takes %s', (_name, text) => {
    expect(decodeBase32(text)).toEqual(utf8('foobar'))
  })

  it.each([
    ['A', 0],
    ['MZX', 1],
    ['MZXW6Y', 3],
    ['MZXW6YTBO', 5],
    ['MZXW6YTBOIA', 6],
    ['MZXW6YTBOIAAA', 8],
  ])('drops leftover bits of %s', (text, length) => {
    expect(decodeBase32(text)).toHaveLength(length)
  })

  it.each([
    ['0', '0'],
    ['1', '1'],
    ['8', '8'],
    ['9', '9'],
    ['=', 'ABCD=EFGH'],
    ['%', 'ABCD%20'],
    ['!', 'ABCD!'],
    ['+', 'ABCD+'],
    ['/', 'ABCD/'],
    ['@', 'ABCD@'],
    ['É', 'ABCDÉ'],
    ['А', 'ABCD\u0410'],
    ['ß', 'ABCDß'],
    ['ı', 'ABCDı'],
    ['😀', 'ABCD😀'],
    ['\u0000', 'ABCD\u0000'],
  ])('refuses and names %j', (character, text) => {
    expect(decodeBase32(text)).toBeUndefined()
    expect(findBadBase32Character(text)).toBe(character)
  })

  it('names the first of several bad characters', () => {
    expect(findBadBase32Character('AB 1C8')).toBe('1')
  })

  it('names nothing in a good text', () => {
    expect(findBadBase32Character('mzxw 6ytb-oi==')).toBeUndefined()
  })
})

describe('base32', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeBase32(encodeBase32(Uint8Array.from(bytes)))).toEqual(bytes)
      }),
    )
  })

  it('never throws, and names a character exactly when it refuses', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const isRefused = decodeBase32(text) === undefined
        expect(findBadBase32Character(text) !== undefined).toBe(isRefused)
      }),
      { numRuns: 2000 },
    )
  })

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const once = normalizeBase32(text)
        if (decodeBase32(text)) expect(normalizeBase32(once)).toBe(once)
      }),
    )
  })
})
