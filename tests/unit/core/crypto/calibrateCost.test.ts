import { describe, expect, it } from 'vitest'
import { isAcceptableCost, type Argon2Cost } from '@/utils/core/crypto/argon2'
import {
  calibrateCost,
  createMeasure,
  isSameCost,
  raiseCost,
  type MeasureCost,
} from '@/utils/core/crypto/calibrateCost'

const MIB = 1024

/** A machine that needs so long for one pass over 64 MiB, and has so much memory to give. */
function machine(passMs: number, memoryKib = 512 * MIB): MeasureCost {
  return (cost) =>
    Promise.resolve(
      cost.memoryKib > memoryKib
        ? undefined
        : (passMs * cost.iterations * cost.memoryKib) / (64 * MIB),
    )
}

it.each([
  ['a very slow one', 2000, 64, 3],
  ['one that takes just too long', 270, 64, 3],
  ['a usual one', 150, 64, 5],
  ['one on the mark', 200, 64, 4],
  ['a fast one', 81, 64, 9],
  ['one that could do more than ten passes', 60, 64, 10],
  ['one that could do just twenty', 40, 128, 10],
  ['one beyond all measure', 0, 128, 10],
])('gives %s its cost', async (_name, passMs, memoryMib, iterations) => {
  const choice = await calibrateCost(machine(passMs))
  expect(choice).toEqual({ cost: { memoryKib: memoryMib * MIB, iterations }, isReduced: false })
})

it('stays with the memory that it can get', async () => {
  const choice = await calibrateCost(machine(10, 64 * MIB))
  expect(choice).toEqual({ cost: { memoryKib: 64 * MIB, iterations: 10 }, isReduced: false })
})

it.each([
  [63, 46],
  [46, 46],
  [45, 19],
  [19, 19],
])('says that it is reduced with %i MiB', async (memoryMib, takenMib) => {
  const choice = await calibrateCost(machine(10, memoryMib * MIB))
  expect(choice).toEqual({ cost: { memoryKib: takenMib * MIB, iterations: 2 }, isReduced: true })
  expect(choice && isAcceptableCost(choice.cost)).toBe(true)
})

it('makes no vault below the least cost', async () => {
  expect(await calibrateCost(machine(10, 18 * MIB))).toBeUndefined()
})

describe('raising', () => {
  const floor: Argon2Cost = { memoryKib: 64 * MIB, iterations: 3 }

  it.each([
    [{ memoryKib: 46 * MIB, iterations: 2 }, floor],
    [floor, floor],
    [
      { memoryKib: 64 * MIB, iterations: 7 },
      { memoryKib: 64 * MIB, iterations: 7 },
    ],
    [
      { memoryKib: 128 * MIB, iterations: 2 },
      { memoryKib: 128 * MIB, iterations: 3 },
    ],
    [
      { memoryKib: 19 * MIB, iterations: 10 },
      { memoryKib: 64 * MIB, iterations: 10 },
    ],
  ])('turns %j into %j, and then rests', (present, raised) => {
    expect(raiseCost(present, floor)).toEqual(raised)
    expect(isSameCost(raiseCost(raised, floor), raised)).toBe(true)
  })
})

it('measures a real derivation by the stopwatch that it is given', async () => {
  let readings = 0
  const measure = createMeasure(() => (readings += 7))
  expect(await measure({ memoryKib: 64, iterations: 1 })).toBe(7)
})

it('knows a machine without the memory from a bug', async () => {
  const measure = createMeasure(() => 0)
  // More than WebAssembly can address; and less than Argon2 takes.
  expect(await measure({ memoryKib: 5 * MIB * MIB, iterations: 1 })).toBeUndefined()
  await expect(measure({ memoryKib: 1, iterations: 1 })).rejects.toThrow()
})
