import { expect, it } from 'vitest'
import { isDue, shownCode } from '@/utils/ui/accounts/shownCode'

const UNTIL = 1_800_000_000_000
const VIEW = { accountId: 'a', code: '111111', next: '222222', validUntil: UNTIL }

it.each([
  ['a moment before the end', UNTIL - 1, '111111', 1],
  ['a second before the end', UNTIL - 1000, '111111', 1],
  ['at the start', UNTIL - 30_000, '111111', 30],
  ['exactly at the end', UNTIL, '222222', 30],
  ['just before its successor ends', UNTIL + 29_999, '222222', 1],
])('%s shows the right code', (_when, now, code, remainingSeconds) => {
  expect(shownCode(VIEW, 30, now)).toMatchObject({ code, remainingSeconds })
})

it('tells the next code only while the present one runs', () => {
  expect(shownCode(VIEW, 30, UNTIL - 1)?.next).toBe('222222')
  expect(shownCode(VIEW, 30, UNTIL)?.next).toBeUndefined()
})

it('shows no code rather than an old one', () => {
  expect(shownCode(VIEW, 30, UNTIL + 30_000)).toBeUndefined()
  expect(
    shownCode({ accountId: 'a', code: '111111', validUntil: UNTIL }, 30, UNTIL),
  ).toBeUndefined()
  expect(shownCode(undefined, 30, UNTIL)).toBeUndefined()
})

it('lets the code of a counter stand', () => {
  const counted = { accountId: 'a', code: '111111' }
  expect(shownCode(counted, 30, UNTIL)).toEqual({ code: '111111', isStale: false })
  expect(isDue(counted, UNTIL)).toBe(false)
})

it('asks again from the end on, not before', () => {
  expect(isDue(VIEW, UNTIL - 1)).toBe(false)
  expect(isDue(VIEW, UNTIL)).toBe(true)
  expect(isDue(undefined, UNTIL)).toBe(true)
})
