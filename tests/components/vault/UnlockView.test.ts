// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import UnlockView from '@/components/vault/UnlockView.vue'
import { failure, success } from '@/utils/core/result'
import type { AppState } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useApp } from '@/utils/ui/stores/useApp'
import { playBackground } from '../../support/playBackground'

enableAutoUnmount(afterEach)

let pinia: Pinia

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
  pinia = createPinia()
})

afterEach(() => {
  disposePinia(pinia) // its stores hold the clock that the next test sets
  vi.useRealTimers()
})

const NOW = Date.UTC(2026, 10, 22, 4, 0, 0)
const LOCKED: AppState = {
  status: 'locked',
  settings: { ...DEFAULT_SETTINGS, language: 'en' },
  accounts: [],
  codes: [],
}

const open = () => mount(UnlockView, { global: { plugins: [pinia] }, attachTo: document.body })
const inputOf = (view: VueWrapper) =>
  view.get<HTMLInputElement>('[data-testid=unlock-passphrase]').element

it('waits for the passphrase with the focus in its field', () => {
  const view = open()
  expect(document.activeElement).toBe(inputOf(view))
  expect(inputOf(view).type).toBe('password')
  expect(inputOf(view).autocomplete).toBe('current-password')
})

it('says that the passphrase is wrong and selects it to be typed anew', async () => {
  playBackground({ 'vault.unlock': () => failure('wrong-passphrase') })
  const view = open()
  await view.get('[data-testid=unlock-passphrase]').setValue('salah')
  await view.get('form').trigger('submit')
  await flushPromises()
  const alert = view.get('[role=alert]')
  expect(alert.get('[data-testid=unlock-error]').text()).toContain('Wrong passphrase')
  const input = inputOf(view)
  expect(input.getAttribute('aria-describedby')).toBe(alert.element.id)
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 5])
  expect(document.activeElement).toBe(input)
})

it('asks nothing of the background without a passphrase', async () => {
  const { asked } = playBackground({})
  const view = open()
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(view.get('[data-testid=unlock-error]').text()).toBe('Type the passphrase.')
  expect(asked).toEqual([])
})

it('says that the key takes its time, and asks once', async () => {
  let asked = 0
  fakeBrowser.runtime.onMessage.addListener(() => {
    asked += 1
    return true // the answer takes its time
  })
  const view = open()
  await view.get('[data-testid=unlock-passphrase]').setValue('kopi angin perak')
  await view.get('form').trigger('submit')
  await view.get('form').trigger('submit')
  const button = view.get('[data-testid=unlock-submit]')
  expect(button.text()).toBe('Making the key slow on purpose')
  expect(button.attributes('aria-busy')).toBe('true')
  expect(asked).toBe(1)
})

it('warns while Caps Lock is on', async () => {
  const view = open()
  const field = view.get('[data-testid=unlock-passphrase]')
  const press = new KeyboardEvent('keydown', { key: 'A' })
  press.getModifierState = (key) => key === 'CapsLock' // happy-dom knows no state of keys
  field.element.dispatchEvent(press)
  await flushPromises()
  expect(view.get('[role=status]').text()).toBe('Caps Lock is on')
  await field.trigger('blur')
  expect(view.get('[role=status]').text()).toBe('')
})

it('shows the passphrase on request', async () => {
  const view = open()
  await view.get('[aria-label="Show passphrase"]').trigger('click')
  expect(inputOf(view).type).toBe('text')
})

it.each([
  [3, 'Wrong passphrase. 3 tries before a 30-second pause.'],
  [1, 'Wrong passphrase. 1 try before a 30-second pause.'],
])('counts the tries that are left: %i', async (triesLeft, sentence) => {
  playBackground({
    'vault.unlock': () => failure('wrong-passphrase', { triesLeft, pauseSeconds: 30 }),
  })
  const view = open()
  await tryOnce(view)
  expect(view.get('[data-testid=unlock-error]').text()).toBe(sentence)
  expect(inputOf(view).disabled).toBe(false)
})

describe('the pause', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  })

  it('begins with the last free try', async () => {
    const { answers } = playBackground({
      'vault.unlock': () => failure('wrong-passphrase', { triesLeft: 0, pauseSeconds: 30 }),
      'app.load': () => success({ ...LOCKED, unlockWaitUntil: NOW + 30_000 }),
    })
    const view = open()
    await tryOnce(view)
    expect(view.get('[data-testid=unlock-error]').text()).toBe(
      'Wrong passphrase. A pause of 30 seconds has begun.',
    )
    expect(view.get('[data-testid=unlock-pause]').text()).toBe('Try again in 0:30')
    expect(inputOf(view).disabled).toBe(true)
    expect(view.get('[data-testid=unlock-submit]').attributes('disabled')).toBeDefined()
    delete answers['vault.unlock'] // nothing may ask any more
    await view.get('form').trigger('submit')
  })

  it('is still there when the popup is opened again', async () => {
    const view = await openPaused(270_000)
    expect(view.get('[data-testid=unlock-pause]').text()).toBe('Try again in 4:30')
    expect(view.get('[data-testid=unlock-error]').text()).toContain('Too many wrong passphrases')
    expect(inputOf(view).disabled).toBe(true)
  })

  it('gives the field back when it is over', async () => {
    const view = await openPaused(2000)
    await vi.advanceTimersByTimeAsync(2000)
    expect(view.find('[data-testid=unlock-pause]').exists()).toBe(false)
    expect(view.find('[data-testid=unlock-error]').exists()).toBe(false)
    expect(inputOf(view).disabled).toBe(false)
    expect(document.activeElement).toBe(inputOf(view))
  })

  it('is spoken of at 30, 10 and 0 seconds only', async () => {
    const view = await openPaused(33_000)
    const spoken: string[] = []
    for (let second = 0; second < 33; second++) {
      await vi.advanceTimersByTimeAsync(1000)
      const text = view.get('[data-testid=unlock-spoken]').text()
      if (text !== (spoken.at(-1) ?? '')) spoken.push(text)
    }
    expect(spoken).toEqual([
      'Try again in 30 seconds',
      'Try again in 10 seconds',
      'You can try again',
    ])
  })
})

async function openPaused(durationMs: number): Promise<VueWrapper> {
  playBackground({
    'app.load': () => success({ ...LOCKED, unlockWaitUntil: NOW + durationMs }),
  })
  const view = open()
  await useApp().load()
  await nextTick()
  return view
}

async function tryOnce(view: VueWrapper): Promise<void> {
  await view.get('[data-testid=unlock-passphrase]').setValue('salah')
  await view.get('form').trigger('submit')
  await flushPromises()
}
