import type { Core } from './findCores'
import type { Point } from './qrReading'

/** Where the three finder patterns of a code have their middles, as the code itself is turned. */
export interface Frame {
  readonly topLeft: Point
  readonly topRight: Point
  readonly bottomLeft: Point
  readonly module: number
  readonly isDark: boolean
  /** The cores it was made of: two, where a third is guessed. */
  readonly cores: readonly Core[]
  /** Which of top left (0), top right (1) and bottom left (2) they are. */
  readonly seen: readonly number[]
}

// Between the middles of two finders of the smallest and the largest code there are, with some play.
const MIN_SPAN = 11
const MAX_SPAN = 190
const MAX_FRAMES = 400
const MAX_PAIR_FRAMES = 1600
const MAX_SLANT = 0.25
const MAX_STRETCH = 0.25

/** One side of a frame: from the corner to another core. */
interface Leg {
  readonly end: Core
  readonly dx: number
  readonly dy: number
  readonly length: number
}

/** Three cores at a right angle with legs of one length, the best ones first. */
export function findTriples(cores: readonly Core[]): readonly Frame[] {
  const triples: { readonly cores: readonly [Core, Core, Core]; readonly doubt: number }[] = []
  for (const corner of cores) {
    const legs = cores.filter((end) => isPair(corner, end)).map((end) => toLeg(corner, end))
    for (const right of legs) {
      for (const down of legs) {
        // Clockwise only: the other way round is the same three cores with right and down exchanged.
        if (right.dx * down.dy - right.dy * down.dx <= 0) continue
        const both = right.length * down.length
        const slant = Math.abs(right.dx * down.dx + right.dy * down.dy) / both
        if (slant > MAX_SLANT) continue
        const stretch = Math.abs(Math.log(right.length / down.length))
        if (stretch > MAX_STRETCH) continue
        const modules = [corner.module, right.end.module, down.end.module]
        const spread = Math.log(Math.max(...modules) / Math.min(...modules))
        triples.push({ cores: [corner, right.end, down.end], doubt: slant + stretch + spread })
      }
    }
  }
  return triples
    .sort((one, other) => one.doubt - other.doubt)
    .slice(0, MAX_FRAMES)
    .map(({ cores }) => toFrame(...cores, cores))
}

function toLeg(corner: Core, end: Core): Leg {
  const [dx, dy] = [end.x - corner.x, end.y - corner.y]
  return { end, dx, dy, length: Math.hypot(dx, dy) }
}

/**
 * Two cores, and where the third would be: it may be covered, restyled or cut off by the screen. The cores
 * come with the plainest first, and so do the frames.
 */
export function findPairs(cores: readonly Core[]): readonly Frame[] {
  const frames: Frame[] = []
  for (const [at, core] of cores.entries()) {
    for (const plainer of cores.slice(0, at)) {
      if (frames.length >= MAX_PAIR_FRAMES) return frames
      if (isPair(core, plainer) && isOfOneSize(core, plainer)) {
        frames.push(...framesOf(core, plainer), ...framesOf(plainer, core))
      }
    }
  }
  return frames
}

function isOfOneSize(one: Core, other: Core): boolean {
  return Math.abs(Math.log(one.module / other.module)) <= 0.25
}

/** The pair as the top side, the left side, or the diagonal from the lower left to the upper right. */
function framesOf(one: Core, other: Core): readonly Frame[] {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const both = [one, other]
  return [
    toFrame(one, other, { x: one.x - dy, y: one.y + dx }, both),
    toFrame(one, { x: one.x + dy, y: one.y - dx }, other, both),
    toFrame({ x: (one.x + other.x + dy) / 2, y: (one.y + other.y - dx) / 2 }, other, one, both),
  ]
}

function isPair(one: Core, other: Core): boolean {
  if (one === other || one.isDark !== other.isDark) return false
  const module = (one.module + other.module) / 2
  const span = Math.hypot(other.x - one.x, other.y - one.y) / module
  return span > MIN_SPAN && span < MAX_SPAN && Math.abs(Math.log(one.module / other.module)) < 0.5
}

function toFrame(
  topLeft: Point,
  topRight: Point,
  bottomLeft: Point,
  cores: readonly Core[],
): Frame {
  const module = cores.reduce((sum, core) => sum + core.module, 0) / cores.length
  const corners = [topLeft, topRight, bottomLeft] as const
  const seen = cores.map((core) => corners.indexOf(core))
  return { topLeft, topRight, bottomLeft, module, isDark: cores[0]?.isDark ?? true, cores, seen }
}
