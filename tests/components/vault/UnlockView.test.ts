// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import UnlockView from '@/components/vault/UnlockView.vue'
import { failure } from '@/utils/core/result'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { playBackground } from '../../support/playBackground'

enableAutoUnmount(afterEach)

beforeEach(() => {
  fakeBrowser.reset()
  setLanguage('en')
})

const open = () =>
  mount(UnlockView, { global: { plugins: [createPinia()] }, attachTo: document.body })
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
