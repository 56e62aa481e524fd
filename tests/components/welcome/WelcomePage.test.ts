// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import WelcomePage from '@/components/welcome/WelcomePage.vue'
import { failure, success } from '@/utils/core/result'
import type { AppState, VaultStatus } from '@/utils/protocol/views'
import type { Settings } from '@/utils/protocol/settings'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { playBackground } from '../../support/playBackground'
import { playPermissions } from '../../support/playPermissions'
import { settle } from '../../support/settle'

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, language: 'en' }
const PASSPHRASE = 'kopi angin perak'

const RECOVERY_CODE = 'K7QX-WM2P-0001-ABCD-EFGH-JKMN-PQRS-TVWX-Z'

const CREATED = { recoveryCode: RECOVERY_CODE, isCostReduced: false }

const byId = (id: string) => `[data-testid=${id}]`

let permissions: ReturnType<typeof playPermissions>

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
  permissions = playPermissions()
})

describe('creating the vault', () => {
  it.each([
    ['nothing', '', '', 'Type a passphrase.'],
    ['an easy one', 'rahasia', 'rahasia', 'This passphrase is too easy to guess.'],
    ['a weak one', 'sawah77', 'sawah77', 'This passphrase is weak.'],
    ['it only once', PASSPHRASE, '', 'Type the same passphrase a second time.'],
    ['two different ones', PASSPHRASE, 'kopi', 'The two passphrases differ.'],
  ])('refuses %s and says what to do', async (_name, passphrase, repeat, sentence) => {
    const { page, background } = await open('none')
    await fillIn(page, passphrase, repeat)
    expect(page.get(byId('welcome-error')).text()).toContain(sentence)
    expect(background.asked).not.toContain('vault.create')
  })

  it('goes on when the vault stands', async () => {
    const { page, background } = await open('none')
    background.answers['vault.create'] = vi.fn(() => success(CREATED))
    await fillIn(page, PASSPHRASE, PASSPHRASE)
    expect(background.answers['vault.create']).toHaveBeenCalledExactlyOnceWith({
      passphrase: PASSPHRASE,
    })
    expect(page.get(byId('recovery-code')).text()).toBe(RECOVERY_CODE)
    expect(document.activeElement).toBe(page.get('h1').element)
  })

  it('says that the key takes its time, and asks once', async () => {
    const { page, background } = await open('none')
    background.answers['vault.create'] = vi.fn(() => new Promise<never>(() => undefined))
    await fillIn(page, PASSPHRASE, PASSPHRASE)
    await page.get('form').trigger('submit')
    expect(background.answers['vault.create']).toHaveBeenCalledOnce()
    expect(page.get('.status').text()).toContain('slow on purpose')
    expect(page.get(byId('welcome-create')).attributes('aria-busy')).toBe('true')
  })

  it('warns while Caps Lock is on', async () => {
    const { page } = await open('none')
    const press = new KeyboardEvent('keydown', { key: 'A' })
    press.getModifierState = (key) => key === 'CapsLock' // happy-dom knows no state of keys
    page.get(byId('welcome-passphrase')).element.dispatchEvent(press)
    await flushPromises()
    expect(page.text()).toContain('Caps Lock is on')
  })

  it('counts characters as people do', async () => {
    const { page, background } = await open('none')
    await fillIn(page, '🦜🦜🦜🦜', '🦜🦜🦜🦜')
    expect(background.asked).not.toContain('vault.create')
  })

  it('stays and says why when the vault was not made', async () => {
    const { page, background } = await open('none')
    background.answers['vault.create'] = () => failure('write-failed')
    await fillIn(page, PASSPHRASE, PASSPHRASE)
    expect(page.get(byId('welcome-error')).text()).not.toBe('')
    expect(page.find(byId('recovery-code')).exists()).toBe(false)
  })

  it('says so where the computer lacked the memory for the usual key', async () => {
    const { page, background } = await open('none')
    background.answers['vault.create'] = () => success({ ...CREATED, isCostReduced: true })
    await fillIn(page, PASSPHRASE, PASSPHRASE)
    expect(page.get(byId('welcome-reduced')).text()).toContain('too little memory')
  })

  it('takes the code off the page when the vault locks', async () => {
    const { page, background } = await open('none')
    background.answers['vault.create'] = () => success(CREATED)
    await fillIn(page, PASSPHRASE, PASSPHRASE)
    expect(page.find(byId('welcome-reduced')).exists()).toBe(false)
    await background.announce('vault.locked')
    await settle()
    expect(page.html()).not.toContain('K7QX')
  })

  it('takes an error back when something else is typed', async () => {
    const { page } = await open('none')
    await fillIn(page, 'rahasia', 'rahasia')
    await page.get(byId('welcome-passphrase')).setValue(PASSPHRASE)
    expect(page.find(byId('welcome-error')).exists()).toBe(false)
  })

  it('takes a weak passphrase from someone who accepts it', async () => {
    const { page, background } = await open('none')
    background.answers['vault.create'] = vi.fn(() => success(CREATED))
    await fillIn(page, 'sawah77', 'sawah77')
    expect(page.get(byId('strength')).text()).toMatch(/^Weak: guessed in /u)
    await page.get(byId('welcome-accept-weak')).setValue(true)
    await fillIn(page, 'sawah77', 'sawah77')
    expect(background.answers['vault.create']).toHaveBeenCalledExactlyOnceWith({
      passphrase: 'sawah77',
      isWeak: true,
    })
  })

  it('forgets the acceptance with the passphrase that it was given for', async () => {
    const { page } = await open('none')
    await fillIn(page, 'sawah77', '')
    await page.get(byId('welcome-accept-weak')).setValue(true)
    await fillIn(page, 'rahasia', '')
    expect(page.find(byId('welcome-accept-weak')).exists()).toBe(false)
    await fillIn(page, 'sawah77', 'sawah77')
    expect(page.get(byId('welcome-error')).text()).toContain('This passphrase is weak.')
  })

  it('suggests words, others at each press, and takes them over once', async () => {
    const { page } = await open('none')
    await page.get(byId('suggest')).trigger('click')
    await settle()
    const first = page.get(byId('suggestion')).text()
    await page.get(byId('suggest-another')).trigger('click')
    await settle()
    const second = page.get(byId('suggestion')).text()
    expect(second).not.toBe(first)
    await page.get(byId('welcome-repeat')).setValue('what was meant before')
    await page.get(byId('suggest-use')).trigger('click')
    await settle()
    expect(page.get<HTMLInputElement>(byId('welcome-passphrase')).element.value).toBe(second)
    // It is typed once by hand, so that it is known to be noted.
    expect(page.get<HTMLInputElement>(byId('welcome-repeat')).element.value).toBe('')
    expect(page.get(byId('strength')).text()).toContain('Strong: centuries to guess')
  })

  it('is skipped where a vault exists', async () => {
    const { page } = await open('locked')
    expect(page.find(byId('welcome-create')).exists()).toBe(false)
    expect(page.find(byId('welcome-continue')).exists()).toBe(true)
  })

  it('changes the language at once, errors included', async () => {
    const { page } = await open('none')
    await fillIn(page, PASSPHRASE, 'kopi')
    await page.get(byId('welcome-language')).setValue('id')
    await flushPromises()
    expect(page.get('h1').text()).toBe('Buat brankas Anda')
    expect(page.get(byId('welcome-error')).text()).toContain('Kedua frasa sandi berbeda.')
    expect(document.documentElement.lang).toBe('id')
  })
})

