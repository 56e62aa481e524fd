import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { drawQrPng } from '../../demo/qr.ts'

describe('drawQrPng', () => {
  it.each([
    [
      'an otpauth URI',
      'otpauth://totp/Lantern%20Mail:mira?secret=MZXW6YTBOI&issuer=Lantern%20Mail',
    ],
    ['a long text', 'x'.repeat(1000)],
    ['letters beyond ASCII', 'héllo 漢字'],
  ])('draws %s so that it can be read again', (_what, text) => {
    const { pixels, size } = readGreyscalePng(drawQrPng(text))
    expect(jsQR(pixels, size, size)?.data).toBe(text)
  })
})

/** Reads only what the encoder writes: one IDAT chunk, no filters. */
function readGreyscalePng(png: Buffer): { pixels: Uint8ClampedArray; size: number } {
  const size = png.readUInt32BE(16)
  const start = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const pixels = new Uint8ClampedArray(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const grey = rows.readUInt8(y * (size + 1) + 1 + x)
      pixels.set([grey, grey, grey, 255], (y * size + x) * 4)
    }
  }
  return { pixels, size }
}
