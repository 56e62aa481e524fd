// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import ToastHost from '@/components/base/ToastHost.vue'
import ShareView from '@/components/edit/ShareView.vue'
import { toAccountView, type Account } from '@/utils/core/account'
import { formatOtpauthUri } from '@/utils/core/otpauth/formatOtpauthUri'
import { failure, success } from '@/utils/core/result'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { useApp } from '@/utils/ui/stores/useApp'
import { useView } from '@/utils/ui/stores/useView'
import { makeAccount, NOW } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

let pinia: Pinia
let copied: string[]

enableAutoUnmount(afterEach)

beforeEach(() => {
  fakeBrowser.reset()
  pinia = createPinia()
  copied = []
  vi.useFakeTimers({ now: NOW })
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text)
    return Promise.resolve()
  })
})

afterEach(() => {
  disposePinia(pinia)
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function open(change: Partial<Account> = {}) {
  const account = makeAccount(change)
  playBackground({
    'app.load': () =>
      success({
        status: 'unlocked',
        settings: { ...DEFAULT_SETTINGS, language: 'en' },
        accounts: [toAccountView(account)],
        codes: [],
      }),
    'accounts.reveal': ({ passphrase }) =>
      passphrase === 'right'
        ? success({ secret: account.secret, link: formatOtpauthUri(account) })
        : failure('wrong-passphrase', { triesLeft: 3, pauseSeconds: 30 }),
  })
  await useApp(pinia).load()
  useView(pinia).open('share', account.id)
  const Page = { components: { ShareView, ToastHost }, template: '<ShareView /><ToastHost />' }
  const page = mount(Page, { global: { plugins: [pinia] }, attachTo: document.body })
  await flushPromises()
  return page
}

const find = (page: VueWrapper, id: string) => page.find(`[data-testid=${id}]`)

async function type(page: VueWrapper, passphrase: string): Promise<void> {
  await find(page, 'confirm-passphrase').setValue(passphrase)
  await page.get('dialog form').trigger('submit')
  await flushPromises()
}

it('shows nothing before the passphrase, and nothing after a wrong one', async () => {
  const page = await open()
  expect(find(page, 'share-code').exists()).toBe(false)
  await type(page, 'wrong')
  expect(find(page, 'confirm-error').text()).toContain('Wrong passphrase')
  expect(find(page, 'share-code').exists()).toBe(false)
})

it('goes back where the person does not want to type it', async () => {
  const page = await open()
  await find(page, 'confirm-cancel').trigger('click')
  expect(useView(pinia).view).toBe('list')
})

it('shows the code, the key in groups and a warning, and copies the link', async () => {
  const page = await open()
  await type(page, 'right')
  expect(find(page, 'share-code').attributes('aria-label')).toContain('Acme')
  expect(find(page, 'share-secret').text()).toBe('JBSW Y3DP EHPK 3PXP')
  expect(page.text()).toContain('Anyone who photographs this can make your codes')
  await find(page, 'share-copy').trigger('click')
  await flushPromises()
  expect(copied).toEqual([formatOtpauthUri(makeAccount())])
  expect(find(page, 'toast').text()).toContain('Setup link copied')
})

it('hides by itself after half a minute, and asks again', async () => {
  const page = await open()
  await type(page, 'right')
  expect(find(page, 'share-remaining').text()).toBe('Hidden again in 30 seconds')
  await vi.advanceTimersByTimeAsync(29_000)
  expect(find(page, 'share-code').exists()).toBe(true)
  await vi.advanceTimersByTimeAsync(1000)
  expect(find(page, 'share-code').exists()).toBe(false)
  expect(page.html()).not.toContain('JBSW')
  await find(page, 'share-again').trigger('click')
  expect(find(page, 'confirm-passphrase').exists()).toBe(true)
})

it('hides when the person turns to something else', async () => {
  const page = await open()
  await type(page, 'right')
  dispatchEvent(new Event('blur'))
  await flushPromises()
  expect(find(page, 'share-code').exists()).toBe(false)
  expect(find(page, 'share-hidden').exists()).toBe(true)
})

it.each<[string, Partial<Account>, string]>([
  ['Steam', { type: 'steam', digits: 5 }, 'Steam'],
  ['a counter', { type: 'hotp' }, 'out of step'],
  ['unusual digits', { digits: 8 }, 'Google Authenticator'],
  ['an unusual algorithm', { algorithm: 'SHA256' }, 'Google Authenticator'],
])('says what another app may make of it: %s', async (_name, change, sentence) => {
  const page = await open(change)
  await type(page, 'right')
  expect(find(page, 'share-remark').text()).toContain(sentence)
})

it('says nothing of the usual', async () => {
  const page = await open()
  await type(page, 'right')
  expect(find(page, 'share-remark').exists()).toBe(false)
})

it('offers the link where no code holds it', async () => {
  const page = await open({ issuer: '銀'.repeat(512), account: '行'.repeat(512) })
  await type(page, 'right')
  expect(find(page, 'share-code').exists()).toBe(false)
  expect(page.text()).toContain('too long for a QR code')
})
