import { encode, renderSVG } from 'uqr'
import { encodePng } from './png.ts'

// Readers need a quiet zone of four modules (ISO/IEC 18004).
const OPTIONS = { ecc: 'M', border: 4 } as const
const PNG_PIXELS_PER_MODULE = 8
const BLACK = 0
const WHITE = 255

export function drawQrSvg(text: string): string {
  return renderSVG(text, OPTIONS)
}

export function drawQrPng(text: string): Buffer {
  const { data, size } = encode(text, OPTIONS)
  const width = size * PNG_PIXELS_PER_MODULE
  const rows = data.flatMap((modules) => {
    const row = new Uint8Array(width).fill(WHITE)
    modules.forEach((isDark, column) => {
      if (isDark) {
        row.fill(BLACK, column * PNG_PIXELS_PER_MODULE, (column + 1) * PNG_PIXELS_PER_MODULE)
      }
    })
    return Array.from({ length: PNG_PIXELS_PER_MODULE }, () => row)
  })
  return encodePng(rows, width)
}
