import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureOffset, type ClockSample } from '@/utils/core/assist/measureOffset'

const START = Date.UTC(2026, 0, 15, 12)

interface Wire {
  readonly offsetMs: number
  readonly outMs?: number
  readonly backMs?: number
  readonly gapMs?: number
  readonly count?: number
}

/** Answers of a server whose clock is off by that much, over a wire that takes its time. */
function play({ offsetMs, outMs = 20, backMs = 20, gapMs = 290, count = 6 }: Wire): ClockSample[] {
  return Array.from({ length: count }, (_, n) => {
    const sentAt = START + 137 + n * (gapMs + outMs + backMs)
    const served = sentAt + outMs + offsetMs
    return {
      sentAt,
      receivedAt: sentAt + outMs + backMs,
      dateMs: Math.floor(served / 1000) * 1000,
      ageSeconds: 0,
    }
  })
}

describe('the offset of a clock', () => {
  it.each([0, 400, 47_000, -120_000, 3_600_000, -25_200_000, 999, -1])(
    'is known within a second: %d ms',
    (offsetMs) => {
      const measured = measureOffset(play({ offsetMs }))
      if (!measured.ok) throw new Error(measured.code)
      expect(Math.abs(measured.value.offsetMs - offsetMs)).toBeLessThanOrEqual(
        measured.value.errorMs,
      )
      expect(measured.value.errorMs).toBeLessThan(300)
    },
  )

  it('holds the true one whatever the wire does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e8, max: 1e8 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 50, max: 900 }),
        (offsetMs, outMs, backMs, gapMs) => {
          const measured = measureOffset(play({ offsetMs, outMs, backMs, gapMs }))
          if (!measured.ok) return false
          return Math.abs(measured.value.offsetMs - offsetMs) <= measured.value.errorMs + 1
        },
      ),
    )
  })

  it('leaves out what lay in a cache', () => {
    const cached = play({ offsetMs: -86_400_000, count: 4 }).map((it) => ({
      ...it,
      ageSeconds: 60,
    }))
    const measured = measureOffset([...cached, ...play({ offsetMs: 5000, count: 3 })])
    expect(measured.ok && Math.round(measured.value.offsetMs / 1000)).toBe(5)
  })

  it('is not to be had from caches alone', () => {
    const cached = play({ offsetMs: 0 }).map((it) => ({ ...it, ageSeconds: 1 }))
    expect(measureOffset(cached)).toMatchObject({ ok: false, code: 'clock-cached' })
    expect(measureOffset([])).toMatchObject({ ok: false, code: 'clock-cached' })
  })

  it('is not believed of a clock that stands', () => {
    const standing = play({ offsetMs: 0 }).map((it) => ({ ...it, dateMs: START }))
    expect(measureOffset(standing)).toMatchObject({ ok: false, code: 'clock-cached' })
  })

  it('goes with the majority when one of several servers is off', () => {
    const samples = [...play({ offsetMs: 3000, count: 5 }), ...play({ offsetMs: 90_000, count: 1 })]
    const measured = measureOffset(samples)
    expect(measured.ok && Math.abs(measured.value.offsetMs - 3000)).toBeLessThan(500)
  })

  it('is unclear when the servers agree on nothing', () => {
    const samples = [0, 60_000, 120_000, 180_000].flatMap((offsetMs) =>
      play({ offsetMs, count: 1 }),
    )
    expect(measureOffset(samples)).toMatchObject({ ok: false, code: 'clock-unclear' })
  })
})
