// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import ToastHost from '@/components/base/ToastHost.vue'
import CodesView from '@/components/edit/CodesView.vue'
import { toAccountView, type RecoveryCode } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import { joinServiceCodes } from '@/utils/core/vault/serviceCodes'
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
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text)
    return Promise.resolve()
  })
})

afterEach(() => {
  disposePinia(pinia)
  vi.restoreAllMocks()
})

/** A background that keeps the codes as the true one does. */
async function open(codes: readonly RecoveryCode[] = []) {
  let kept = codes
  const account = () =>
    makeAccount({
      updatedAt: NOW + kept.length,
      ...(kept.length === 0 ? {} : { recoveryCodes: kept }),
    })
  const keep = (next: readonly RecoveryCode[]) => {
    kept = next
    return success(toAccountView(account()))
  }
  const { asked, answers } = playBackground({
    'app.load': () =>
      success({
        status: 'unlocked',
        settings: { ...DEFAULT_SETTINGS, language: 'en' },
        accounts: [toAccountView(account())],
        codes: [],
      }),
    'serviceCodes.list': ({ passphrase }) =>
      passphrase === 'right' ? success(kept) : failure('wrong-passphrase', { triesLeft: 3 }),
    'serviceCodes.add': ({ codes: added }) => {
      const joined = joinServiceCodes(kept, added)
      return joined.ok ? keep(joined.value) : joined
    },
    'serviceCodes.mark': ({ code, isUsed }) =>
      keep(kept.map((it) => (it.code !== code ? it : isUsed ? { code, usedAt: NOW } : { code }))),
    'serviceCodes.remove': ({ codes: gone }) =>
      keep(kept.filter(({ code }) => !gone.includes(code))),
  })
  await useApp(pinia).load()
  useView(pinia).open('codes', account().id)
  const Page = { components: { CodesView, ToastHost }, template: '<CodesView /><ToastHost />' }
  const page = mount(Page, { global: { plugins: [pinia] }, attachTo: document.body })
  await flushPromises()
  return { page, asked, answers, kept: () => kept }
}

const find = (page: VueWrapper, id: string) => page.find(`[data-testid=${id}]`)

async function show(page: VueWrapper): Promise<void> {
  await find(page, 'codes-show').trigger('click')
  await find(page, 'confirm-passphrase').setValue('right')
  await page.get('dialog form').trigger('submit')
  await flushPromises()
}

it('shows what it made of a pasted text before it keeps it', async () => {
  const { page, kept } = await open()
  await find(page, 'codes-text').setValue('Your codes:\n1. 4f7k-9q2m\n2. 8x3p-1w6z')
  expect(find(page, 'codes-found').text()).toBe('4f7k-9q2m8x3p-1w6z')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(kept()).toEqual([{ code: '4f7k-9q2m' }, { code: '8x3p-1w6z' }])
  expect(find(page, 'toast').text()).toBe('2 recovery codes are kept')
  expect(find(page, 'codes-text').element).toHaveProperty('value', '')
  expect(find(page, 'codes-left').text()).toBe('2 of 2 are left')
})

it.each([
  ['4f7k-9q2m\n8x3p-1w6z', '1 recovery code is kept', 2],
  ['4f7k-9q2m', 'These recovery codes are kept already', 1],
])('counts only what is new', async (text, toast, total) => {
  const { page, kept } = await open([{ code: '4f7k-9q2m' }])
  await find(page, 'codes-text').setValue(text)
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(find(page, 'toast').text()).toBe(toast)
  expect(kept()).toHaveLength(total)
})

it('says so where there is no code in the text, and keeps the text when saving fails', async () => {
  const { page, asked, answers } = await open()
  await page.get('form').trigger('submit')
  expect(page.text()).toContain('Paste the codes that the service shows')
  expect(asked).not.toContain('serviceCodes.add')
  answers['serviceCodes.add'] = () => failure('storage-full')
  await find(page, 'codes-text').setValue('4f7k-9q2m')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(find(page, 'toast').text()).toContain('no room left')
  expect(find(page, 'codes-text').element).toHaveProperty('value', '4f7k-9q2m')
})

it('has no code on the page before the passphrase', async () => {
  const { page } = await open([{ code: '4f7k-9q2m' }])
  expect(find(page, 'codes-left').text()).toBe('1 of 1 is left')
  expect(page.html()).not.toContain('4f7k')
  await show(page)
  expect(find(page, 'codes-list').text()).toContain('4f7k-9q2m')
  await find(page, 'codes-hide').trigger('click')
  expect(page.html()).not.toContain('4f7k')
})

it('ticks a code off once it was used, and takes the tick back', async () => {
  const { page, kept } = await open([{ code: '4f7k-9q2m' }, { code: '8x3p-1w6z' }])
  await show(page)
  await find(page, 'codes-copy').trigger('click')
  await flushPromises()
  expect(copied).toEqual(['4f7k-9q2m'])
  await find(page, 'toast-action').trigger('click')
  await flushPromises()
  expect(kept()[0]).toEqual({ code: '4f7k-9q2m', usedAt: NOW })
  expect(find(page, 'codes-left').text()).toBe('1 of 2 is left')
  await find(page, 'codes-used').setValue(false)
  await flushPromises()
  expect(kept()[0]).toEqual({ code: '4f7k-9q2m' })
})

it('removes them all only after a word', async () => {
  const { page, kept } = await open([{ code: '4f7k-9q2m' }])
  await show(page)
  await find(page, 'codes-remove').trigger('click')
  expect(kept()).toHaveLength(1)
  await find(page, 'confirm-action').trigger('click')
  await flushPromises()
  expect(kept()).toEqual([])
  expect(find(page, 'codes-left').exists()).toBe(false)
})
