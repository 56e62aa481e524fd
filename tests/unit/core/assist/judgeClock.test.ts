import { expect, it } from 'vitest'
import { judgeClock } from '@/utils/core/assist/judgeClock'

const MINUTE = 60_000

it.each([
  [0, 'right'],
  [-2000, 'right'],
  [2001, 'slight'],
  [-10_000, 'slight'],
  [47_000, 'off'],
  [-120_000, 'off'],
  [6 * MINUTE, 'far'],
  [-40 * MINUTE, 'far'],
  [15 * MINUTE, 'zone'],
  [60 * MINUTE - 3000, 'zone'],
  [-7 * 60 * MINUTE + 20_000, 'zone'],
  [5.75 * 60 * MINUTE, 'zone'],
  [24 * 60 * MINUTE, 'zone'],
  [29 * 60 * MINUTE, 'far'],
  [3 * 24 * 60 * MINUTE, 'beyond'],
  [-31 * 60 * MINUTE, 'beyond'],
] as const)('judges %d ms as %s', (offsetMs, kind) => {
  expect(judgeClock(offsetMs)).toMatchObject({ kind, offsetMs })
})

it('names the wrong zone in minutes, with its direction', () => {
  expect(judgeClock(-7 * 60 * MINUTE + 20_000)).toMatchObject({ minutes: -420 })
})