describe('the recovery code', () => {
  it('is passed over at will, without a word to the background', async () => {
    const { page, background } = await openRecovery()
    await page.get(byId('recovery-skip')).trigger('click')
    await flushPromises()
    expect(page.find(byId('welcome-continue')).exists()).toBe(true)
    expect(page.html()).not.toContain('K7QX')
    expect(background.asked).not.toContain('vault.confirmRecovery')
    expect(document.activeElement).toBe(page.get('h1').element)
  })

  it('leads on to websites once it is confirmed', async () => {
    const { page, background } = await openRecovery()
    await page.get(byId('recovery-stored')).setValue(true)
    for (const [index, label] of page.findAll('.groups label').entries()) {
      const group = RECOVERY_CODE.split('-')[Number(label.text().replace('Group ', '')) - 1]
      await page.get(byId(`recovery-confirm-${String(index + 1)}`)).setValue(group)
    }
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(background.asked).toContain('vault.confirmRecovery')
    expect(page.find(byId('welcome-continue')).exists()).toBe(true)
  })
})

describe('access to websites', () => {
  it('is not asked for by those who do not want it', async () => {
    const { page } = await open('locked')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(permissions.request).not.toHaveBeenCalled()
    expect(page.get(byId('welcome-access-state')).text()).toContain('no access')
  })

  it('is asked for within the click, before anything is awaited', async () => {
    const { page } = await open('locked')
    await page.get(byId('welcome-access-on')).setValue()
    void page.get('form').trigger('submit')
    expect(permissions.request).toHaveBeenCalledOnce()
  })

  it('is said to be there when it was given', async () => {
    const { page } = await open('locked')
    await page.get(byId('welcome-access-on')).setValue()
    permissions.contains.mockResolvedValue(true)
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.find(byId('welcome-finish')).exists()).toBe(true)
    expect(page.get(byId('welcome-access-state')).text()).toContain('is allowed')
  })

  it('is said to be missing when it was denied, and the way goes on without', async () => {
    const { page } = await open('locked')
    permissions.request.mockResolvedValue(false)
    await page.get(byId('welcome-access-on')).setValue()
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.get(byId('welcome-access-state')).text()).toContain('was not given')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.find(byId('welcome-finish')).exists()).toBe(true)
    expect(permissions.request).toHaveBeenCalledOnce()
  })

  it('is not asked for again where it is there already', async () => {
    permissions.contains.mockResolvedValue(true)
    const { page } = await open('unlocked')
    expect(page.get(byId('welcome-access-state')).text()).toContain('already')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(permissions.request).not.toHaveBeenCalled()
    expect(page.find(byId('welcome-finish')).exists()).toBe(true)
  })

  it('is given back by those who choose to do without', async () => {
    permissions.contains.mockResolvedValue(true)
    const { page } = await open('unlocked')
    await page.get(byId('welcome-access-off')).setValue()
    await page.get('form').trigger('submit')
    expect(permissions.remove).toHaveBeenCalledOnce()
  })
})

