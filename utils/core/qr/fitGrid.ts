import type { Core } from './findCores'
import type { Frame } from './findFrames'
import { correlate } from './correlate'
import {
  alignmentCentres,
  ALIGNMENT_PATTERN,
  FINDER_PATTERN,
  finders,
  timing,
} from './functionPatterns'
import type { Gray } from './pixels'
import type { Point } from './qrReading'
import { project, projectionThrough, type Projection } from './projection'

/** Where the modules of a code lie in the picture. */
export interface Grid {
  /** Modules on a side. */
  readonly size: number
  /** Whether set modules are dark; a code may also be light on dark. */
  readonly isDark: boolean
  readonly projection: Projection
  /** How well what every code has stands where it should, up to 1. */
  readonly fit: number
}

const FINDER_MIDDLE = 3.5
const MIN_TIMING = 0.55
const MIN_FINDER = 0.5
const MIN_UPRIGHT = 0.7
const MIN_ALIGNMENT = 0.6
const CLIMBING_STEPS = [0.4, 0.2, 0.1]

/** Lays the grid over the code so that its timing lines alternate; nothing where they do not. */
export function fitGrid(gray: Gray, frame: Frame): Grid | undefined {
  const { topLeft, topRight, bottomLeft, module, isDark } = frame
  if (!frame.cores.every((core) => isFinder(gray, frame, core))) return undefined
  const corners: Corners = [
    topLeft.x,
    topLeft.y,
    topRight.x,
    topRight.y,
    bottomLeft.x,
    bottomLeft.y,
  ]
  const span =
    Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) +
    Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y)
  const guess = span / 2 / module + 2 * FINDER_MIDDLE
  let best = { size: 0, timing: MIN_TIMING }
  for (let size = 21; size <= 177; size += 4) {
    if (size < guess * 0.82 - 3 || size > guess * 1.22 + 3) continue
    const alternation = scoreTiming(gray, affine(corners, size), { size, isDark }, best.timing)
    if (alternation > best.timing) best = { size, timing: alternation }
  }
  return best.size === 0 ? undefined : climb(gray, corners, best.size, frame)
}

/** The cores around which a finder stands upright and whole, the plainest first. */
export function findUpright(gray: Gray, cores: readonly Core[]): readonly Core[] {
  return cores
    .map((core) => {
      const { x, y, module, isDark } = core
      const to: Projection = [module, 0, x - module / 2, 0, module, y - module / 2, 0, 0]
      return { core, score: correlate(gray, FINDER_PATTERN, to, isDark) }
    })
    .filter(({ score }) => score >= MIN_UPRIGHT)
    .sort((one, other) => other.score - one.score)
    .map(({ core }) => core)
}

/** The same grid with its far corner moved to where the alignment pattern there is seen. */
export function alignGrid(gray: Gray, grid: Grid): Grid | undefined {
  const { size, isDark, projection } = grid
  const centre = alignmentCentres(size).at(-1)
  if (centre === undefined) return undefined
  const reach = 2 + size / 20
  let best = { score: MIN_ALIGNMENT, column: 0, row: 0 }
  for (let row = centre - reach; row <= centre + reach; row += 0.25) {
    for (let column = centre - reach; column <= centre + reach; column += 0.25) {
      const score = correlate(gray, ALIGNMENT_PATTERN, projection, isDark, column, row)
      if (score > best.score) best = { score, column, row }
    }
  }
  if (best.score === MIN_ALIGNMENT) return undefined
  const [near, far] = [FINDER_MIDDLE, size - FINDER_MIDDLE]
  const aligned = projectionThrough([
    [near, near, project(projection, near, near)],
    [far, near, project(projection, far, near)],
    [near, far, project(projection, near, far)],
    [centre + 0.5, centre + 0.5, project(projection, best.column + 0.5, best.row + 0.5)],
  ])
  return aligned && { ...grid, projection: aligned }
}

/** Whether a whole finder, turned as the frame is, stands around the core. */
function isFinder(
  gray: Gray,
  { topLeft, topRight, module, isDark }: Frame,
  { x, y }: Point,
): boolean {
  const span = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) / module
  const [ux, uy] = [(topRight.x - topLeft.x) / span, (topRight.y - topLeft.y) / span]
  // The pattern's middle is the middle of module 0, 0.
  const to: Projection = [ux, -uy, x - (ux - uy) / 2, uy, ux, y - (ux + uy) / 2, 0, 0]
  return correlate(gray, FINDER_PATTERN, to, isDark) >= MIN_FINDER
}

type Corners = [number, number, number, number, number, number]

function affine([x, y, rightX, rightY, downX, downY]: Corners, size: number): Projection {
  const span = size - 2 * FINDER_MIDDLE
  const [ux, uy] = [(rightX - x) / span, (rightY - y) / span]
  const [vx, vy] = [(downX - x) / span, (downY - y) / span]
  const [left, top] = [x - FINDER_MIDDLE * (ux + vx), y - FINDER_MIDDLE * (uy + vy)]
  return [ux, vx, left, uy, vy, top, 0, 0]
}

/** Of the two timing lines the weaker one counts more. What cannot be above `least` is 0. */
function scoreTiming(
  gray: Gray,
  projection: Projection,
  { size, isDark }: Pick<Grid, 'size' | 'isDark'>,
  least: number,
): number {
  const { across, down } = timing(size)
  const one = correlate(gray, across, projection, isDark)
  if (combine(one, 1) <= least) return 0
  return combine(one, correlate(gray, down, projection, isDark))
}

function combine(one: number, other: number): number {
  return Math.min(one, other) * 0.6 + Math.max(one, other) * 0.4
}

/** Moves the corners by fractions of a module for as long as the fixed patterns fit better. */
function climb(gray: Gray, start: Corners, size: number, { module, isDark, seen }: Frame): Grid {
  const { across, down } = timing(size)
  const patterns = seen.flatMap((corner) => finders(size)[corner] ?? [])
  const score = (corners: Corners) => {
    const projection = affine(corners, size)
    let sum = correlate(gray, across, projection, isDark)
    sum += correlate(gray, down, projection, isDark)
    for (const pattern of patterns) sum += correlate(gray, pattern, projection, isDark)
    return sum / (patterns.length + 2)
  }
  const corners: Corners = [...start]
  let best = score(corners)
  for (const step of CLIMBING_STEPS) {
    for (let round = 0; round < 3; round++) {
      const before = best
      for (let index = 0; index < corners.length; index++) {
        const from = corners[index] ?? 0
        for (const place of [from + step * module, from - step * module]) {
          corners[index] = place
          const next = score(corners)
          if (next > best) {
            best = next
            break
          }
          corners[index] = from
        }
      }
      if (best === before) break
    }
  }
  return { size, isDark, projection: affine(corners, size), fit: best }
}
