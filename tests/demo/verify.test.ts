import { describe, expect, it } from 'vitest'
import { computeHotp } from '../../demo/totp.ts'
import { verifyHotp, verifyTotp } from '../../demo/verify.ts'

const shape = { secret: Buffer.from('12345678901234567890'), algorithm: 'SHA1', digits: 6 } as const
const CURRENT_STEP = 1000
const atMs = CURRENT_STEP * 30_000 + 12_345

function checkStep(step: number, lastStep: number | null = null) {
  return verifyTotp(computeHotp(shape, step), { shape, periodSeconds: 30, atMs, lastStep })
}

describe('verifyTotp', () => {
  it.each([-1, 0, 1])('accepts the step at %i', (offset) => {
    const step = CURRENT_STEP + offset
    expect(checkStep(step)).toEqual({ ok: true, step })
  })

  it.each([-2, 2])('refuses the step at %i', (offset) => {
    expect(checkStep(CURRENT_STEP + offset)).toEqual({ ok: false, reason: 'wrong' })
  })

  it.each([0, -1])('calls the step at %i reused once the current one is spent', (offset) => {
    const verdict = checkStep(CURRENT_STEP + offset, CURRENT_STEP)
    expect(verdict).toEqual({ ok: false, reason: 'reused' })
  })

  it('accepts the step after the spent one', () => {
    expect(checkStep(CURRENT_STEP, CURRENT_STEP - 1)).toEqual({ ok: true, step: CURRENT_STEP })
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('refuses %j', (typed) => {
    const verdict = verifyTotp(typed, { shape, periodSeconds: 30, atMs, lastStep: null })
    expect(verdict).toEqual({ ok: false, reason: 'wrong' })
  })
})

describe('verifyHotp', () => {
  it.each([5, 6, 7, 8])('accepts counter %i when 5 is next', (counter) => {
    const verdict = verifyHotp(computeHotp(shape, counter), { shape, counter: 5, lookAhead: 3 })
    expect(verdict).toEqual({ ok: true, usedCounter: counter })
  })

  it.each([4, 9])('refuses counter %i when 5 is next', (counter) => {
    const verdict = verifyHotp(computeHotp(shape, counter), { shape, counter: 5, lookAhead: 3 })
    expect(verdict).toEqual({ ok: false, reason: 'wrong' })
  })
})