describe('the end', () => {
  it('says that a recovery code which nobody kept has to be made anew', async () => {
    const { page } = await open('unlocked', { isRecoveryConfirmed: false })
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.get(byId('welcome-no-recovery')).text()).toContain('make a new one')
    await page.get(byId('welcome-recovery')).trigger('click')
    const [tab] = (await fakeBrowser.tabs.query({})).slice(-1)
    expect(tab?.url).toContain('/options.html#security')
  })

  it.each([
    ['is confirmed', { isRecoveryConfirmed: true }],
    ['nobody knows of', {}],
  ])('says nothing of a recovery code that %s', async (_name, state) => {
    const { page } = await open('unlocked', state)
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.find(byId('welcome-no-recovery')).exists()).toBe(false)
  })
})

async function open(status: VaultStatus, more: Partial<AppState> = {}) {
  const state: AppState = { status, settings: SETTINGS, accounts: [], codes: [], ...more }
  const background = playBackground({
    'app.load': () => success(state),
    'settings.update': (change) => success({ ...SETTINGS, ...change }),
  })
  const page = mount(WelcomePage, { props: { isFirefox: false }, attachTo: document.body })
  await flushPromises()
  return { page, background }
}

async function openRecovery() {
  const opened = await open('none')
  opened.background.answers['vault.create'] = () => success(CREATED)
  opened.background.answers['vault.confirmRecovery'] = () => success(null)
  await fillIn(opened.page, PASSPHRASE, PASSPHRASE)
  return opened
}

async function fillIn(page: VueWrapper, passphrase: string, repeat: string): Promise<void> {
  await page.get(byId('welcome-passphrase')).setValue(passphrase)
  await page.get(byId('welcome-repeat')).setValue(repeat)
  await page.get('form').trigger('submit')
  await settle()
}
