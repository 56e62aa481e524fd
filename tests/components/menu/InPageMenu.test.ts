// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import InPageMenu from '@/components/menu/InPageMenu.vue'
import { failure, success } from '@/utils/core/result'
import type { MenuState } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { setLanguage, t } from '@/utils/ui/i18n/i18n'
import { playBackground } from '../../support/playBackground'

const STATE: MenuState = {
  status: 'unlocked',
  settings: { ...DEFAULT_SETTINGS, language: 'en' },
  site: 'https://login.acme.example',
  clockOffsetMs: 0,
  accounts: [
    { accountId: 'a', issuer: 'Acme', account: 'me@acme.example' },
    { accountId: 'b', issuer: '', account: 'vpn' },
  ],
}
const SOON_MS = 200
const LONG_ENOUGH_MS = 400

const byId = (id: string) => `[data-testid=${id}]`

enableAutoUnmount(afterEach)

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('shows nothing at all where nothing was offered', async () => {
  const { menu } = await open(() => failure('not-offered'))
  expect(menu.text()).toBe('')
  expect(menu.find('*').exists()).toBe(false)
})

it('names the site and the accounts, and shows no code', async () => {
  const { menu } = await open()
  expect(menu.get(byId('menu-host')).text()).toBe('For login.acme.example')
  expect(menu.findAll(byId('menu-account')).map((row) => row.text())).toEqual([
    'ACAcmeme@acme.example',
    'VPvpn',
  ])
})

it('keeps the end of a long host, which says whose it is', async () => {
  const site = `https://${'accounts.google.com.'.repeat(6)}evil.example`
  const { menu } = await open(() => success({ ...STATE, site }))
  expect(menu.get(byId('menu-host')).text()).toMatch(/^For ….*evil\.example$/u)
})

it('ignores a click that comes too soon', async () => {
  const { menu, background } = await open()
  await vi.advanceTimersByTimeAsync(SOON_MS)
  await click(menu, 'menu-account')
  expect(background.asked).not.toContain('menu.pick')
})

it('ignores a click that no person made', async () => {
  const { menu, background } = await open()
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await menu.get(byId('menu-account')).trigger('click')
  expect(background.asked).not.toContain('menu.pick')
})

it('approves the account that was clicked', async () => {
  const { menu, background } = await open()
  background.answers['menu.pick'] = vi.fn(() => success(null))
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-account')
  expect(background.answers['menu.pick']).toHaveBeenCalledExactlyOnceWith({
    accountId: 'a',
    clickedAt: expect.any(Number) as number,
  })
})

it('waits anew when what it shows has changed', async () => {
  const { menu, background } = await open()
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  background.answers['menu.load'] = () =>
    success({ ...STATE, accounts: [...STATE.accounts].reverse() })
  await background.announce('vault.changed')
  await settle()
  await click(menu, 'menu-account')
  expect(background.asked).not.toContain('menu.pick')
})

it('counts no time in which it could not be seen', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const { menu, background } = await open()
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-account')
  expect(background.asked).not.toContain('menu.pick')
})

it('says why an account was refused', async () => {
  const { menu, background } = await open()
  background.answers['menu.pick'] = () => failure('not-offered')
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-account')
  expect(menu.get('[role=alert]').text()).not.toBe('')
})

it('offers to unlock, and shows the accounts once that happened', async () => {
  const { menu, background } = await open(() =>
    success({ ...STATE, status: 'locked', accounts: [] }),
  )
  background.answers['menu.leave'] = () => success(null)
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-unlock')
  expect(background.asked).toContain('menu.leave')
  background.answers['menu.load'] = () => success(STATE)
  await background.announce('vault.changed')
  await settle()
  expect(menu.findAll(byId('menu-account'))).toHaveLength(2)
})

it('notices by itself that the vault was unlocked, where no event comes', async () => {
  const { menu, background } = await open(() =>
    success({ ...STATE, status: 'locked', accounts: [] }),
  )
  background.answers['menu.leave'] = () => success(null)
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-unlock')
  background.answers['menu.load'] = () => success(STATE)
  await vi.advanceTimersByTimeAsync(1000)
  await settle()
  expect(menu.findAll(byId('menu-account'))).toHaveLength(2)
  const count = background.asked.length
  await vi.advanceTimersByTimeAsync(5000)
  expect(background.asked).toHaveLength(count)
})

it('takes the accounts away when the vault is locked', async () => {
  const { menu, background } = await open()
  background.answers['menu.load'] = () => success({ ...STATE, status: 'locked', accounts: [] })
  await background.announce('vault.locked')
  await settle()
  expect(menu.find(byId('menu-account')).exists()).toBe(false)
  expect(menu.find(byId('menu-unlock')).exists()).toBe(true)
})

it.each([
  ['the first option has the focus', [], 0],
  ['down', ['ArrowDown'], 1],
  ['down past the end', ['ArrowDown', 'ArrowDown'], 0],
  ['up past the start', ['ArrowUp'], 1],
  ['end', ['End'], 1],
  ['home', ['End', 'Home'], 0],
])('moves the focus: %s', async (_name, keys, expected) => {
  const { menu } = await open()
  for (const key of keys) press(key)
  const options = menu.findAll(byId('menu-account')).map(({ element }) => element)
  expect(options.indexOf(document.activeElement ?? document.body)).toBe(expected)
})

