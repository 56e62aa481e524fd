import { fixedModule } from './functionPatterns'
import type { Grid } from './fitGrid'
import { brightnessAt, type Gray } from './pixels'
import { project } from './projection'
import type { Pixels } from './qrReading'

const QUIET = 4
const SCALE = 3
/** How wide the blur is that is taken back, as the share of a module's light in each neighbour. */
const BLURS = [0.08, 0.14]
const ROUNDS = 4

/** The brightness of every module, dark codes and light ones alike with low values for set modules. */
export function sampleModules(gray: Gray, { size, isDark, projection }: Grid): Float32Array {
  const values = new Float32Array(size * size)
  const [origin, next] = [project(projection, 0, 0), project(projection, 1, 0)]
  const offsets = Math.hypot(next.x - origin.x, next.y - origin.y) < 2.5 ? [0] : [-0.2, 0, 0.2]
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0
      for (const dy of offsets) {
        for (const dx of offsets) {
          const { x, y } = project(projection, column + 0.5 + dx, row + 0.5 + dy)
          sum += brightnessAt(gray, x, y)
        }
      }
      const value = sum / offsets.length ** 2
      values[row * size + column] = isDark ? value : 255 - value
    }
  }
  return values
}

/** The modules as clean pictures, from what was seen to what it would be without blur. */
export function* paintModules(values: Float32Array, size: number): Generator<Pixels> {
  yield paint(values, size)
  for (const leak of BLURS) yield paint(sharpen(values, size, leak), size)
}

/** Van Cittert's iteration: what blurring the estimate leaves out of the seen values is added to it. */
function sharpen(values: Float32Array, size: number, leak: number): Float32Array {
  let estimate = values
  for (let round = 0; round < ROUNDS; round++) {
    const blurred = blur(estimate, size, leak)
    estimate = estimate.map((value, index) =>
      Math.min(300, Math.max(-45, value + (values[index] as number) - (blurred[index] as number))),
    )
  }
  return estimate
}

function blur(values: Float32Array, size: number, leak: number): Float32Array {
  const along = (source: Float32Array, stride: number) => {
    const result = new Float32Array(source.length)
    for (let index = 0; index < source.length; index++) {
      const place = stride === 1 ? index % size : Math.floor(index / size)
      const value = source[index] as number
      const before = place > 0 ? (source[index - stride] as number) : 255
      const after = place < size - 1 ? (source[index + stride] as number) : 255
      result[index] = value * (1 - 2 * leak) + (before + after) * leak
    }
    return result
  }
  return along(along(values, 1), size)
}

function paint(values: Float32Array, size: number): Pixels {
  const width = (size + 2 * QUIET) * SCALE
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  const words = new Uint32Array(data.buffer)
  const thresholds = findModuleThresholds(values, size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const index = row * size + column
      const isDark =
        fixedModule(size, column, row) ?? (values[index] as number) < (thresholds[index] as number)
      if (!isDark) continue
      const left = (column + QUIET) * SCALE
      for (let y = (row + QUIET) * SCALE, end = y + SCALE; y < end; y++) {
        words.fill(0xff000000, y * width + left, y * width + left + SCALE)
      }
    }
  }
  return { data, width, height: width }
}

const REACH = 3

/** The middle between dark and light around each module; of the whole code where all is alike. */
function findModuleThresholds(values: Float32Array, size: number): Float32Array {
  const sorted = values.toSorted()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number
  const [low, high] = [at(0.08), at(0.92)]
  const result = new Float32Array(values.length)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let [lowest, highest] = [Infinity, -Infinity]
      const right = Math.min(size - 1, column + REACH)
      for (let y = Math.max(0, row - REACH); y <= Math.min(size - 1, row + REACH); y++) {
        for (let x = Math.max(0, column - REACH); x <= right; x++) {
          const value = values[y * size + x] as number
          if (value < lowest) lowest = value
          if (value > highest) highest = value
        }
      }
      const isPlain = highest - lowest < (high - low) * 0.4
      result[row * size + column] = isPlain ? (low + high) / 2 : (lowest + highest) / 2
    }
  }
  return result
}
