import { DEFAULT_COST, deriveKey, type Argon2Cost } from './argon2'

/** How long one derivation takes here, in milliseconds; `undefined` when there is no memory for it. */
export type MeasureCost = (cost: Argon2Cost) => Promise<number | undefined>

export interface CostChoice {
  readonly cost: Argon2Cost
  /** The machine lacks the memory for the usual cost. */
  readonly isReduced: boolean
}

const MAX_MS = 800
const MAX_ITERATIONS = 10
const REDUCED: readonly Argon2Cost[] = [
  { memoryKib: 46 * 1024, iterations: 2 },
  { memoryKib: 19 * 1024, iterations: 2 },
]

/**
 * The highest cost that still opens a vault in 800 ms on this machine: first more passes, then more
 * memory. Slow machines get `floor` whatever it takes, those without the memory for it what they can;
 * `undefined` when that is nothing.
 */
export async function calibrateCost(
  measure: MeasureCost,
  floor: Argon2Cost = DEFAULT_COST,
): Promise<CostChoice | undefined> {
  const tookMs = await measure(floor)
  if (tookMs === undefined) return reduceCost(measure)
  const affordable = Math.floor((MAX_MS * floor.iterations) / Math.max(tookMs, 1))
  const iterations = Math.max(floor.iterations, Math.min(affordable, MAX_ITERATIONS))
  const cost = { ...floor, iterations }
  // More memory is tried only where all passes together leave room for twice as much.
  const larger = { memoryKib: floor.memoryKib * 2, iterations }
  const isRoomLeft = affordable >= MAX_ITERATIONS * 2
  const largerMs = isRoomLeft ? await measure(larger) : undefined
  const isLargerGood = largerMs !== undefined && largerMs <= MAX_MS
  return { cost: isLargerGood ? larger : cost, isReduced: false }
}

async function reduceCost(measure: MeasureCost): Promise<CostChoice | undefined> {
  for (const cost of REDUCED) {
    if ((await measure(cost)) !== undefined) return { cost, isReduced: true }
  }
  return undefined
}

/** What a slot is rewritten with: no part of it ever becomes cheaper. */
export function raiseCost(present: Argon2Cost, floor: Argon2Cost): Argon2Cost {
  return {
    memoryKib: Math.max(present.memoryKib, floor.memoryKib),
    iterations: Math.max(present.iterations, floor.iterations),
  }
}

export function isSameCost(a: Argon2Cost, b: Argon2Cost): boolean {
  return a.memoryKib === b.memoryKib && a.iterations === b.iterations
}

/** Measures with a derivation that is thrown away. `stopwatch` runs in milliseconds and never back. */
export function createMeasure(stopwatch: () => number): MeasureCost {
  return async (cost) => {
    const startedAt = stopwatch()
    try {
      await deriveKey('calibration', new Uint8Array(16), cost)
    } catch (error) {
      if (error instanceof RangeError) return undefined // WebAssembly could not get the memory
      throw error
    }
    return stopwatch() - startedAt
  }
}
