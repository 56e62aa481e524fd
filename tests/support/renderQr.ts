import { encode } from 'uqr'
import type { Pixels } from '@/utils/core/qr/qrReading'

const MODULE_PIXELS = 4
const MARGIN_MODULES = 4

/** A picture with the texts as QR codes beside each other, as a page would show them. */
export function renderQr(...texts: readonly string[]): Pixels {
  return render(texts, MARGIN_MODULES)
}

/** The same without the white around them that readers ask for. */
export function renderBareQr(...texts: readonly string[]): Pixels {
  return render(texts, 0)
}

function render(texts: readonly string[], border: number): Pixels {
  const codes = texts.map((text) => encode(text, { ecc: 'M', border }))
  const size = Math.max(...codes.map((code) => code.size)) * MODULE_PIXELS
  const width = size * Math.max(codes.length, 1)
  const data = new Uint8ClampedArray(width * size * 4).fill(255)
  codes.forEach((code, index) => {
    for (let y = 0; y < code.size * MODULE_PIXELS; y++) {
      for (let x = 0; x < code.size * MODULE_PIXELS; x++) {
        const row = code.data[Math.floor(y / MODULE_PIXELS)]
        if (!row?.[Math.floor(x / MODULE_PIXELS)]) continue
        data.fill(0, (y * width + index * size + x) * 4, (y * width + index * size + x) * 4 + 3)
      }
    }
  })
  return { data, width, height: size }
}
