import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, isWeaker, type Settings } from '@/utils/protocol/settings'

it.each<[string, Partial<Settings>, boolean]>([
  ['nothing', {}, false],
  ['the looks', { theme: 'dark', language: 'id' }, false],
  ['the same time', { autoLockMinutes: 15 }, false],
  ['a shorter time', { autoLockMinutes: 5 }, false],
  ['a longer time', { autoLockMinutes: 16 }, true],
  ['no time', { autoLockMinutes: 'never' }, true],
  ['fewer hours', { lockAfterHours: 1 }, false],
  ['more hours', { lockAfterHours: 13 }, true],
  ['more hours behind fewer minutes', { autoLockMinutes: 1, lockAfterHours: 13 }, true],
  ['the screen kept out', { locksWithScreen: false }, true],
])('a change of %s weakens the lock: %s', (_name, change, isExpected) => {
  expect(isWeaker(change, DEFAULT_SETTINGS)).toBe(isExpected)
})

it('is not weaker to come back from never', () => {
  const present: Settings = {
    ...DEFAULT_SETTINGS,
    autoLockMinutes: 'never',
    locksWithScreen: false,
  }
  expect(isWeaker({ autoLockMinutes: 240 }, present)).toBe(false)
  expect(isWeaker({ locksWithScreen: false }, present)).toBe(false)
  expect(isWeaker({ locksWithScreen: true }, present)).toBe(false)
})
