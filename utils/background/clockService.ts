import * as v from 'valibot'
import { MAX_CORRECTION_MS } from '../core/assist/judgeClock'
import type { StorageArea } from '../platform/storage'
import type { ClockCorrection } from '../protocol/views'

const KEY = 'clock'
const correctionSchema = v.object({
  offsetMs: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(-MAX_CORRECTION_MS),
    v.maxValue(MAX_CORRECTION_MS),
  ),
  measuredAt: v.number(),
})

interface ClockOptions {
  /** Not memory-backed: a clock that is wrong today is wrong tomorrow. It says nothing about accounts. */
  readonly area: StorageArea
  readonly now: () => number
}

/** The time by which codes are made: this computer's, and what the person had added to it. */
export function createClockService({ area, now }: ClockOptions) {
  let known: Promise<ClockCorrection | undefined> | undefined

  function read(): Promise<ClockCorrection | undefined> {
    known ??= load()
    return known
  }

  async function load(): Promise<ClockCorrection | undefined> {
    const stored = v.safeParse(correctionSchema, (await area.get([KEY]))[KEY])
    return stored.success ? stored.output : undefined
  }

  /** What is added to this computer's clock. */
  async function readOffsetMs(): Promise<number> {
    return (await read())?.offsetMs ?? 0
  }

  async function readNow(): Promise<number> {
    const offsetMs = await readOffsetMs()
    return now() + offsetMs
  }

  /** False for more than can be a clock's fault: nothing is changed by it. */
  async function correct(offsetMs: number): Promise<boolean> {
    const correction = { offsetMs: Math.round(offsetMs), measuredAt: now() }
    if (!v.is(correctionSchema, correction)) return false
    await area.set({ [KEY]: correction })
    known = undefined
    return true
  }

  async function reset(): Promise<void> {
    await area.remove([KEY])
    known = undefined
  }

  return { read, readOffsetMs, readNow, correct, reset }
}

export type ClockService = ReturnType<typeof createClockService>
