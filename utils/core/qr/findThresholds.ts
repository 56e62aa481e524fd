import type { Gray } from './pixels'

/** Where dark begins, per square of the picture; 0 where everything is of one shade. */
export interface Thresholds {
  /** A square is two to the power of this wide. */
  readonly shift: number
  readonly columns: number
  readonly values: Uint8Array
}

const SHIFT = 3
const REACH = 2
/** Screenshots have no noise, so that a faint code still counts. */
const MIN_RANGE = 8

/** The middle between the darkest and the brightest pixel around each square. */
export function findThresholds(gray: Gray): Thresholds {
  const { width, height } = gray
  const columns = (width + 7) >> SHIFT
  const rows = (height + 7) >> SHIFT
  const low = new Uint8Array(columns * rows)
  // Turned over, so that both are a search for the lowest.
  const high = new Uint8Array(columns * rows)
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, cell++) {
      const range = readRange(gray, column << SHIFT, row << SHIFT)
      low[cell] = range & 0xff
      high[cell] = 255 - (range >> 8)
    }
  }
  const lowAround = lowestAround(low, columns, rows)
  const highAround = lowestAround(high, columns, rows)
  const values = new Uint8Array(columns * rows)
  for (let index = 0; index < values.length; index++) {
    const lowest = lowAround[index] as number
    const highest = 255 - (highAround[index] as number)
    values[index] = highest - lowest < MIN_RANGE ? 0 : (lowest + highest + 1) >> 1
  }
  return { shift: SHIFT, columns, values }
}

/**
 * The darkest shade of a square in the low byte, and the brightest above it. Runs very often, so it looks at
 * every other row: what is seen by nothing else is no part of a code.
 */
function readRange({ data, width, height }: Gray, left: number, top: number): number {
  const right = Math.min(left + (1 << SHIFT), width)
  const bottom = Math.min(top + (1 << SHIFT), height)
  let lowest = 255
  let highest = 0
  for (let y = top; y < bottom; y += 2) {
    for (let at = y * width + left, end = y * width + right; at < end; at++) {
      const value = data[at] as number
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
  }
  return (highest << 8) | lowest
}

/** Of each square and those around it. */
function lowestAround(values: Uint8Array, columns: number, rows: number): Uint8Array {
  return lowestAlong(lowestAlong(values, columns, rows, 0, 1), columns, rows, 1, 0)
}

function lowestAlong(
  values: Uint8Array,
  columns: number,
  rows: number,
  down: number,
  across: number,
): Uint8Array {
  const result = new Uint8Array(values)
  for (let row = 0, index = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      const place = down * row + across * column
      const last = Math.min(REACH, down * (rows - 1) + across * (columns - 1) - place)
      const stride = down * columns + across
      let lowest = 255
      for (let step = -Math.min(REACH, place); step <= last; step++) {
        const value = values[index + step * stride] as number
        if (value < lowest) lowest = value
      }
      result[index] = lowest
    }
  }
  return result
}
