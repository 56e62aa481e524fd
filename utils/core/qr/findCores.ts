import type { Gray } from './pixels'
import { findThresholds, type Thresholds } from './findThresholds'

/** The middle of a finder pattern: three modules square, with a ring of the other shade around it. */
export interface Core {
  readonly x: number
  readonly y: number
  /** Pixels a module. */
  readonly module: number
  /** Whether the core is the dark part; a code may also be light on dark. */
  readonly isDark: boolean
}

const MIN_MODULE = 1.15
const MAX_CORES = 160

/**
 * Finds cores by their runs, light 1 : dark 3 : light 1, in rows and columns. What lies beyond the ring is
 * not asked for, because a code without a quiet zone may run into anything.
 */
export function findCores(gray: Gray): readonly Core[] {
  const thresholds = findThresholds(gray)
  const isDarkAt = createReader(gray, thresholds)
  const found: Cluster[] = []
  // Those that a row near this one may still belong to: noise has thousands of others.
  let near: Cluster[] = []
  for (let y = 1; y < gray.height; y += 2) {
    if (y % 16 === 1) near = near.filter((cluster) => reachesDown(cluster, y))
    scanRow(gray, thresholds, y, consider)
  }
  return found
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_CORES)
    .map(({ x, y, module, isDark, count }) => ({
      x: x / count,
      y: y / count,
      module: module / count,
      isDark,
    }))

  function consider(x: number, y: number, run: number, isDark: boolean): void {
    const core = confirm(isDarkAt, x, y, run, isDark)
    if (!core) return
    for (const cluster of near) {
      const { count } = cluster
      const reach = core.module * 1.5
      const isSame =
        cluster.isDark === isDark &&
        Math.abs(cluster.x / count - core.x) < reach &&
        Math.abs(cluster.y / count - core.y) < reach
      if (!isSame) continue
      cluster.x += core.x
      cluster.y += core.y
      cluster.module += core.module
      cluster.count++
      return
    }
    const cluster = { ...core, count: 1 }
    found.push(cluster)
    near.push(cluster)
  }
}

interface Cluster {
  x: number
  y: number
  module: number
  readonly isDark: boolean
  count: number
}

/** Half a core, and once more as much for middles that were measured a little off. */
function reachesDown({ y, module, count }: Cluster, row: number): boolean {
  return y / count + (3 * module) / count >= row
}

type ReadDark = (x: number, y: number) => boolean

function createReader(
  { data, width, height }: Gray,
  { shift, columns, values }: Thresholds,
): ReadDark {
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    if (column < 0 || row < 0 || column >= width || row >= height) return false
    const threshold = values[(row >> shift) * columns + (column >> shift)] as number
    return (data[row * width + column] as number) < threshold
  }
}

function scanRow(
  { data, width }: Gray,
  { shift, columns, values }: Thresholds,
  y: number,
  consider: (x: number, y: number, run: number, isDark: boolean) => void,
): void {
  const row = y * width
  const cells = (y >> shift) * columns
  let [first, second, start] = [0, 0, 0]
  let isDark = false
  for (let x = 0; x <= width; x++) {
    const next: boolean =
      x === width ? !isDark : (data[row + x] as number) < (values[cells + (x >> shift)] as number)
    if (next === isDark) continue
    const third = x - start
    // The runs so far: the ring, the core, the ring again.
    if (second >= 3 && isRing(first, second) && isRing(third, second)) {
      consider(start - second / 2, y + 0.5, second, !isDark)
    }
    first = second
    second = third
    start = x
    isDark = next
  }
}

function isRing(ring: number, core: number): boolean {
  const module = core / 3
  return ring >= module * 0.45 - 0.3 && ring <= module * 1.75 + 0.7
}

function confirm(
  isDarkAt: ReadDark,
  x: number,
  y: number,
  run: number,
  isDark: boolean,
): Core | undefined {
  const down = measure(isDarkAt, x, y, 0, 1, run, isDark)
  if (!down) return undefined
  const cy = y + down.shift
  const across = measure(isDarkAt, x, cy, 1, 0, run, isDark)
  if (!across) return undefined
  const cx = x + across.shift
  const module = (down.length + across.length) / 10
  if (module < MIN_MODULE || Math.abs(down.length - across.length) > module * 2.2 + 1)
    return undefined
  const core = { x: cx, y: cy, module, isDark }
  return looksLikeFinder(isDarkAt, core) ? core : undefined
}

/** Ring, core and ring again along one line: how far its middle is from here, and how long it is. */
function measure(
  isDarkAt: ReadDark,
  x: number,
  y: number,
  dx: number,
  dy: number,
  run: number,
  isDark: boolean,
): { readonly shift: number; readonly length: number } | undefined {
  const limit = run * 1.6 + 2
  const walk = (step: number): readonly [number, number] => {
    let core = 0
    while (core < limit && isDarkAt(x + dx * step * core, y + dy * step * core) === isDark) core++
    let ring = core
    while (ring < core + limit && isDarkAt(x + dx * step * ring, y + dy * step * ring) !== isDark)
      ring++
    return [core, ring - core]
  }
  const [ahead, ringAhead] = walk(1)
  const [back, ringBack] = walk(-1)
  const core = ahead + back - 1
  if (core < run * 0.55 - 1 || core > run * 1.6 + 1) return undefined
  if (!isRing(ringAhead, core) || !isRing(ringBack, core)) return undefined
  return { shift: (ahead - back) / 2, length: core + ringAhead + ringBack }
}

/** Light ring and dark frame on the four sides, where round and square finders agree. */
function looksLikeFinder(isDarkAt: ReadDark, { x, y, module, isDark }: Core): boolean {
  let ring = 0
  let frame = 0
  for (const side of [-0.6, 0, 0.6]) {
    for (const [dx, dy] of [
      [1, side],
      [-1, side],
      [side, 1],
      [side, -1],
    ] as const) {
      const along = (distance: number) =>
        isDarkAt(
          x + (Math.abs(dx) === 1 ? dx * distance : dx) * module,
          y + (Math.abs(dy) === 1 ? dy * distance : dy) * module,
        )
      if (along(2) !== isDark) ring++
      if (along(3) === isDark) frame++
    }
  }
  return ring >= 10 && frame >= 8
}
