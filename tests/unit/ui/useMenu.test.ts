// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { success } from '@/utils/core/result'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { useMenu } from '@/utils/ui/composables/useMenu'
import { playBackground } from '../../support/playBackground'

const PERIOD_START = 1_800_000_000_000 - (1_800_000_000_000 % 30_000)

beforeEach(() => {
  fakeBrowser.reset()
})
afterEach(() => {
  vi.useRealTimers()
})

it.each([
  ['waits for what ends by the corrected clock', 10_000, 18_500, 'waiting', 2],
  ['does not wait for what ends by this clock alone', 28_500, 10_000, 'accounts', undefined],
  ['waits for what ends by a clock that is right', 28_500, 0, 'waiting', 2],
] as const)('%s', async (_name, elapsed, clockOffsetMs, view, seconds) => {
  vi.useFakeTimers({ now: PERIOD_START + elapsed })
  const scope = effectScope()
  let seen: unknown
  playBackground({
    'menu.load': () =>
      success({
        status: 'unlocked',
        settings: { ...DEFAULT_SETTINGS, language: 'en' },
        site: 'https://login.acme.example',
        clockOffsetMs,
        accounts: [{ accountId: 'a', issuer: 'Acme', account: 'me', periodSeconds: 30 }],
      }),
    'menu.pick': () => {
      const waits = menu?.view.value === 'waiting'
      seen = [menu?.view.value, waits ? menu.remainingSeconds.value : undefined]
      return success(null)
    },
  })
  const menu = scope.run(() => useMenu('p1'))
  await vi.advanceTimersByTimeAsync(0)
  await vi.dynamicImportSettled()
  await vi.advanceTimersByTimeAsync(0)
  await menu?.pick('a', 0)
  expect(seen).toEqual([view, seconds])
  scope.stop()
})
