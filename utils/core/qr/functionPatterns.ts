import { toPattern, type Pattern } from './correlate'

// The parts of a code that hold no data (ISO/IEC 18004, 6.3).

/** Whether a module of the 8 by 8 corner of a finder, separator included, is set. */
function isFinderSet(column: number, row: number): boolean {
  if (column > 6 || row > 6) return false
  return Math.max(Math.abs(column - 3), Math.abs(row - 3)) !== 2
}

/** The rows and columns in which the middles of alignment patterns lie (annex E). */
export const alignmentCentres = remember((size: number): readonly number[] => {
  const version = (size - 17) / 4
  if (version < 2) return []
  const count = Math.floor(version / 7) + 2
  // Version 32 is the one whose distances do not follow from the rule.
  const step = version === 32 ? 26 : Math.ceil((size - 13) / (2 * count - 2)) * 2
  const centres = [6]
  for (let at = size - 7; centres.length < count; at -= step) centres.splice(1, 0, at)
  return centres
})

/** Around its middle at 0, 0. */
export const ALIGNMENT_PATTERN: Pattern = toPattern(
  Array.from({ length: 25 }, (_, index) => {
    const [column, row] = [(index % 5) - 2, Math.floor(index / 5) - 2]
    return [column, row, Math.max(Math.abs(column), Math.abs(row)) !== 1] as const
  }),
)

export const timing = remember((size: number) => {
  const places = Array.from({ length: size - 16 }, (_, index) => index + 8)
  return {
    across: toPattern(places.map((at) => [at, 6, at % 2 === 0] as const)),
    down: toPattern(places.map((at) => [6, at, at % 2 === 0] as const)),
  }
})

/** The finders with their separators: top left, top right, bottom left. */
export const finders = remember((size: number): readonly Pattern[] => {
  const corner = Array.from({ length: 64 }, (_, index) => [index % 8, index >> 3] as const)
  const far = size - 1
  return [
    toPattern(corner.map(([column, row]) => [column, row, isFinderSet(column, row)])),
    toPattern(corner.map(([column, row]) => [far - column, row, isFinderSet(column, row)])),
    toPattern(corner.map(([column, row]) => [column, far - row, isFinderSet(column, row)])),
  ]
})

/** The part of a finder that square and round ones share, around its middle at 0, 0. */
export const FINDER_PATTERN: Pattern = toPattern(
  Array.from({ length: 49 }, (_, index) => [(index % 7) - 3, Math.floor(index / 7) - 3] as const)
    .filter(([column, row]) => Math.min(Math.abs(column), Math.abs(row)) <= 1)
    .map(([column, row]) => [column, row, isFinderSet(column + 3, row + 3)]),
)

/**
 * The modules that are the same in every code of that size, as set or not; the others are `undefined`.
 * Format and version information is not among them.
 */
export function fixedModule(size: number, column: number, row: number): boolean | undefined {
  const [right, down] = [size - 1 - column, size - 1 - row]
  if (column < 8 && row < 8) return isFinderSet(column, row)
  if (right < 8 && row < 8) return isFinderSet(right, row)
  if (column < 8 && down < 8) return isFinderSet(column, down)
  if (row === 6) return column % 2 === 0
  if (column === 6) return row % 2 === 0
  const centres = alignmentCentres(size)
  const across = centres.find((centre) => Math.abs(centre - column) <= 2)
  const along = centres.find((centre) => Math.abs(centre - row) <= 2)
  if (across === undefined || along === undefined) return undefined
  const last = size - 7
  const isAtFinder =
    (across === 6 && (along === 6 || along === last)) || (across === last && along === 6)
  if (isAtFinder) return undefined
  return Math.max(Math.abs(column - across), Math.abs(row - along)) !== 1
}

function remember<T>(make: (size: number) => T): (size: number) => T {
  const made = new Map<number, T>()
  return (size) => {
    const known = made.get(size) ?? make(size)
    made.set(size, known)
    return known
  }
}
