// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { failure, success } from '@/utils/core/result'
import type { AppState, Deadline } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { useLockWarning } from '@/utils/ui/composables/useLockWarning'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useApp } from '@/utils/ui/stores/useApp'
import { useToasts } from '@/utils/ui/stores/useToasts'
import { playBackground } from '../../support/playBackground'

const MINUTE_MS = 60_000

let deadline: Deadline | null | 'unknown'
let loads: (boolean | undefined)[]
let state: Partial<AppState>
let scope: EffectScope

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
  fakeBrowser.reset()
  await setLanguage('en')
  setActivePinia(createPinia())
  loads = []
  state = { status: 'unlocked' }
  deadline = { locksAt: Date.now() + MINUTE_MS, isFinal: false }
  playBackground({
    'vault.deadline': () => (deadline === 'unknown' ? failure('unexpected') : success(deadline)),
    'app.load': ({ isFollowing }) => {
      loads.push(isFollowing)
      const settings = { ...DEFAULT_SETTINGS, language: 'en' as const }
      return success({ status: 'unlocked', settings, accounts: [], codes: [], ...state })
    },
  })
  await useApp().load()
  loads = []
  scope = effectScope()
  scope.run(useLockWarning)
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('the warning before the lock', () => {
  it('comes twenty seconds before, and not earlier', async () => {
    await vi.advanceTimersByTimeAsync(39_000)
    expect(useToasts().toast).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(useToasts().toast?.text).toBe('Locking in 20 seconds')
  })

  it('does not come where the vault was used elsewhere meanwhile', async () => {
    deadline = { locksAt: Date.now() + 10 * MINUTE_MS, isFinal: false }
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(useToasts().toast).toBeUndefined()
  })

  it('uses the vault when the person stays', async () => {
    await vi.advanceTimersByTimeAsync(40_000)
    deadline = { locksAt: Date.now() + 15 * MINUTE_MS, isFinal: false }
    useToasts().toast?.action?.run()
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(loads).toEqual([undefined])
  })

  it('counts the press also while the view only follows', async () => {
    await vi.advanceTimersByTimeAsync(40_000)
    void useApp().load(true)
    useToasts().toast?.action?.run()
    await vi.advanceTimersByTimeAsync(0)
    expect(loads).toEqual([true, undefined])
  })

  it('comes although the background did not answer once', async () => {
    deadline = 'unknown'
    await vi.advanceTimersByTimeAsync(40_000)
    deadline = { locksAt: Date.now() + 70_000, isFinal: false }
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(useToasts().toast?.text).toBe('Locking in 10 seconds')
  })

  it('is followed by the lock at the very moment', async () => {
    await vi.advanceTimersByTimeAsync(59_000)
    expect(loads).toEqual([])
    state = { status: 'locked' }
    deadline = null
    await vi.advanceTimersByTimeAsync(1_100)
    expect(loads).toEqual([true])
    expect(useApp().status).toBe('locked')
  })

  it('offers nothing where use puts nothing off', async () => {
    deadline = { locksAt: Date.now() + MINUTE_MS, isFinal: true }
    await vi.advanceTimersByTimeAsync(40_000)
    expect(useToasts().toast?.action).toBeUndefined()
    expect(useToasts().toast?.text).toContain('longest time')
  })
})
