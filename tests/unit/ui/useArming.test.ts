// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useArming } from '@/utils/ui/composables/useArming'

const LONG_ENOUGH_MS = 400
const MOST_OF_IT_MS = 250

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('arms what has been shown for long enough', async () => {
  const { isArmed } = start()
  expect(isArmed.value).toBe(false)
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  expect(isArmed.value).toBe(true)
})

it('begins anew when something else is shown', async () => {
  const { isArmed, shown } = start()
  await vi.advanceTimersByTimeAsync(MOST_OF_IT_MS)
  shown.value = 'other'
  await nextTick()
  await vi.advanceTimersByTimeAsync(MOST_OF_IT_MS)
  expect(isArmed.value).toBe(false)
})

it('begins anew when the size was changed', async () => {
  const { isArmed } = start()
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  window.dispatchEvent(new Event('resize'))
  expect(isArmed.value).toBe(false)
})

it('does not arm what is hidden, and begins anew when it is seen again', async () => {
  const { isArmed } = start()
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  expect(isArmed.value).toBe(false)
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(isArmed.value).toBe(false)
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  expect(isArmed.value).toBe(true)
})

it('never arms after its end', async () => {
  const { isArmed, scope } = start()
  scope.stop()
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  expect(isArmed.value).toBe(false)
})

function start() {
  const shown = shallowRef('first')
  const scope = effectScope()
  const isArmed = scope.run(() => useArming(shown))
  if (!isArmed) throw new Error('the scope was stopped')
  return { isArmed, shown, scope }
}
