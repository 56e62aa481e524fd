// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import OptionsPage from '@/components/settings/OptionsPage.vue'
import { success } from '@/utils/core/result'
import type { AppState, Settings } from '@/utils/protocol/requests'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { playBackground } from '../../support/playBackground'
import { playPermissions } from '../../support/playPermissions'

const SETTINGS: Settings = { language: 'en', theme: 'system', autoLockMinutes: 15 }

const byId = (id: string) => `[data-testid=${id}]`

let permissions: ReturnType<typeof playPermissions>

enableAutoUnmount(afterEach)

beforeEach(() => {
  fakeBrowser.reset()
  setLanguage('en')
  permissions = playPermissions()
})

it.each([
  ['options-theme', 'dark', { theme: 'dark' }],
  ['options-language', 'id', { language: 'id' }],
  ['options-autolock', '60', { autoLockMinutes: 60 }],
])('keeps a choice of %s at once and says so', async (id, choice, change) => {
  const { page, update } = await open()
  await page.get(byId(id)).setValue(choice)
  await flushPromises()
  expect(update).toHaveBeenCalledExactlyOnceWith(change)
  expect(page.get(byId('toast')).text()).toMatch(/^(Saved|Tersimpan)$/u)
})

it('wears the theme and speaks the language that were chosen', async () => {
  const { page } = await open()
  await page.get(byId('options-theme')).setValue('dark')
  await page.get(byId('options-language')).setValue('id')
  await flushPromises()
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(page.get('h1').text()).toBe('Setelan')
  expect(document.title).toBe('Setelan Sandi')
})

it('shows a time that is not among the choices', async () => {
  const { page } = await open({ settings: { ...SETTINGS, autoLockMinutes: 7 } })
  const select = page.get<HTMLSelectElement>(byId('options-autolock'))
  expect(select.element.selectedOptions[0]?.text).toBe('7 minutes')
})

it('locks the vault', async () => {
  const { page, background } = await open()
  background.answers['vault.lock'] = () => success(null)
  await page.get(byId('options-lock')).trigger('click')
  expect(background.asked).toContain('vault.lock')
})

it.each(['locked', 'none'] as const)(
  'has nothing to lock where the vault is %s',
  async (status) => {
    const { page } = await open({ status })
    expect(page.get(byId('options-lock')).attributes('disabled')).toBeDefined()
  },
)

it('asks for access to websites within the click', async () => {
  const { page } = await open()
  void page.get(byId('options-access-grant')).trigger('click')
  expect(permissions.request).toHaveBeenCalledOnce()
})

it('says that access was denied', async () => {
  const { page } = await open()
  permissions.request.mockResolvedValue(false)
  await page.get(byId('options-access-grant')).trigger('click')
  await flushPromises()
  expect(page.get(byId('options-access-state')).text()).toBe('Not allowed on websites')
  expect(page.text()).toContain('Access was not given.')
})

it('gives access back', async () => {
  permissions.contains.mockResolvedValue(true)
  const { page } = await open()
  expect(page.get(byId('options-access-state')).text()).toBe('Allowed on websites')
  permissions.contains.mockResolvedValue(false)
  await page.get(byId('options-access-remove')).trigger('click')
  await flushPromises()
  expect(permissions.remove).toHaveBeenCalledOnce()
  expect(page.find(byId('options-access-grant')).exists()).toBe(true)
})

it('says so where the browser keeps the access', async () => {
  permissions.contains.mockResolvedValue(true)
  permissions.remove.mockRejectedValue(new Error('You cannot remove required permissions.'))
  const { page } = await open()
  await page.get(byId('options-access-remove')).trigger('click')
  await flushPromises()
  expect(page.text()).toContain('did not let Sandi give up the access')
})

async function open(change: Partial<AppState> = {}) {
  const state: AppState = {
    status: 'unlocked',
    settings: SETTINGS,
    accounts: [],
    codes: [],
    ...change,
  }
  let settings = state.settings
  const update = vi.fn((part: Partial<Settings>) => {
    settings = { ...settings, ...part }
    return success(settings)
  })
  const background = playBackground({
    'app.load': () => success(state),
    'settings.update': update,
  })
  const page = mount(OptionsPage, {
    props: { version: '1.2.3' },
    attachTo: document.body,
    global: { plugins: [createPinia()] },
  })
  await flushPromises()
  return { page, background, update }
}
