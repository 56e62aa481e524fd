import type { QrCode } from './qrReading'

interface Placed {
  readonly code: QrCode
  readonly x: number
  readonly y: number
  readonly top: number
  readonly bottom: number
}

/** As a page is read: row by row from the top, each from the left. A row is what stands beside its first code. */
export function inReadingOrder(codes: readonly QrCode[]): readonly QrCode[] {
  const rows: Placed[][] = []
  for (const placed of codes.map(place).sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1)
    if (row?.[0] && placed.y < row[0].bottom) row.push(placed)
    else rows.push([placed])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x)).map(({ code }) => code)
}

function place(code: QrCode): Placed {
  const xs = code.corners.map(({ x }) => x)
  const ys = code.corners.map(({ y }) => y)
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  return { code, x: middle(xs), y: middle(ys), top, bottom }
}
