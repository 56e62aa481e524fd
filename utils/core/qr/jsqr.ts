import jsQR from 'jsqr'
import type { Pixels, QrCode } from './qrReading'
import type { ReadSymbols } from './readQrCodes'

const MAX_CODES = 16

/** jsQR reads one code at a time: what it found is painted over, and the rest is read again. */
export function createJsqrReader(): ReadSymbols {
  return (image, look) => Promise.resolve(readAll(image, look === 'clean' ? 1 : MAX_CODES))
}

function readAll(image: Pixels, maxCodes: number): readonly QrCode[] {
  // An ImageData's sizes are accessors, which a spread would leave behind.
  const { width, height } = image
  const rest = { data: new Uint8ClampedArray(image.data), width, height }
  const codes: QrCode[] = []
  while (codes.length < maxCodes) {
    const found = jsQR(rest.data, width, height)
    if (!found || found.data === '') break
    const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location
    const corners = [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner]
    codes.push({ text: found.data, corners })
    paintOver(rest, corners)
  }
  return codes
}

function paintOver({ data, width, height }: Pixels, corners: QrCode['corners']): void {
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const left = Math.max(0, Math.floor(Math.min(...xs)))
  const right = Math.min(width, Math.ceil(Math.max(...xs)))
  const bottom = Math.min(height, Math.ceil(Math.max(...ys)))
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < bottom; y++) {
    data.fill(255, (y * width + left) * 4, (y * width + right) * 4)
  }
}
