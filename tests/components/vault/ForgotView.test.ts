// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import UnlockView from '@/components/vault/UnlockView.vue'
import { failure, success } from '@/utils/core/result'
import type { AppState } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useToasts } from '@/utils/ui/stores/useToasts'
import { playBackground } from '../../support/playBackground'
import { settle } from '../../support/settle'

const LOCKED: AppState = {
  status: 'locked',
  settings: { ...DEFAULT_SETTINGS, language: 'en' },
  accounts: [],
  codes: [],
}
const CODE = 'k7qx wm2p 0001'
const PASSPHRASE = 'angin laut merah'

const byId = (id: string) => `[data-testid=${id}]`

enableAutoUnmount(afterEach)

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})

it('tells the usual causes before anything else, from its heading on', async () => {
  const view = await open()
  expect(view.findAll('main li')).toHaveLength(4)
  expect(view.get('main').text()).toMatch(/Caps Lock.*Recovery code/su)
  expect(document.activeElement).toBe(view.get('h1').element)
})

it('sets a new passphrase with the code and says so', async () => {
  const recover = vi.fn(() => success(null))
  playBackground({
    'vault.recover': recover,
    'app.load': () => success({ ...LOCKED, status: 'unlocked' }),
  })
  const view = await open()
  await send(view, CODE, PASSPHRASE, PASSPHRASE)
  expect(recover).toHaveBeenCalledExactlyOnceWith({ recoveryCode: CODE, passphrase: PASSPHRASE })
  expect(useToasts().toast?.text).toBe('New passphrase set')
})

it.each([
  ['no code', '', PASSPHRASE, PASSPHRASE, 'Type the recovery code.'],
  ['an easy passphrase', CODE, 'kopi', 'kopi', 'This passphrase is too easy to guess.'],
  ['two different passphrases', CODE, PASSPHRASE, 'kopi', 'The two passphrases differ.'],
])('refuses %s before it asks', async (_name, code, passphrase, repeat, sentence) => {
  const { asked } = playBackground({})
  const view = await open()
  await send(view, code, passphrase, repeat)
  expect(view.get(byId('recover-error')).text()).toContain(sentence)
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
  expect(asked).toEqual([])
})

it.each([
  ['recovery-check', 'One character of the recovery code is wrong.'],
  ['wrong-recovery-code', 'This recovery code does not open this vault.'],
] as const)('says at the code what is wrong with it: %s', async (code, sentence) => {
  playBackground({ 'vault.recover': () => failure(code), 'app.load': () => success(LOCKED) })
  const view = await open()
  await send(view, CODE, PASSPHRASE, PASSPHRASE)
  expect(view.get(byId('recover-error')).text()).toContain(sentence)
  expect(document.activeElement).toBe(view.get(byId('recover-code')).element)
})

it('says that the new passphrase was not saved where the code was right', async () => {
  playBackground({
    'vault.recover': () => failure('write-failed'),
    'app.load': () => success({ ...LOCKED, status: 'unlocked' }),
  })
  const view = await open()
  await send(view, CODE, PASSPHRASE, PASSPHRASE)
  expect(useToasts().toast).toMatchObject({ tone: 'error' })
})

it('goes back with Escape to where it was opened', async () => {
  const view = await open()
  const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true, bubbles: true })
  document.body.dispatchEvent(escape)
  await flushPromises()
  expect(escape.defaultPrevented).toBe(true)
  expect(document.activeElement).toBe(view.get(byId('unlock-forgot')).element)
})

async function open(): Promise<VueWrapper> {
  const view = mount(UnlockView, {
    global: { plugins: [createPinia()] },
    attachTo: document.body,
  })
  await view.get(byId('unlock-forgot')).trigger('click')
  return view
}

async function send(view: VueWrapper, code: string, passphrase: string, repeat: string) {
  await view.get(byId('recover-code')).setValue(code)
  await view.get(byId('recover-passphrase')).setValue(passphrase)
  await view.get(byId('recover-repeat')).setValue(repeat)
  await view.get('form').trigger('submit')
  await settle()
}
