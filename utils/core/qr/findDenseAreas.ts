import type { Gray } from './pixels'

export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const CELL = 16
/** Changes of shade per pixel in a row or column of modules that are hardly larger than a pixel. */
const MIN_DENSITY = 0.2
const MIN_STEP = 24
/** Cells on a side of the smallest code there can be with such modules. */
const MIN_CELLS = 2
const MARGIN = 12
const MAX_AREAS = 6

/**
 * Where shades change at every other pixel in both directions and on all sides, as in a code whose modules
 * are tiny. Text does so along its lines only.
 */
export function findDenseAreas({ data, width, height }: Gray): readonly Area[] {
  const columns = Math.floor(width / CELL)
  const rows = Math.floor(height / CELL)
  const isDense = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let across = 0
      let down = 0
      for (let y = row * CELL; y < (row + 1) * CELL - 1; y++) {
        for (let at = y * width + column * CELL, end = at + CELL - 1; at < end; at++) {
          const value = data[at] as number
          if (Math.abs(value - (data[at + 1] as number)) > MIN_STEP) across++
          if (Math.abs(value - (data[at + width] as number)) > MIN_STEP) down++
        }
      }
      const least = MIN_DENSITY * (CELL - 1) ** 2
      isDense[row * columns + column] = Number(across > least && down > least)
    }
  }
  return collect(isDense, columns, rows)
    .filter((area) => area.right - area.left >= MIN_CELLS && area.bottom - area.top >= MIN_CELLS)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, MAX_AREAS)
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(0, left * CELL - CELL - MARGIN),
      top: Math.max(0, top * CELL - CELL - MARGIN),
      right: Math.min(width, right * CELL + CELL + MARGIN),
      bottom: Math.min(height, bottom * CELL + CELL + MARGIN),
    }))
}

export function crop({ data, width }: Gray, { left, top, right, bottom }: Area): Gray {
  const cropped = new Uint8Array((right - left) * (bottom - top))
  for (let y = top; y < bottom; y++) {
    const row = data.subarray(y * width + left, y * width + right)
    cropped.set(row, (y - top) * (right - left))
  }
  return { data: cropped, width: right - left, height: bottom - top }
}

/** The boxes around cells that touch each other. */
function collect(isDense: Uint8Array, columns: number, rows: number): readonly Area[] {
  const areas: Area[] = []
  for (let start = 0; start < isDense.length; start++) {
    if (isDense[start] === 0) continue
    let [left, top, right, bottom] = [columns, rows, 0, 0]
    const open = [start]
    isDense[start] = 0
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)]
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
      const sides = [
        x > 0 && at - 1,
        x < columns - 1 && at + 1,
        y > 0 && at - columns,
        y < rows - 1 && at + columns,
      ]
      for (const side of sides) {
        if (side === false || isDense[side] === 0) continue
        isDense[side] = 0
        open.push(side)
      }
    }
    areas.push({ left, top, right, bottom })
  }
  return areas
}

function sizeOf({ left, top, right, bottom }: Area): number {
  return (right - left) * (bottom - top)
}
