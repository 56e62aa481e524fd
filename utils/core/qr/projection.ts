import type { Point } from './qrReading'

/** Takes a place in a code, in modules, to one in the picture: eight numbers of a 3 by 3 matrix. */
export type Projection = readonly [number, number, number, number, number, number, number, number]

export function project(to: Projection, column: number, row: number): Point {
  const w = to[6] * column + to[7] * row + 1
  return {
    x: (to[0] * column + to[1] * row + to[2]) / w,
    y: (to[3] * column + to[4] * row + to[5]) / w,
  }
}

/** The one projection that takes four places in the code to four points of the picture. */
export function projectionThrough(
  pairs: readonly (readonly [column: number, row: number, point: Point])[],
): Projection | undefined {
  const rows = pairs.flatMap(([c, r, { x, y }]) => [
    [c, r, 1, 0, 0, 0, -c * x, -r * x, x],
    [0, 0, 0, c, r, 1, -c * y, -r * y, y],
  ])
  const [a, b, c, d, e, f, g, h] = solve(rows) ?? []
  return h === undefined ? undefined : [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0, g ?? 0, h]
}

/** Gauss and Jordan, with the largest pivot; each row ends with its right-hand side. */
function solve(rows: number[][]): readonly number[] | undefined {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    }
    const [top, chosen] = [rows[column], rows[pivot]]
    if (!top || !chosen || Math.abs(chosen[column] ?? 0) < 1e-9) return undefined
    rows[column] = chosen
    rows[pivot] = top
    for (const [index, row] of rows.entries()) {
      if (index === column) continue
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1)
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (chosen[at] ?? 0)
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1))
}