it('leaves by Escape', async () => {
  const { background } = await open()
  background.answers['menu.dismiss'] = () => success(null)
  press('Escape')
  expect(background.asked).toContain('menu.dismiss')
})

it('says that another kind of code is asked for, and shows the accounts to who means it', async () => {
  const { menu, background } = await open(() => success({ ...STATE, kind: 'sms' }))
  expect(menu.get('[role=status]').text()).toMatch(/text message|SMS/u)
  expect(menu.find(byId('menu-account')).exists()).toBe(false)
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-anyway')
  expect(menu.findAll(byId('menu-account'))).toHaveLength(2)
  // A click there and then would be the second of a double click.
  await click(menu, 'menu-account')
  expect(background.asked).not.toContain('menu.pick')
})

it.each([
  ['menu-replace', 'replace'],
  ['menu-append', 'append'],
] as const)('asks before it writes over what the field holds: %s', async (button, way) => {
  const { menu, background } = await open()
  background.answers['menu.pick'] = () => failure('field-occupied')
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-account')
  expect(menu.find(byId('menu-account')).exists()).toBe(false)
  const pick = vi.fn(() => success(null))
  background.answers['menu.pick'] = pick
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, button)
  expect(pick).toHaveBeenCalledExactlyOnceWith({
    accountId: 'a',
    clickedAt: expect.any(Number) as number,
    way,
  })
})

it('counts down to the fresh code where the present one is nearly over', async () => {
  vi.setSystemTime(28_000)
  const [first] = STATE.accounts
  const accounts = first ? [{ ...first, periodSeconds: 30 }] : []
  const { menu, background } = await open(() => success({ ...STATE, accounts }))
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof success<null>>>()
  background.answers['menu.pick'] = () => promise
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-account')
  expect(menu.get(byId('menu-waiting')).text()).toMatch(/\b2\b/u)
  await vi.advanceTimersByTimeAsync(1000)
  expect(menu.get(byId('menu-waiting')).text()).toMatch(/\b1\b/u)
  expect(menu.find(byId('menu-settings')).exists()).toBe(false)
  resolve(success(null))
  await settle()
  expect(menu.find(byId('menu-waiting')).exists()).toBe(false)
})

it.each([
  ['menu-choose', { accounts: [] }, 'menu.leave'],
  ['menu-hide', {}, 'menu.hide'],
  ['menu-settings', {}, 'menu.settings'],
  ['menu-reject', { wasFilled: true }, 'menu.reject'],
] as const)('does what is asked by %s, and only for a person', async (id, part, request) => {
  const { menu, background } = await open(() => success({ ...STATE, ...part }))
  background.answers[request] = () => success(null)
  await menu.get(byId(id)).trigger('click')
  expect(background.asked).not.toContain(request)
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, id)
  expect(background.asked).toContain(request)
})

it('offers what it cannot do to nobody: hiding while locked, rejecting what was not filled', async () => {
  const { menu } = await open(() => success({ ...STATE, status: 'locked', accounts: [] }))
  expect(menu.find(byId('menu-hide')).exists()).toBe(false)
  expect(menu.find(byId('menu-reject')).exists()).toBe(false)
})

it('says that it goes on in the popup where the page was in doubt', async () => {
  const { menu, background } = await open()
  background.answers['menu.pick'] = () => failure('not-seen')
  await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS)
  await click(menu, 'menu-account')
  expect(menu.get('[role=alert]').text()).toBe(t('menu.inPopup'))
})

it.each(['en', 'id'] as const)('speaks the language of the settings: %s', async (language) => {
  const settings = { ...STATE.settings, language }
  const { menu } = await open(() => success({ ...STATE, settings }))
  expect(menu.get(byId('menu-hide')).text()).toBe(
    { en: 'Hide on this site', id: 'Sembunyikan di situs ini' }[language],
  )
})

async function open(
  load: () =>
    ReturnType<typeof success<MenuState>> | ReturnType<typeof failure<'not-offered'>> = () =>
    success(STATE),
) {
  const background = playBackground({ 'menu.load': load })
  const menu = mount(InPageMenu, {
    attachTo: document.body,
    props: { pairing: 'p1', isAbove: false },
  })
  await settle()
  return { menu, background }
}

/** Lets answers arrive without letting time pass. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
  await flushPromises()
}

async function click(menu: VueWrapper, id: string): Promise<void> {
  const { element } = menu.get(byId(id))
  for (const type of ['pointermove', 'pointerdown', 'click']) {
    const event = new PointerEvent(type, { bubbles: true, detail: 1, pointerType: 'mouse' })
    element.dispatchEvent(asTrusted(event))
  }
  await settle()
}

function press(key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true })
  ;(document.activeElement ?? document.body).dispatchEvent(asTrusted(event))
}

/** What a test sends is no person's; only the browser can say otherwise. */
function asTrusted<T extends Event>(event: T): T {
  Object.defineProperty(event, 'isTrusted', { value: true })
  return event
}
