import { describe, expect, it } from 'vitest'
import { decodeQrCodes, type Pixels } from '@/utils/core/qr/decodeQrCodes'
import { renderQr } from '../../../support/renderQr'

const LINK = 'otpauth://totp/Lantern:mira?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Lantern'
const OTHER = 'otpauth://totp/Lantern:second?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lantern'

/** Pictures side by side, with white around them. */
function beside(...pictures: readonly Pixels[]): Pixels {
  const gap = 60
  const width = pictures.reduce((sum, picture) => sum + picture.width + gap, gap)
  const height = Math.max(...pictures.map((picture) => picture.height)) + 2 * gap
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  let left = gap
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y++) {
      const row = picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4)
      data.set(row, ((y + gap) * width + left) * 4)
    }
    left += picture.width + gap
  }
  return { data, width, height }
}

/** As the platform gives it: the sizes are accessors of the prototype. */
class PlatformPixels {
  readonly data: Uint8ClampedArray
  readonly #picture: Pixels
  constructor(picture: Pixels) {
    this.data = picture.data
    this.#picture = picture
  }
  get width(): number {
    return this.#picture.width
  }
  get height(): number {
    return this.#picture.height
  }
}

const textsOf = (picture: Pixels) =>
  decodeQrCodes(picture)
    .map(({ text }) => text)
    .sort()

describe('decodeQrCodes', () => {
  it('reads one code and says where it is', () => {
    const [code] = decodeQrCodes(beside(renderQr(LINK)))
    expect(code?.text).toBe(LINK)
    expect(code && code.left < code.right && code.top < code.bottom).toBe(true)
  })

  it('reads two codes that stand side by side', () => {
    expect(textsOf(beside(renderQr(LINK), renderQr(OTHER)))).toEqual([LINK, OTHER].sort())
  })

  it('reads the pixels that a browser gives', () => {
    const picture = new PlatformPixels(beside(renderQr(LINK), renderQr(OTHER)))
    expect(textsOf(picture)).toEqual([LINK, OTHER].sort())
  })

  it('leaves the picture as it was', () => {
    const picture = beside(renderQr(LINK))
    const before = picture.data.slice()
    decodeQrCodes(picture)
    expect(picture.data).toEqual(before)
  })

  it.each([
    ['white', 255],
    ['black', 0],
  ])('finds nothing in a %s picture', (_name, shade) => {
    const data = new Uint8ClampedArray(200 * 200 * 4).fill(shade)
    expect(decodeQrCodes({ data, width: 200, height: 200 })).toEqual([])
  })
})
