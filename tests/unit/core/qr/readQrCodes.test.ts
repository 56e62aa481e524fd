import { beforeAll, describe, expect, it } from 'vitest'
import { createJsqrReader } from '@/utils/core/qr/jsqr'
import type { Pixels } from '@/utils/core/qr/qrReading'
import { readQrCodes, type ReadSymbols } from '@/utils/core/qr/readQrCodes'
import { openZxing } from '../../../support/openQrReader'
import {
  blurred,
  covered,
  drawn,
  inARow,
  recoloured,
  sized,
  turned,
} from '../../../support/pictures'
import { renderBareQr, renderQr } from '../../../support/renderQr'

const LINK = 'otpauth://totp/Lantern:mira?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Lantern'
const OTHER = 'otpauth://totp/Lantern:second?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lantern'

let zxing: ReadSymbols
beforeAll(async () => {
  zxing = await openZxing()
})

async function textsOf(picture: Pixels, readSymbols: ReadSymbols = zxing) {
  const { codes } = await readQrCodes(picture, { readSymbols, hasTime: () => true })
  return codes.map(({ text }) => text).sort()
}

describe('readQrCodes', () => {
  const qr = renderQr(LINK)
  it.each<[string, Pixels]>([
    ['plain', drawn(qr)],
    ['light on dark', recoloured(drawn(qr), [0, 0, 0], [255, 255, 255])],
    ['without a quiet zone, on black', drawn(renderBareQr(LINK), 0)],
    ['without a quiet zone, on its own middle shade', drawn(renderBareQr(LINK), 120)],
    ['nine shades from its ground', recoloured(drawn(qr), [200, 200, 200], [209, 209, 209])],
    [
      'red on blue of the same brightness, nearly',
      recoloured(drawn(qr), [200, 0, 0], [60, 90, 255]),
    ],
    ['turned by twenty degrees', turned(drawn(qr), 20)],
    ['blurred by half a module', blurred(drawn(qr), 2)],
    ['with modules of 1.2 pixels', sized(drawn(qr), 0.3)],
    ['with modules of 40 pixels', sized(drawn(qr), 10)],
    ['with its upper right finder covered', covered(drawn(qr), 0.62, 0.1, 0.3, 0.28)],
    ['with its middle covered', covered(drawn(qr), 0.44, 0.44, 0.12, 0.12)],
  ])('reads a code that is %s', async (_name, picture) => {
    expect(await textsOf(picture)).toEqual([LINK])
  })

  it('reads black modules on nothing, and white ones', async () => {
    for (const shade of [0, 255]) {
      const see = recoloured(drawn(qr), [shade, shade, shade], [shade, shade, shade, 0])
      expect(await textsOf(see)).toEqual([LINK])
    }
  })

  it('reads an easy code and a hard one that stand side by side', async () => {
    const hard = recoloured(drawn(renderQr(OTHER)), [240, 240, 240], [252, 252, 252])
    expect(await textsOf(inARow([drawn(qr), hard]))).toEqual([LINK, OTHER].sort())
  })

  it('says where in the picture a code stands', async () => {
    for (const picture of [drawn(qr), recoloured(drawn(qr), [230, 230, 230], [240, 240, 240])]) {
      const { codes } = await readQrCodes(picture, { readSymbols: zxing, hasTime: () => true })
      const [first, , third] = codes[0]?.corners ?? []
      // A picture of 60 pixels' edge around the code and its quiet zone of four modules.
      expect(first?.x).toBeCloseTo(76, -1)
      expect(third?.x).toBeCloseTo(picture.width - 76, -1)
      expect(third?.y).toBeCloseTo(picture.height - 76, -1)
    }
  })

  it('leaves the picture as it was', async () => {
    const picture = drawn(qr)
    const before = picture.data.slice()
    await textsOf(picture)
    expect(picture.data).toEqual(before)
  })

  it('reads the pixels that a browser gives, whose sizes are accessors', async () => {
    const { data, width, height } = drawn(qr)
    class PlatformPixels {
      readonly data = data
      get width() {
        return width
      }
      get height() {
        return height
      }
    }
    expect(await textsOf(new PlatformPixels())).toEqual([LINK])
  })

  it.each([
    ['white', 255],
    ['black', 0],
  ])('finds nothing in a %s picture', async (_name, shade) => {
    const data = new Uint8ClampedArray(200 * 200 * 4).fill(shade)
    expect(await textsOf({ data, width: 200, height: 200 })).toEqual([])
  })

  it.each([
    [1, 1],
    [3, 200],
    [9, 9],
  ])('finds nothing in %i by %i pixels', async (width, height) => {
    const data = new Uint8ClampedArray(width * height * 4).fill(90)
    expect(await textsOf({ data, width, height })).toEqual([])
  })

  it('finds nothing where only finders are', async () => {
    const rest = covered(drawn(qr), 0.1, 0.45, 0.9, 0.1)
    expect(await textsOf(covered(rest, 0.45, 0.1, 0.1, 0.9))).toEqual([])
  })

  it('says that it was not complete when its time was over', async () => {
    const picture = { data: new Uint8ClampedArray(90 * 90 * 4).fill(255), width: 90, height: 90 }
    const reading = await readQrCodes(picture, { readSymbols: zxing, hasTime: () => false })
    expect(reading).toEqual({ codes: [], isComplete: false })
  })

  it('reads plain codes without WebAssembly too', async () => {
    const both = inARow([drawn(qr), drawn(renderQr(OTHER))])
    expect(await textsOf(drawn(qr), createJsqrReader())).toEqual([LINK])
    expect(await textsOf(both, createJsqrReader())).toEqual([LINK, OTHER].sort())
  })
})
