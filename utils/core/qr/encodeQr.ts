import { encode } from 'uqr'
import type { Pixels } from './qrReading'

/** A QR code as a picture of lines: the `d` of an SVG path on a square of `size` modules. */
export interface QrPicture {
  readonly text: string
  readonly size: number
  readonly path: string
}

const MARGIN_MODULES = 4

/** Draws a text as a QR code; throws where it is longer than the largest one holds. */
export function encodeQr(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'L', border: MARGIN_MODULES })
  const path = data.flatMap((row, y) => runsOf(row).map(({ x, length }) => drawRun(x, y, length)))
  return { text, size, path: path.join('') }
}

/** The same picture in pixels, to be read by a machine. */
export function paintQr({ text }: QrPicture, modulePixels = 3): Pixels {
  const { size, data } = encode(text, { ecc: 'L', border: MARGIN_MODULES })
  const width = size * modulePixels
  const pixels = new Uint32Array(width * width).fill(0xffffffff)
  for (let y = 0; y < width; y++) {
    const row = data[Math.floor(y / modulePixels)] ?? []
    for (const { x, length } of runsOf(row)) {
      const start = y * width + x * modulePixels
      pixels.fill(0xff000000, start, start + length * modulePixels)
    }
  }
  return { data: new Uint8ClampedArray(pixels.buffer), width, height: width }
}

function runsOf(
  row: readonly boolean[],
): readonly { readonly x: number; readonly length: number }[] {
  const runs: { x: number; length: number }[] = []
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue
    const last = runs.at(-1)
    if (last && last.x + last.length === x) last.length++
    else runs.push({ x, length: 1 })
  }
  return runs
}

function drawRun(x: number, y: number, length: number): string {
  return `M${String(x)} ${String(y)}h${String(length)}v1h-${String(length)}z`
}
