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
 * painted over and the rest is read again; and it mistakes the corners of neighbouring codes for one, so
 * where it finds nothing the halves of the image are read by themselves. Expects at most `MAX_PIXELS`
 * pixels.
 */
export function decodeQrCodes(image: Pixels): readonly QrCode[] {
  // An ImageData's sizes are accessors, which a spread would leave behind.
  const { width, height } = image
  const rest = { data: new Uint8ClampedArray(image.data), width, height }
  const codes = decodeWithin(rest, { left: 0, top: 0, right: width, bottom: height })
  if (codes.length > 0) return codes
  return halvesOf(rest).flatMap((half) => decodeWithin(rest, half))
}

type Box = Omit<QrCode, 'text'>

function decodeWithin(image: Pixels, box: Box): readonly QrCode[] {
  const codes: QrCode[] = []
  while (codes.length < MAX_CODES) {
    const part = crop(image, box)
    const found = jsQR(part.data, part.width, part.height)
    if (!found || found.data === '') break
    const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location
    const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner]
    const code = {
      text: found.data,
      left: box.left + clamp(Math.min(...corners.map(({ x }) => x)), part.width),
      top: box.top + clamp(Math.min(...corners.map(({ y }) => y)), part.height),
      right: box.left + clamp(Math.max(...corners.map(({ x }) => x)), part.width),
      bottom: box.top + clamp(Math.max(...corners.map(({ y }) => y)), part.height),
    }
    codes.push(code)
    paintOver(image, code)
  }
  return codes
}

function halvesOf({ width, height }: Pixels): readonly Box[] {
  const [middle, centre] = [Math.floor(height / 2), Math.floor(width / 2)]
  const whole = { left: 0, top: 0, right: width, bottom: height }
  return [
    { ...whole, right: centre },
    { ...whole, left: centre },
    { ...whole, bottom: middle },
    { ...whole, top: middle },
  ]
}

function crop({ data, width }: Pixels, { left, top, right, bottom }: Box): Pixels {
  const part = new Uint8ClampedArray((right - left) * (bottom - top) * 4)
  for (let y = top; y < bottom; y++) {
    const row = data.subarray((y * width + left) * 4, (y * width + right) * 4)
    part.set(row, (y - top) * (right - left) * 4)
  }
  return { data: part, width: right - left, height: bottom - top }
}

function clamp(value: number, limit: number): number {
  return Math.max(0, Math.min(limit, Math.round(value)))
}

function paintOver({ data, width }: Pixels, { left, top, right, bottom }: Box): void {
  for (let y = top; y < bottom; y++) data.fill(255, (y * width + left) * 4, (y * width + right) * 4)
}
