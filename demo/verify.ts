import { timingSafeEqual } from 'node:crypto'
import { computeHotp, findStep, type CodeShape } from './totp.ts'

const STEPS_EITHER_SIDE = 1

export type TotpVerdict =
  | { readonly ok: true; readonly step: number }
  | { readonly ok: false; readonly reason: 'wrong' | 'reused' }

export interface TotpCheck {
  readonly shape: CodeShape
  readonly periodSeconds: number
  readonly atMs: number
  /** The newest step that was accepted before; it and everything older is spent. */
  readonly lastStep: number | null
}

/** RFC 6238 section 5.2: some drift is allowed for, and no step is accepted twice. */
export function verifyTotp(typed: string, check: TotpCheck): TotpVerdict {
  const current = findStep(check.atMs, check.periodSeconds)
  const matches = nearbySteps(current).filter((step) =>
    isSameCode(typed, computeHotp(check.shape, step)),
  )
  const fresh = matches.find((step) => check.lastStep === null || step > check.lastStep)
  if (fresh !== undefined) return { ok: true, step: fresh }
  return { ok: false, reason: matches.length > 0 ? 'reused' : 'wrong' }
}

export type HotpVerdict =
  | { readonly ok: true; readonly usedCounter: number }
  | { readonly ok: false; readonly reason: 'wrong' }

/** RFC 4226 section 7.4: the app may have run ahead of the server by a few presses. */
export function verifyHotp(
  typed: string,
  check: { readonly shape: CodeShape; readonly counter: number; readonly lookAhead: number },
): HotpVerdict {
  for (let counter = check.counter; counter <= check.counter + check.lookAhead; counter++) {
    if (isSameCode(typed, computeHotp(check.shape, counter))) {
      return { ok: true, usedCounter: counter }
    }
  }
  return { ok: false, reason: 'wrong' }
}

function nearbySteps(current: number): number[] {
  const steps: number[] = []
  for (let step = current - STEPS_EITHER_SIDE; step <= current + STEPS_EITHER_SIDE; step++) {
    if (step >= 0) steps.push(step)
  }
  return steps
}

function isSameCode(typed: string, expected: string): boolean {
  const left = Buffer.from(typed.replace(/\s/g, ''))
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
