import { brightnessAt, type Gray } from './pixels'
import type { Projection } from './projection'

/** Modules and what they should be: columns, rows, and 1 for a set module. */
export interface Pattern {
  readonly columns: Int16Array
  readonly rows: Int16Array
  readonly isSet: Uint8Array
}

export function toPattern(
  modules: readonly (readonly [column: number, row: number, isSet: boolean])[],
): Pattern {
  return {
    columns: Int16Array.from(modules, ([column]) => column),
    rows: Int16Array.from(modules, ([, row]) => row),
    isSet: Uint8Array.from(modules, ([, , isSet]) => Number(isSet)),
  }
}

/** Below this there is nothing but one shade. */
const MIN_VARIANCE = 4

/** How far brightness follows the pattern: 1 is exactly, 0 is not at all. Runs very often. */
export function correlate(
  gray: Gray,
  { columns, rows, isSet }: Pattern,
  to: Projection,
  isDark: boolean,
  atColumn = 0,
  atRow = 0,
): number {
  const count = columns.length
  let [sum, squares, setSum, setCount] = [0, 0, 0, 0]
  for (let index = 0; index < count; index++) {
    const column = (columns[index] as number) + atColumn + 0.5
    const row = (rows[index] as number) + atRow + 0.5
    const w = to[6] * column + to[7] * row + 1
    const value = brightnessAt(
      gray,
      (to[0] * column + to[1] * row + to[2]) / w,
      (to[3] * column + to[4] * row + to[5]) / w,
    )
    sum += value
    squares += value * value
    if (isSet[index] === 1) {
      setSum += value
      setCount++
    }
  }
  const mean = sum / count
  const variance = squares / count - mean * mean
  if (variance < MIN_VARIANCE) return 0
  const share = setCount / count
  const distance = (sum - setSum) / (count - setCount) - setSum / setCount
  const correlation = (distance * Math.sqrt(share * (1 - share))) / Math.sqrt(variance)
  return isDark ? correlation : -correlation
}
