// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import TypedView from '@/components/add/TypedView.vue'
import { toAccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import type { DraftView, TypedDraft } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useApp } from '@/utils/ui/stores/useApp'
import { useView } from '@/utils/ui/stores/useView'
import { makeAccount } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const SITE = 'https://pajak.example'
const TYPING_PAUSE_MS = 250
const { type, issuer, account, algorithm, digits, periodSeconds, counter } = makeAccount()

const LINKED: DraftView = {
  draftId: 'linked',
  source: 'link',
  view: { type, issuer, account, algorithm, digits, periodSeconds, counter },
  code: '',
  standing: 'new',
}

let pinia: Pinia

enableAutoUnmount(afterEach)

beforeEach(() => {
  fakeBrowser.reset()
  pinia = createPinia()
  vi.useFakeTimers()
})

afterEach(() => {
  disposePinia(pinia)
  vi.useRealTimers()
})

/** A background that takes any key but one with a 1 in it. */
async function open() {
  const typed: TypedDraft[] = []
  const add = vi.fn(() => success([toAccountView(makeAccount())]))
  playBackground({
    'app.load': () =>
      success({
        status: 'unlocked',
        settings: { ...DEFAULT_SETTINGS, language: 'en' },
        accounts: [],
        codes: [],
        tab: { tabId: 1, site: SITE },
      }),
    'accounts.readTyped': (form) => {
      typed.push(form)
      if (form.secret === '') return failure('secret-missing')
      if (form.secret.includes('1')) return failure('secret-not-base32', { character: '1' })
      const draft: DraftView = {
        draftId: `draft-${typed.length}`,
        source: 'typed',
        view: { type, issuer, account, algorithm, digits, periodSeconds, counter },
        code: '118604',
        validUntil: Date.now() + 7000,
        standing: form.account === 'here' ? 'duplicate' : 'new',
        ...(form.secret.length < 16 ? { remarks: ['short'] } : {}),
      }
      return success({ drafts: [draft], refusals: [] })
    },
    'accounts.readText': ({ text }) =>
      text.includes('secret=')
        ? success({ drafts: [LINKED], refusals: [] })
        : failure('not-otpauth'),
    'accounts.add': add,
    'form.keep': () => success(null),
    'form.read': () => success({}),
    'form.forget': () => success(null),
  })
  await useApp(pinia).load()
  const view = mount(TypedView, { global: { plugins: [pinia] }, attachTo: document.body })
  return { view, typed, add }
}

const find = (view: VueWrapper, id: string) => view.find(`[data-testid=${id}]`)

async function type_(view: VueWrapper, id: string, text: string): Promise<void> {
  await find(view, id).setValue(text)
  await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS)
  await flushPromises()
}

it('says what is wrong with a key while it is typed, and takes it back', async () => {
  const { view } = await open()
  await type_(view, 'typed-secret', 'JBSWY1')
  expect(find(view, 'typed-error').text()).toContain('Did you mean “I”?')
  await type_(view, 'typed-secret', 'JBSWYI')
  expect(find(view, 'typed-error').exists()).toBe(false)
  expect(find(view, 'typed-code').text()).toBe('118 604')
})

it('asks once for a burst of letters, and not for an empty field', async () => {
  const { view, typed } = await open()
  for (const text of ['J', 'JB', 'JBS']) await find(view, 'typed-secret').setValue(text)
  await type_(view, 'typed-secret', 'JBSW')
  await type_(view, 'typed-secret', '')
  expect(typed.map(({ secret }) => secret)).toEqual(['JBSW'])
})

it('asks again when the code is over by the time that makes it', async () => {
  const { view, typed } = await open()
  await type_(view, 'typed-secret', 'JBSW')
  await vi.advanceTimersByTimeAsync(5000)
  expect(typed).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(4000)
  expect(typed).toHaveLength(2)
})

it('needs a service and a key, and goes to what is missing', async () => {
  const { view, add } = await open()
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(document.activeElement).toBe(find(view, 'typed-issuer').element)
  await type_(view, 'typed-issuer', 'Pajak')
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(find(view, 'typed-error').text()).toContain('The secret key is missing')
  expect(document.activeElement).toBe(find(view, 'typed-secret').element)
  expect(add).not.toHaveBeenCalled()
})

it('adds the key as it stands at the moment of the click, on the open site', async () => {
  const { view, typed, add } = await open()
  await type_(view, 'typed-issuer', 'Pajak')
  await find(view, 'typed-secret').setValue('JBSWY3DP')
  await view.get('form').trigger('submit') // before the pause is over
  await flushPromises()
  expect(typed.at(-1)).toMatchObject({ issuer: 'Pajak', secret: 'JBSWY3DP', type: 'totp' })
  const choice = { draftId: `draft-${typed.length}`, issuer: 'Pajak', account: '', site: SITE }
  expect(add).toHaveBeenCalledWith({ choices: [choice] })
})

it.each([
  ['en', 'unusually short'],
  ['id', 'pendek sekali'],
] as const)(
  'asks in %s whether all of a short key is there, and takes it all the same',
  async (language, words) => {
    const { view, add } = await open()
    await setLanguage(language)
    await type_(view, 'typed-issuer', 'Pajak')
    await type_(view, 'typed-secret', 'JBSWY3DP')
    expect(find(view, 'key-note').text()).toContain(words)
    await view.get('form').trigger('submit')
    await flushPromises()
    expect(add).toHaveBeenCalledOnce()
    await setLanguage('en')
  },
)

it('adds what is here already only if the person insists', async () => {
  const { view, add } = await open()
  await type_(view, 'typed-issuer', 'Pajak')
  await find(view, 'typed-account').setValue('here')
  await find(view, 'typed-secret').setValue('JBSWY3DPEHPK3PXP')
  await view.get('form').trigger('submit') // before the pause is over
  await flushPromises()
  expect(add).not.toHaveBeenCalled()
  expect(find(view, 'review-all-here').exists()).toBe(true)
  expect(find(view, 'typed-submit').exists()).toBe(false)
  await find(view, 'typed-insist').setValue(true)
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(add).toHaveBeenCalledOnce()
})

it('goes on with a link in the key’s field as if it had been pasted', async () => {
  const { view, typed } = await open()
  await type_(view, 'typed-secret', 'otpauth://totp/')
  await find(view, 'typed-read-link').trigger('click')
  await flushPromises()
  expect(find(view, 'typed-error').text()).toContain('not a complete setup link')
  await type_(view, 'typed-secret', 'otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP')
  expect(find(view, 'typed-error').exists()).toBe(false)
  await find(view, 'typed-read-link').trigger('click')
  await flushPromises()
  expect(useView(pinia).view).toBe('review')
  expect(typed).toEqual([])
})

it('starts with a key that was pasted where links belong', async () => {
  useView(pinia).typeIn('JBSWY3DPEHPK3PXP')
  const { view } = await open()
  await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS)
  expect(find(view, 'typed-secret').element).toHaveProperty('value', 'JBSWY3DPEHPK3PXP')
  expect(find(view, 'typed-code').text()).toBe('118 604')
})
