import * as v from 'valibot'
import type { StorageArea } from '../platform/storage'
import type { ClockCorrection } from '../protocol/requests'

const KEY = 'clock'
const MAX_OFFSET_MS = 30 * 60 * 60_000
const correctionSchema = v.object({
  offsetMs: v.pipe(v.number(), v.integer(), v.minValue(-MAX_OFFSET_MS), v.maxValue(MAX_OFFSET_MS)),
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

  async function correct(offsetMs: number): Promise<void> {
    await area.set({ [KEY]: { offsetMs: Math.round(offsetMs), measuredAt: now() } })
    known = undefined
  }

  async function reset(): Promise<void> {
    await area.remove([KEY])
    known = undefined
  }

  return { read, readOffsetMs, readNow, correct, reset }
}

export type ClockService = ReturnType<typeof createClockService>
