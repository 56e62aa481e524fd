import { ALGORITHMS, type Algorithm, type OtpParameters } from '../account'
import { generateCode, timeStepAt } from '../otp/generateCode'

/** Under which circumstances an account makes a code that is known to work. */
export interface CodeSolution {
  readonly algorithm: Algorithm
  readonly digits: number
  readonly periodSeconds: number
  /** By how many of these periods the code is ahead of the present one. */
  readonly steps: number
  /** Whole quarters of an hour, for which such a clock would be wrong by zone or season. */
  readonly zoneMinutes: number
}

const PERIODS = [30, 60, 15, 20, 90, 120]
const NEAR_STEPS = 10
const ZONE_STEPS = 1
const ZONE_STEP_MINUTES = 15
const MAX_ZONE_MINUTES = 14 * 60

/**
 * Looks for a code among those that the same secret makes with other parameters or by another clock;
 * nothing when the secret must be another one. What differs least is found first, because a long search
 * also finds by chance: one in a million for each six digits that it compares.
 */
export function solveCode(
  account: OtpParameters,
  typed: string,
  now: number,
): CodeSolution | undefined {
  const code = cleanCode(typed)
  if (account.type === 'hotp' || !isCode(account, code)) return undefined
  const own = { ...account, digits: account.type === 'steam' ? account.digits : code.length }
  for (const candidate of variants(own)) {
    const found = findNear(candidate, code, now)
    if (found) return found
  }
  return findInZones(own, code, now)
}

/** A code as people type it: without the spaces and dashes between its groups. */
export function cleanCode(typed: string): string {
  return typed.replace(/[\s\-\u2013\u00a0]/gu, '').toUpperCase()
}

function isCode({ type }: OtpParameters, code: string): boolean {
  return type === 'steam' ? /^[2-9A-Z]{5}$/u.test(code) : /^\d{4,10}$/u.test(code)
}

/** The account as it is, then with one thing changed, then with more. */
function variants(account: OtpParameters): readonly OtpParameters[] {
  if (account.type === 'steam') return [account]
  const algorithms = [account.algorithm, ...ALGORITHMS.filter((it) => it !== account.algorithm)]
  const periods = [account.periodSeconds, ...PERIODS.filter((it) => it !== account.periodSeconds)]
  const all = algorithms.flatMap((algorithm, a) =>
    periods.map((periodSeconds, p) => ({
      variant: { ...account, algorithm, periodSeconds },
      changes: Math.sign(a) + Math.sign(p),
    })),
  )
  return all.sort((a, b) => a.changes - b.changes).map(({ variant }) => variant)
}

function findNear(account: OtpParameters, code: string, now: number): CodeSolution | undefined {
  const present = timeStepAt(now, account.periodSeconds)
  const steps = nearFirst(NEAR_STEPS).find(
    (step) => present + step >= 0 && generateCode(account, present + step) === code,
  )
  return steps === undefined ? undefined : { ...shapeOf(account), steps, zoneMinutes: 0 }
}

/** A clock that was set by hand for the wrong zone makes codes of hours ago, or of hours to come. */
function findInZones(account: OtpParameters, code: string, now: number): CodeSolution | undefined {
  const zones = nearFirst(MAX_ZONE_MINUTES / ZONE_STEP_MINUTES).slice(1)
  for (const zone of zones) {
    const zoneMinutes = zone * ZONE_STEP_MINUTES
    const there = timeStepAt(now + zoneMinutes * 60_000, account.periodSeconds)
    const steps = nearFirst(ZONE_STEPS).find(
      (step) => there + step >= 0 && generateCode(account, there + step) === code,
    )
    if (steps !== undefined) return { ...shapeOf(account), steps, zoneMinutes }
  }
  return undefined
}

function shapeOf({ algorithm, digits, periodSeconds }: OtpParameters) {
  return { algorithm, digits, periodSeconds }
}

/** 0, -1, 1, -2, 2 … */
function nearFirst(count: number): readonly number[] {
  return [0, ...Array.from({ length: count }, (_, n) => [-n - 1, n + 1]).flat()]
}
