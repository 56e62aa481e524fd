import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalBytes, fromBase64, fromUtf8, toBase64, toHex, utf8 } from '@/utils/core/bytes'

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Uint8Array.from(array))

describe('base64', () => {
  it('equals that of Node and comes back', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toBase64(some)).toBe(Buffer.from(some).toString('base64'))
        expect(fromBase64(toBase64(some))).toEqual(some)
      }),
    )
  })

  it('takes more bytes than a call takes arguments', () => {
    const long = new Uint8Array(300_000).map((_, at) => at & 255)
    expect(fromBase64(toBase64(long))).toEqual(long)
  })

  it.each(['!', 'A', 'AB=C', 'AA==AA', '-_-_', 'é', '\u0000'])('refuses %j', (text) => {
    expect(fromBase64(text)).toBeUndefined()
  })
})

describe('bytes', () => {
  it('are written in hex as Node does', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toHex(some)).toBe(Buffer.from(some).toString('hex'))
      }),
    )
  })

  it('are equal only when all are', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(equalBytes(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
        expect(equalBytes(a, a.slice())).toBe(true)
      }),
    )
  })

  it('throw when they are not UTF-8', () => {
    expect(() => fromUtf8(Uint8Array.of(0xff))).toThrow()
    expect(fromUtf8(utf8('Ωé😀'))).toBe('Ωé😀')
  })
})
