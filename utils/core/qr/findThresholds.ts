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
  const high = new Uint8Array(columns * rows)
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, cell++) {
      const range = readRange(gray, column << SHIFT, row << SHIFT)
      low[cell] = range & 0xff
      high[cell] = range >> 8
    }
  }
  const lowAround = spread(
    spread(low, columns, rows, 1, Math.min),
    columns,
    rows,
    columns,
    Math.min,
  )
  const highAround = spread(
    spread(high, columns, rows, 1, Math.max),
    columns,
    rows,
    columns,
    Math.max,
  )
  const values = new Uint8Array(columns * rows)
  for (let index = 0; index < values.length; index++) {
    const [lowest, highest] = [lowAround[index] as number, highAround[index] as number]
    values[index] = highest - lowest < MIN_RANGE ? 0 : (lowest + highest + 1) >> 1
  }
  return { shift: SHIFT, columns, values }
}

/** The darkest shade of a square in the low byte, and the brightest above it. Runs very often. */
function readRange({ data, width, height }: Gray, left: number, top: number): number {
  const right = Math.min(left + (1 << SHIFT), width)
  const bottom = Math.min(top + (1 << SHIFT), height)
  let lowest = 255
  let highest = 0
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left, end = y * width + right; at < end; at++) {
      const value = data[at] as number
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
  }
  return (highest << 8) | lowest
}

function spread(
  values: Uint8Array,
  columns: number,
  rows: number,
  stride: number,
  choose: (a: number, b: number) => number,
): Uint8Array {
  const result = new Uint8Array(values.length)
  const size = stride === 1 ? columns : rows
  for (let index = 0; index < values.length; index++) {
    const place = stride === 1 ? index % columns : Math.floor(index / columns)
    const first = Math.max(-place, -REACH)
    const last = Math.min(size - 1 - place, REACH)
    let value = values[index] as number
    for (let step = first; step <= last; step++) {
      value = choose(value, values[index + step * stride] as number)
    }
    result[index] = value
  }
  return result
}
