// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import OptionsPage from '@/components/settings/OptionsPage.vue'
import { toAccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import type { Reply } from '@/utils/protocol/envelope'
import type { AppState } from '@/utils/protocol/views'
import type { Settings } from '@/utils/protocol/settings'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { makeAccount } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'
import { playPermissions } from '../../support/playPermissions'
import { settle } from '../../support/settle'

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, language: 'en' }

const RECOVERY_CODE = 'K7QX-WM2P-0001-ABCD-EFGH-JKMN-PQRS-TVWX-Z'

const byId = (id: string) => `[data-testid=${id}]`

let permissions: ReturnType<typeof playPermissions>

enableAutoUnmount(afterEach)

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
  permissions = playPermissions()
})

it.each([
  ['options-theme', 'dark', { theme: 'dark' }],
  ['options-language', 'id', { language: 'id' }],
  ['options-autolock', '60', { autoLockMinutes: 60 }],
  ['options-autolock', 'never', { autoLockMinutes: 'never' }],
  ['options-lock-after', '24', { lockAfterHours: 24 }],
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

describe('a change that weakens the lock', () => {
  it('is made once the passphrase came with it', async () => {
    const { page, background, update } = await open()
    update.mockReturnValueOnce(failure('passphrase-needed'))
    await page.get(byId('options-autolock')).setValue('60')
    await flushPromises()
    expect(page.get<HTMLSelectElement>(byId('options-autolock')).element.value).toBe('15')
    update.mockReturnValueOnce(failure('wrong-passphrase', { triesLeft: 1, pauseSeconds: 30 }))
    await confirm(page, 'salah')
    expect(page.get(byId('confirm-error')).text()).toContain('1 try before')
    await confirm(page, 'kopi angin perak')
    expect(update).toHaveBeenLastCalledWith({ autoLockMinutes: 60, passphrase: 'kopi angin perak' })
    expect(page.find(byId('confirm-dialog')).exists()).toBe(false)
    expect(page.get(byId('toast')).text()).toBe('Saved')
    expect(background.asked.filter((name) => name === 'settings.update')).toHaveLength(3)
  })

  it('leaves the tick where it was', async () => {
    const { page, update } = await open()
    update.mockReturnValueOnce(failure('passphrase-needed'))
    await page.get(byId('options-lock-screen')).setValue(false)
    await flushPromises()
    expect(update).toHaveBeenCalledExactlyOnceWith({ locksWithScreen: false })
    expect(page.get<HTMLInputElement>(byId('options-lock-screen')).element.checked).toBe(true)
    expect(page.find(byId('confirm-dialog')).exists()).toBe(true)
  })

  it('is not made when the question is left', async () => {
    const { page, update } = await open()
    update.mockReturnValueOnce(failure('passphrase-needed'))
    await page.get(byId('options-autolock')).setValue('240')
    await flushPromises()
    await page.get(byId('confirm-cancel')).trigger('click')
    expect(page.get<HTMLSelectElement>(byId('options-autolock')).element.value).toBe('15')
    expect(update).toHaveBeenCalledOnce()
  })

  it('counts a pause down in the dialog', async () => {
    const { page, update } = await open()
    update.mockReturnValueOnce(failure('passphrase-needed'))
    await page.get(byId('options-autolock')).setValue('60')
    await flushPromises()
    update.mockReturnValueOnce(failure('wrong-passphrase', { triesLeft: 0, pauseSeconds: 30 }))
    await confirm(page, 'salah')
    expect(page.get(byId('confirm-pause')).text()).toMatch(/^Try again in 0:/u)
    expect(page.get(byId('confirm-submit')).attributes('disabled')).toBeDefined()
  })
})

it('has for a vault that cannot be read nothing but the ways back to it', async () => {
  const { page } = await open({ damage: 'vault-damaged' })
  const shown = page.findAll('section').map((section) => section.attributes('id'))
  expect(shown).toContain('rescue')
  for (const ofVault of ['checkup', 'accounts', 'security', 'backup', 'import', 'export']) {
    expect(shown).not.toContain(ofVault)
  }
  expect(page.find('nav').exists()).toBe(false)
})

it('locks the vault', async () => {
  const { page, background } = await open()
  background.answers['vault.lock'] = () => success(null)
  await page.get(byId('options-lock')).trigger('click')
  expect(background.asked).toContain('vault.lock')
})

it('does not count as use of the vault what was changed elsewhere', async () => {
  const { background } = await open()
  const load = vi.fn(() => failure('locked'))
  background.answers['app.load'] = load
  await background.announce('vault.changed')
  await flushPromises()
  expect(load).toHaveBeenCalledExactlyOnceWith({ isFollowing: true })
})

it('offers every account for export again after a lock', async () => {
  const { page, background } = await open()
  const accounts = [makeAccount(), makeAccount({ id: 'other' })].map(toAccountView)
  background.answers['accounts.list'] = () => success(accounts)
  await background.announce('vault.changed')
  await flushPromises()
  await page.get(`${byId('many-row')} input`).setValue(true)
  await page.get(byId('many-export')).trigger('click')
  expect(page.get(byId('export-chosen')).text()).toContain('1 of 2')
  for (const status of ['locked', 'unlocked'] as const) {
    background.answers['app.load'] = () =>
      success({ status, settings: SETTINGS, accounts: [], codes: [] })
    await background.announce('vault.changed')
    await flushPromises()
  }
  expect(page.get(byId('export-chosen')).text()).toContain('2 of 2')
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

it.each(['locked', 'none'] as const)(
  'keeps the keys away where the vault is %s',
  async (status) => {
    const { page } = await open({ status })
    expect(page.find(byId('change-present')).exists()).toBe(false)
    expect(page.find(byId('renew')).exists()).toBe(false)
  },
)

describe('changing the passphrase', () => {
  it('sends both, empties the fields and says that it is done', async () => {
    const { page, background } = await open()
    const change = vi.fn(() => success(null))
    background.answers['vault.changePassphrase'] = change
    await changePassphrase(page, 'kopi angin perak', 'angin laut merah')
    expect(change).toHaveBeenCalledExactlyOnceWith({
      passphrase: 'kopi angin perak',
      next: 'angin laut merah',
    })
    expect(page.get(byId('change-status')).text()).toContain('Passphrase changed.')
    for (const id of ['change-present', 'change-passphrase', 'change-repeat']) {
      expect(page.get<HTMLInputElement>(byId(id)).element.value).toBe('')
    }
  })

  it('counts the tries at the present passphrase', async () => {
    const { page, background } = await open()
    background.answers['vault.changePassphrase'] = () =>
      failure('wrong-passphrase', { triesLeft: 2, pauseSeconds: 30 })
    await changePassphrase(page, 'salah', 'angin laut merah')
    expect(page.get(byId('change-error')).text()).toContain('2 tries before')
    expect(page.get(byId('change-status')).text()).toBe('')
    expect(document.activeElement).toBe(page.get(byId('change-present')).element)
  })

  it.each([
    ['no present passphrase', '', 'angin laut merah', 'Type the passphrase.'],
    ['an easy new one', 'kopi angin perak', 'kopi', 'This passphrase is too easy to guess.'],
  ])('refuses %s before it asks', async (_name, present, next, sentence) => {
    const { page, background } = await open()
    await changePassphrase(page, present, next)
    expect(page.get(byId('change-error')).text()).toContain(sentence)
    expect(background.asked).not.toContain('vault.changePassphrase')
  })
})

describe('the recovery code', () => {
  it.each([
    [true, 'Confirmed'],
    [false, 'Not confirmed'],
  ])('is said to be confirmed: %s', async (isRecoveryConfirmed, word) => {
    const { page } = await open({ isRecoveryConfirmed })
    expect(page.get(byId('recovery-state')).text()).toMatch(new RegExp(`^${word}`, 'u'))
  })

  it('is made anew for the passphrase and put away when it is done with', async () => {
    const { page, background } = await open()
    background.answers['vault.renewRecovery'] = () => success({ recoveryCode: RECOVERY_CODE })
    await renew(page, 'kopi angin perak')
    expect(page.get(byId('recovery-code')).text()).toBe(RECOVERY_CODE)
    expect(document.activeElement?.textContent).toBe('Recovery code')
    await page.get(byId('recovery-skip')).trigger('click')
    await flushPromises()
    expect(page.html()).not.toContain('K7QX')
  })

  it('is not made for a wrong passphrase', async () => {
    const { page, background } = await open()
    background.answers['vault.renewRecovery'] = () => failure('throttled', { count: 27 })
    await renew(page, 'salah')
    expect(page.get(byId('confirm-error')).text()).toContain('Try again in 27 seconds')
    expect(page.find(byId('recovery-code')).exists()).toBe(false)
  })

  it('leaves the page when the vault locks', async () => {
    const { page, background } = await open()
    background.answers['vault.renewRecovery'] = () => success({ recoveryCode: RECOVERY_CODE })
    await renew(page, 'kopi angin perak')
    background.answers['app.load'] = () =>
      success({ status: 'locked', settings: SETTINGS, accounts: [], codes: [] })
    await background.announce('vault.locked')
    await flushPromises()
    expect(page.html()).not.toContain('K7QX')
  })
})

it('shows the keys as the browser has them', async () => {
  const { page } = await open()
  const shortcuts = page.get('#shortcuts').text()
  expect(shortcuts).toContain('Lock the vault')
  expect(shortcuts).toContain('Alt+Shift+Y')
})

it('explains every topic in the language of the page', async () => {
  const { page } = await open()
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(page.findAll('#help summary')).toHaveLength(5)
  expect(page.get('#help').text()).toContain('asndigital.bkn.go.id')
})

async function changePassphrase(page: VueWrapper, present: string, next: string): Promise<void> {
  await page.get(byId('change-present')).setValue(present)
  await page.get(byId('change-passphrase')).setValue(next)
  await page.get(byId('change-repeat')).setValue(next)
  page.get(byId('change-submit')).element.closest('form')?.requestSubmit()
  await settle()
}

async function renew(page: VueWrapper, passphrase: string): Promise<void> {
  await page.get(byId('renew')).trigger('click')
  await confirm(page, passphrase)
}

async function confirm(page: VueWrapper, passphrase: string): Promise<void> {
  await page.get(byId('confirm-passphrase')).setValue(passphrase)
  page.get(byId('confirm-submit')).element.closest('form')?.requestSubmit()
  await flushPromises()
}

async function open(change: Partial<AppState> = {}) {
  const state: AppState = {
    status: 'unlocked',
    settings: SETTINGS,
    accounts: [],
    codes: [],
    ...change,
  }
  let settings = state.settings
  const update = vi.fn((part: Partial<Settings>): Reply<Settings> => {
    settings = { ...settings, ...part }
    return success(settings)
  })
  const background = playBackground({
    'app.load': () => success(state),
    'settings.update': update,
    'trash.list': () => success([]),
    'aside.list': () => success([]),
  })
  // The fake browser has no commands.
  fakeBrowser.commands.getAll = () =>
    Promise.resolve([{ name: 'lock', description: 'Lock the vault', shortcut: 'Alt+Shift+Y' }])
  const page = mount(OptionsPage, {
    props: { version: '1.2.3', permissions: ['storage', 'idle'] },
    attachTo: document.body,
    global: { plugins: [createPinia()] },
  })
  await flushPromises()
  return { page, background, update }
}
