import jsQR from 'jsqr'

/** RGBA pixels, four bytes each, row by row: the shape of the platform's `ImageData`. */
export interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** One QR code of an image: its text, and the box around it in pixels of the image. */
export interface QrCode {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const MAX_PIXELS = 40_000_000
const MAX_CODES = 16

/**
 * Every QR code in the image, in the order found. jsQR reads one code at a time, so what it found is
 * painted over and the rest is read again. Expects at most `MAX_PIXELS` pixels.
 */
export function decodeQrCodes(image: Pixels): readonly QrCode[] {
  const data = new Uint8ClampedArray(image.data)
  const codes: QrCode[] = []
  while (codes.length < MAX_CODES) {
    const found = jsQR(data, image.width, image.height)
    if (!found || found.data === '') break
    const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location
    const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner]
    const code = {
      text: found.data,
      left: clamp(Math.min(...corners.map(({ x }) => x)), image.width),
      top: clamp(Math.min(...corners.map(({ y }) => y)), image.height),
      right: clamp(Math.max(...corners.map(({ x }) => x)), image.width),
      bottom: clamp(Math.max(...corners.map(({ y }) => y)), image.height),
    }
    codes.push(code)
    paintOver({ data, width: image.width, height: image.height }, code)
  }
  return codes
}

function clamp(value: number, limit: number): number {
  return Math.max(0, Math.min(limit, Math.round(value)))
}

function paintOver({ data, width }: Pixels, { left, top, right, bottom }: QrCode): void {
  for (let y = top; y < bottom; y++) data.fill(255, (y * width + left) * 4, (y * width + right) * 4)
}
