/** What the distance of two clocks means for codes. Positive: this computer's clock is slow. */
export type ClockJudgement =
  | { readonly kind: 'right' | 'slight' | 'off' | 'far' | 'beyond'; readonly offsetMs: number }
  /** Whole quarters of an hour: the clock is right, but for another place or season. */
  | { readonly kind: 'zone'; readonly offsetMs: number; readonly minutes: number }

const RIGHT_MS = 2000
const SLIGHT_MS = 10_000
/** Beyond this a correction would hide a clock that breaks more than codes. */
const FAR_MS = 5 * 60_000
/** Time zones differ by quarters of an hour (Nepal, Chatham). */
const ZONE_STEP_MS = 15 * 60_000
const ZONE_TOLERANCE_MS = 60_000
/** What a correction may be; beyond it the date is wrong. */
export const MAX_CORRECTION_MS = 30 * 60 * 60_000
const MAX_ZONE_MS = 26 * 60 * 60_000

export function judgeClock(offsetMs: number): ClockJudgement {
  const distance = Math.abs(offsetMs)
  const zoneMs = Math.round(offsetMs / ZONE_STEP_MS) * ZONE_STEP_MS
  const isZone =
    zoneMs !== 0 && distance <= MAX_ZONE_MS && Math.abs(offsetMs - zoneMs) <= ZONE_TOLERANCE_MS
  if (isZone) return { kind: 'zone', offsetMs, minutes: zoneMs / 60_000 }
  if (distance <= RIGHT_MS) return { kind: 'right', offsetMs }
  if (distance <= SLIGHT_MS) return { kind: 'slight', offsetMs }
  if (distance > MAX_CORRECTION_MS) return { kind: 'beyond', offsetMs }
  return { kind: distance <= FAR_MS ? 'off' : 'far', offsetMs }
}
