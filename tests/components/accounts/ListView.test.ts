// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import ListView from '@/components/accounts/ListView.vue'
import ToastHost from '@/components/base/ToastHost.vue'
import { toAccountView, type AccountView } from '@/utils/core/account'
import { failure, success, type Result } from '@/utils/core/result'
import { announce } from '@/utils/platform/announcements'
import type { AppState, CodeView, Standing } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS, type Settings } from '@/utils/protocol/settings'
import { useApp } from '@/utils/ui/stores/useApp'
import { useView } from '@/utils/ui/stores/useView'
import { makeAccount, NOW } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const SITE = 'https://asn.example'
const BOUNDARY = NOW + 30_000

const account = (id: string, change: Partial<AccountView> = {}): AccountView =>
  toAccountView(makeAccount({ id, issuer: id, account: 'budi', sites: [], ...change }))
const ACCOUNTS = [
  account('GitHub', { pinned: true }),
  account('ASN Digital', { sites: [SITE] }),
  account('Dapodik'),
  account('VPN', { type: 'hotp', counter: 1042 }),
]
const CODES: readonly CodeView[] = ['GitHub', 'ASN Digital', 'Dapodik'].map((accountId, at) => ({
  accountId,
  code: `11860${at}`,
  next: `55201${at}`,
  validUntil: BOUNDARY,
}))
const STATE: AppState = {
  status: 'unlocked',
  settings: { ...DEFAULT_SETTINGS, language: 'en' },
  accounts: ACCOUNTS,
  codes: CODES,
  tab: { tabId: 1, site: SITE },
}

let pinia: Pinia
let copied: string[]

enableAutoUnmount(afterEach)

beforeEach(() => {
  fakeBrowser.reset()
  pinia = createPinia()
  copied = []
  vi.useFakeTimers({ now: NOW + 9000 })
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

async function open(answers: Parameters<typeof playBackground>[0] = {}, state = STATE) {
  const background = playBackground({
    'app.load': () => success(state),
    'codes.current': () => success([]),
    'accounts.noteUse': () => success(null),
    ...answers,
  })
  await useApp(pinia).load()
  const Page = { components: { ListView, ToastHost }, template: '<ListView /><ToastHost />' }
  const page = mount(Page, { global: { plugins: [pinia] }, attachTo: document.body })
  await flushPromises()
  return { background, page }
}

/** The list before the background has told any code. */
async function openWithoutCodes() {
  const { promise, resolve } = Promise.withResolvers<Result<readonly CodeView[], never>>()
  const { page } = await open({ 'codes.current': () => promise }, { ...STATE, codes: [] })
  await vi.advanceTimersByTimeAsync(1000)
  return { page, answer: resolve }
}

const find = (page: VueWrapper, id: string) => page.find(`[data-testid=${id}]`)
const textsOf = (page: VueWrapper, selector: string) =>
  page.findAll(selector).map((it) => it.text())
const toastOf = (page: VueWrapper) => find(page, 'toast').text()
const idsOf = (page: VueWrapper) =>
  page.findAll('[data-account]').map((row) => row.attributes('data-account'))
const rowOf = (page: VueWrapper, id: string) => page.get<HTMLElement>(`[data-account="${id}"]`)

describe('what is shown', () => {
  it('puts accounts of the open site first, with a Fill button, and hides none', async () => {
    const { page } = await open()
    expect(textsOf(page, 'h2 .title')).toEqual(['For asn.example', 'Pinned', 'Others'])
    expect(page.findAll('[data-testid=account-row]')).toHaveLength(ACCOUNTS.length)
    expect(page.findAll('[data-testid=account-fill]')).toHaveLength(1)
  })

  describe('with many accounts of the open site', () => {
    const many = Array.from({ length: 7 }, (_, at) =>
      account(`ASN ${at}`, { sites: [SITE], tags: at < 5 ? ['Kerja'] : [] }),
    )
    const state: AppState = { ...STATE, accounts: [...many, account('Dapodik')], codes: [] }
    const FIRST = ['ASN 0', 'ASN 1', 'ASN 2', 'ASN 3']

    it('shows four, says how many more there are, and leaves the others in sight', async () => {
      const { page } = await open({}, state)
      expect(idsOf(page)).toEqual([...FIRST, 'Dapodik'])
      expect(find(page, 'site-more').text()).toBe('Show 3 more for this site')
    })

    it('shows the rest on a click, with the focus on the first of it', async () => {
      const { page } = await open({}, state)
      await find(page, 'site-more').trigger('click')
      await flushPromises()
      expect(idsOf(page)).toEqual([...many.map(({ id }) => id), 'Dapodik'])
      expect(document.activeElement).toBe(rowOf(page, 'ASN 4').element)
      expect(find(page, 'site-more').exists()).toBe(false)
    })

    it('finds all of them in a search, and counts those of a tag', async () => {
      const { page } = await open({}, state)
      await find(page, 'search').setValue('ASN')
      expect(idsOf(page)).toHaveLength(many.length)
      await find(page, 'search').setValue('')
      await find(page, 'tag-chip').trigger('click')
      expect(find(page, 'site-more').text()).toBe('Show 1 more for this site')
    })

    it('folds nothing away that was just added', async () => {
      const { page } = await open({}, state)
      page.unmount()
      useView(pinia).showAdded(['ASN 6'])
      const again = await open({}, state)
      expect(idsOf(again.page)).toContain('ASN 6')
    })

    it('comes back to an account whose new name puts it among the folded ones', async () => {
      const { page } = await open({}, state)
      rowOf(page, 'ASN 0').element.focus()
      useView(pinia).open('edit', 'ASN 0')
      page.unmount()
      useView(pinia).back()
      const renamed = many.map((it) => (it.id === 'ASN 0' ? { ...it, issuer: 'Zeta' } : it))
      const again = await open({}, { ...state, accounts: renamed })
      expect(idsOf(again.page)).toContain('ASN 0')
      expect(document.activeElement).toBe(rowOf(again.page, 'ASN 0').element)
    })

    it('keeps the account in sight, and the focus, that is bound to the site', async () => {
      const { page, background } = await open({}, state)
      rowOf(page, 'Dapodik').element.focus()
      const bound = account('Dapodik', { issuer: 'Zed', sites: [SITE] })
      background.answers['app.load'] = () => success({ ...state, accounts: [...many, bound] })
      await useApp(pinia).load(true)
      await flushPromises()
      expect(idsOf(page)).toContain('Dapodik')
      expect(document.activeElement).toBe(rowOf(page, 'Dapodik').element)
    })

    it('folds again on another site', async () => {
      const other = 'https://other.example'
      const both = many.map((it) => ({ ...it, sites: [SITE, other] }))
      const { page, background } = await open({}, { ...state, accounts: both })
      await find(page, 'site-more').trigger('click')
      rowOf(page, 'ASN 0').element.focus()
      background.answers['app.load'] = () =>
        success({ ...state, accounts: both, tab: { tabId: 1, site: other } })
      await useApp(pinia).load(true)
      await flushPromises()
      expect(idsOf(page)).toEqual(FIRST)
    })

    it('comes back as it was left', async () => {
      const { page } = await open({}, state)
      await find(page, 'site-more').trigger('click')
      useView(pinia).open('edit', 'ASN 6')
      page.unmount()
      useView(pinia).back()
      const again = await open({}, state)
      expect(idsOf(again.page)).toContain('ASN 6')
    })
  })

  it('groups codes and shows the seconds that are left', async () => {
    const { page } = await open()
    expect(find(page, 'account-code').text()).toBe('118 601')
    expect(find(page, 'account-remaining').text()).toBe('21')
  })

  it('names a row without its code', async () => {
    const { page } = await open()
    expect(rowOf(page, 'GitHub').attributes('aria-label')).toBe('GitHub, budi, copy code')
  })

  it('speaks the code only to the one who goes to the row', async () => {
    const { page } = await open()
    const row = rowOf(page, 'GitHub')
    const description = () =>
      document.getElementById(row.attributes('aria-describedby') ?? '')?.textContent
    expect(description()).toBe('')
    await row.trigger('focus')
    expect(description()).toBe('1 1 8, 6 0 0, 21 seconds left')
    // Nor the code before, to one who stays there while the next one comes.
    await vi.advanceTimersByTimeAsync(22_000)
    expect(description()).toMatch(/^5 5 2, 0 1 0, /u)
    await row.trigger('blur')
    expect(description()).toBe('')
  })

  it('shows the next code in the last five seconds', async () => {
    const { page } = await open()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(page.find('.next').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(page.get('.next').text()).toBe('→ next 552 011')
  })

  it('says that codes follow another clock, and leads to where that is checked', async () => {
    const correction = { offsetMs: 47_000, measuredAt: NOW }
    const { page } = await open({}, { ...STATE, correction })
    expect(find(page, 'clock-chip').text()).toContain('47 seconds')
    await find(page, 'clock-chip').trigger('click')
    expect(useView(pinia).view).toBe('assist')
  })

  it.each([
    [{ changes: 3, madeAt: NOW }, '3 changes'],
    [{ changes: 4 }, 'Never backed up'],
  ])('says in a quiet word how well it is backed up: %o', async (backup, said) => {
    const { page } = await open({}, { ...STATE, backup })
    expect(find(page, 'backup-hint').text()).toContain(said)
  })

  it('says that nothing was found, and goes on by taking the search away or adding', async () => {
    const { page } = await open()
    await find(page, 'search').setValue('zzzzzz')
    expect(page.get('.no-match').text()).toContain('“zzzzzz”')
    const [clear] = page.findAll('.no-match button')
    await clear?.trigger('click')
    expect(idsOf(page)).toHaveLength(ACCOUNTS.length)
  })

  it('offers the three ways to add where there is no account', async () => {
    const { page } = await open({}, { ...STATE, accounts: [], codes: [] })
    for (const way of ['scan-page', 'paste-link', 'type-in']) {
      expect(find(page, way).exists()).toBe(true)
    }
    expect(find(page, 'search').exists()).toBe(false)
  })
})

describe('tags', () => {
  const tagged: AppState = {
    ...STATE,
    accounts: [
      account('GitHub', { tags: ['Kerja'] }),
      account('Dapodik', { tags: ['Sekolah', 'Kerja'] }),
      account('Steam', { tags: ['Permainan'] }),
      account('VPN'),
    ],
  }

  it('filter by any of those chosen, the most used one first', async () => {
    const { page } = await open({}, tagged)
    const chips = page.findAll('[data-testid=tag-chip]')
    expect(chips.map((chip) => chip.text())).toEqual(['Kerja', 'Sekolah', 'Permainan'])
    await chips[1]?.trigger('click')
    expect(idsOf(page)).toEqual(['Dapodik'])
    await chips[2]?.trigger('click')
    expect(idsOf(page)).toEqual(['Dapodik', 'Steam'])
    expect(chips[2]?.attributes('aria-pressed')).toBe('true')
    await chips[1]?.trigger('click')
    await chips[2]?.trigger('click')
    expect(idsOf(page)).toEqual(['Dapodik', 'GitHub', 'Steam', 'VPN'])
  })

  it('take no room where there are none', async () => {
    const { page } = await open()
    expect(page.find('[data-testid=tag-chip]').exists()).toBe(false)
  })
})

it('puts the list in the order that is chosen', async () => {
  const used: AppState = {
    ...STATE,
    accounts: [
      account('A'),
      account('B', { uses: 3, usedAt: 1 }),
      account('C', { uses: 1, usedAt: 2 }),
    ],
  }
  const update = vi.fn(({ sort = 'service' }: Partial<Settings>) =>
    success({ ...STATE.settings, sort }),
  )
  const { page } = await open({ 'settings.update': update }, used)
  expect(idsOf(page)).toEqual(['A', 'B', 'C'])
  await find(page, 'sort').setValue('mostUsed')
  await flushPromises()
  expect(update).toHaveBeenCalledWith({ sort: 'mostUsed' })
  expect(idsOf(page)).toEqual(['B', 'C', 'A'])
  await find(page, 'sort').setValue('lastUsed')
  await flushPromises()
  expect(idsOf(page)).toEqual(['C', 'B', 'A'])
})

describe('the looks', () => {
  const withSettings = (settings: Partial<Settings>): AppState => ({
    ...STATE,
    settings: { ...STATE.settings, ...settings },
  })

  it.each([
    ['off', 1000, false],
    ['5', 6000, false],
    ['10', 10_000, true],
    ['always', 20_000, true],
  ] as const)(
    'with the next code %s, %d ms before its turn: shown %s',
    async (nextCode, ms, isShown) => {
      const { page } = await open({}, withSettings({ nextCode }))
      await vi.advanceTimersByTimeAsync(BOUNDARY - ms - Date.now())
      expect(page.find('.next').exists()).toBe(isShown)
    },
  )

  it('write codes in one piece when asked to', async () => {
    const { page } = await open({}, withSettings({ groupsDigits: false }))
    expect(find(page, 'account-code').text()).toBe('118601')
  })

  it('hide every code until one is asked for, and hide that again', async () => {
    const { page } = await open({}, withSettings({ hidesCodes: true, nextCode: 'always' }))
    expect(page.html()).not.toMatch(/118|552/u)
    await find(page, 'reveal').trigger('click')
    expect(page.findAll('[data-testid=account-code]')[0]?.text()).toBe('118 601')
    expect(page.html()).not.toContain('118 600')
    await rowOf(page, 'GitHub').trigger('click') // copies all the same
    await flushPromises()
    expect(copied).toEqual(['118600'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(page.html()).not.toMatch(/118 601/u)
  })

  it('follow a change made elsewhere', async () => {
    const { page, background } = await open()
    const stop = useApp(pinia).listen()
    background.answers['app.load'] = () => success(withSettings({ hidesCodes: true }))
    await background.announce('settings.changed')
    await flushPromises()
    expect(page.find('[data-testid=reveal]').exists()).toBe(true)
    stop()
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('have icons of known services where they are wanted: %s', async (showsIcons, count) => {
    const known = {
      ...withSettings({ showsIcons }),
      accounts: [account('GitHub'), account('Desa')],
    }
    const { page } = await open({}, known)
    await vi.advanceTimersByTimeAsync(10)
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(page.findAll('[data-testid=brand]')).toHaveLength(count)
  })
})

it('closes after a copy when asked to', async () => {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined)
  const settings = { ...STATE.settings, closesAfterCopy: true }
  const { page } = await open({}, { ...STATE, settings })
  await rowOf(page, 'GitHub').trigger('click')
  await flushPromises()
  expect(copied).toEqual(['118600'])
  expect(close).toHaveBeenCalledOnce()
})

describe('copying', () => {
  it('copies the code of the row that is clicked', async () => {
    const { page } = await open()
    await rowOf(page, 'Dapodik').trigger('click')
    await flushPromises()
    expect(copied).toEqual(['118602'])
    expect(toastOf(page)).toBe('Dapodik code copied · valid 21 s')
  })

  it('copies the best match on Enter in the search', async () => {
    const { page } = await open()
    await find(page, 'search').setValue('git')
    await find(page, 'search').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(copied).toEqual(['118600'])
  })

  it('copies the code of this site on Enter where nothing has the focus', async () => {
    const { page } = await open()
    page.get<HTMLElement>('[data-testid=search]').element.blur()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(copied).toEqual(['118601'])
  })

  it('copies a code that is not there yet as soon as it is', async () => {
    const { page, answer } = await openWithoutCodes()
    await rowOf(page, 'GitHub').trigger('click')
    expect(copied).toEqual([])
    expect(toastOf(page)).toBe('The code of GitHub is copied as soon as it is ready…')
    answer(success(CODES))
    await flushPromises()
    expect(copied).toEqual(['118600'])
    expect(toastOf(page)).toBe('GitHub code copied · valid 20 s')
  })

  it('copies nothing any more once the list is gone', async () => {
    const { page, answer } = await openWithoutCodes()
    await rowOf(page, 'GitHub').trigger('click')
    page.unmount()
    answer(success(CODES))
    await flushPromises()
    expect(copied).toEqual([])
  })

  it('copies by itself where a key asked for it and this site has one account', async () => {
    const { page } = await open()
    useView(pinia).startCopying()
    await flushPromises()
    expect(copied).toEqual(['118601'])
    expect(toastOf(page)).toBe('ASN Digital code copied · valid 21 s')
    expect(useView(pinia).isToCopy).toBe(false)
  })

  it('leaves the choice between several accounts of this site to the person', async () => {
    const accounts = ACCOUNTS.map((it) => ({ ...it, sites: [SITE] }))
    await open({}, { ...STATE, accounts })
    useView(pinia).startCopying()
    await flushPromises()
    expect(copied).toEqual([])
  })

  it('passes over a code that is about to end', async () => {
    const { page } = await open()
    await vi.advanceTimersByTimeAsync(18_000)
    await rowOf(page, 'GitHub').trigger('click')
    expect(copied).toEqual([])
    expect(toastOf(page)).toBe('New code in 3 s…')
    await vi.advanceTimersByTimeAsync(3000)
    await flushPromises()
    expect(copied).toEqual(['552010'])
  })

  it('never makes a code of a counter by itself', async () => {
    const { page, background } = await open()
    await rowOf(page, 'VPN').trigger('click')
    await flushPromises()
    expect(copied).toEqual([])
    expect(background.asked).toEqual(['app.load'])
  })

  it('makes one on Next, and rests before the next one', async () => {
    const advance = vi.fn(() => success({ accountId: 'VPN', code: '755224' }))
    const { page } = await open({ 'codes.advance': advance })
    await find(page, 'hotp-next').trigger('click')
    await find(page, 'hotp-next').trigger('click')
    await flushPromises()
    expect(advance).toHaveBeenCalledTimes(1)
    await rowOf(page, 'VPN').trigger('click')
    await flushPromises()
    expect(copied).toEqual(['755224'])
    await vi.advanceTimersByTimeAsync(3000)
    await find(page, 'hotp-next').trigger('click')
    await flushPromises()
    expect(advance).toHaveBeenCalledTimes(2)
  })

  it('keeps the code before in sight for half a minute', async () => {
    const { page } = await open(counting())
    await next(page)
    expect(find(page, 'account-previous').exists()).toBe(false)
    await next(page)
    expect(find(page, 'account-previous').text()).toBe('← before 755 224')
    await vi.advanceTimersByTimeAsync(25_000)
    expect(find(page, 'account-previous').exists()).toBe(true)
    await vi.advanceTimersByTimeAsync(3000)
    expect(find(page, 'account-previous').exists()).toBe(false)
  })

  it('takes a slip back on Undo, with the code before in its place', async () => {
    const stepBack = vi.fn(() => success(account('VPN', { type: 'hotp', counter: 1042 })))
    const { page } = await open({ ...counting(), 'codes.stepBack': stepBack })
    await next(page)
    await next(page)
    await find(page, 'toast-action').trigger('click')
    await flushPromises()
    expect(stepBack).toHaveBeenCalledWith({ accountId: 'VPN', counter: 1042 })
    await rowOf(page, 'VPN').trigger('click')
    await flushPromises()
    expect(copied).toEqual(['755224'])
  })

  const counting = () => {
    const made = ['755224', '287082']
    return { 'codes.advance': () => success({ accountId: 'VPN', code: made.shift() ?? '' }) }
  }
  const next = async (page: VueWrapper) => {
    await find(page, 'hotp-next').trigger('click')
    await vi.advanceTimersByTimeAsync(3000)
  }
})

describe('filling', () => {
  const close = vi.fn()

  beforeEach(() => {
    close.mockReset()
    vi.spyOn(window, 'close').mockImplementation(close)
  })

  it('fills a bound account at once and closes', async () => {
    const fill = vi.fn(() => success(null))
    const { page } = await open({ 'fill.start': fill })
    await find(page, 'account-fill').trigger('click')
    await flushPromises()
    expect(fill).toHaveBeenCalledWith({ accountId: 'ASN Digital', site: SITE })
    expect(close).toHaveBeenCalled()
  })

  const standing = (kind: Standing['kind'], more: Partial<Standing> = {}) => ({
    'sites.standing': () => success({ kind, ...more }),
  })
  /** As the background does: nothing is filled before the account is bound to the site. */
  const fillOnceBound = () =>
    vi
      .fn(() => success(null) as Result<null, 'site-not-bound'>)
      .mockReturnValueOnce(failure('site-not-bound'))
  const askToFill = async (page: VueWrapper, name: string) => {
    await rowOf(page, name).trigger('focus')
    await rowOf(page, name).trigger('keydown', { key: 'Enter', ctrlKey: true })
    await flushPromises()
  }

  it('asks, with the host, before an account is used on a site that is new to it', async () => {
    const setSites = vi.fn(() => success({ ...account('GitHub'), sites: [SITE] }))
    const fill = fillOnceBound()
    const answers = { 'accounts.setSites': setSites, 'fill.start': fill, ...standing('new') }
    const { page, background } = await open(answers)
    await askToFill(page, 'GitHub')
    expect(page.get('dialog strong').text()).toBe('asn.example')
    expect(background.asked).toEqual(['app.load', 'fill.start', 'sites.standing'])
    await find(page, 'confirm-site').trigger('click')
    await flushPromises()
    expect(setSites).toHaveBeenCalledWith({ accountId: 'GitHub', sites: [SITE] })
    expect(fill).toHaveBeenCalledTimes(2)
    expect(fill).toHaveBeenLastCalledWith({ accountId: 'GitHub', site: SITE })
  })

  it('keeps a wildcard only where the person chose it', async () => {
    const setSites = vi.fn(() => success(account('GitHub')))
    const wildcard = 'https://*.asn.example'
    const { page } = await open({
      'accounts.setSites': setSites,
      'fill.start': () => success(null),
      ...standing('sibling', { trusted: 'www.asn.example', wildcard }),
    })
    await askToFill(page, 'GitHub')
    expect(page.get('dialog').text()).toContain('www.asn.example')
    await find(page, 'site-whole').setValue(true)
    await find(page, 'confirm-site').trigger('click')
    await flushPromises()
    expect(setSites).toHaveBeenCalledWith({ accountId: 'GitHub', sites: [wildcard] })
  })

  it('stops at an imitation, names both sites, and fills only after two more acts', async () => {
    const setSites = vi.fn(() => success({ ...account('GitHub'), sites: [SITE] }))
    const fill = fillOnceBound()
    const { page } = await open({
      'accounts.setSites': setSites,
      'fill.start': fill,
      ...standing('imitation', { trusted: 'asm.example' }),
    })
    await askToFill(page, 'GitHub')
    expect(find(page, 'stop-here').text()).toBe('asn.example')
    expect(find(page, 'stop-meant').text()).toBe('asm.example')
    expect(page.find('[data-testid=stop-fill]').exists()).toBe(false)
    expect(fill).toHaveBeenCalledOnce()
    await find(page, 'stop-insist').trigger('click')
    expect(find(page, 'stop-fill').attributes('disabled')).toBeDefined()
    await find(page, 'stop-compared').setValue(true)
    await find(page, 'stop-fill').trigger('click')
    await flushPromises()
    const asked = { accountId: 'GitHub', sites: [SITE], hasSeenWarning: true }
    expect(setSites).toHaveBeenCalledWith(asked)
    expect(fill).toHaveBeenCalledTimes(2)
  })

  it.each(['new', 'imitation'] as const)(
    'changes nothing when the person says no: %s',
    async (kind) => {
      const { page, background } = await open({
        'fill.start': () => failure('site-not-bound'),
        ...standing(kind, { trusted: 'asm.example' }),
      })
      await askToFill(page, 'GitHub')
      await page.get('dialog').trigger('keydown', { key: 'Escape' })
      expect(page.find('dialog').exists()).toBe(false)
      expect(background.asked).toEqual(['app.load', 'fill.start', 'sites.standing'])
    },
  )

  it('offers to copy where there is no field', async () => {
    const { page } = await open({ 'fill.start': () => failure('no-field') })
    await find(page, 'account-fill').trigger('click')
    await flushPromises()
    expect(close).not.toHaveBeenCalled()
    await find(page, 'toast-action').trigger('click')
    await flushPromises()
    expect(copied).toEqual(['118601'])
  })
})

describe('deleting', () => {
  const pressDelete = async (page: VueWrapper) => {
    page.get<HTMLElement>('[data-account="Dapodik"]').element.focus()
    await rowOf(page, 'Dapodik').trigger('keydown', { key: 'Delete' })
    await flushPromises()
  }
  const answers = {
    'accounts.delete': () => success(1),
    'accounts.restore': () => {
      void announce('vault.changed')
      return success(1)
    },
  }
  const backedUp = { ...STATE, backup: { changes: 0, madeAt: NOW } }

  beforeEach(() => {
    useApp(pinia).listen()
  })

  it('is done at once where a backup holds the account, and taken back on Undo', async () => {
    const { page } = await open(answers, backedUp)
    await pressDelete(page)
    expect(page.find('[data-account="Dapodik"]').exists()).toBe(false)
    expect(toastOf(page)).toContain('Dapodik deleted')
    await find(page, 'toast-action').trigger('click')
    await flushPromises()
    expect(page.find('[data-account="Dapodik"]').exists()).toBe(true)
  })

  it.each<[string, AppState]>([
    ['there is no backup', STATE],
    ['the backup is older', { ...STATE, backup: { changes: 1, madeAt: NOW - 1 } }],
    [
      'its codes are in use',
      {
        ...STATE,
        backup: { changes: 0, madeAt: NOW },
        accounts: ACCOUNTS.map((it) => ({ ...it, usedAt: NOW })),
      },
    ],
  ])('is asked about where %s', async (_name, state) => {
    const { page, background } = await open(answers, state)
    await pressDelete(page)
    expect(find(page, 'delete-text').text()).toBe(
      'You will be locked out unless two-step login is off at Dapodik.',
    )
    await page.get('dialog').trigger('keydown', { key: 'Escape' })
    expect(background.asked).not.toContain('accounts.delete')
    await pressDelete(page)
    await find(page, 'delete-confirm').trigger('click')
    await flushPromises()
    expect(toastOf(page)).toContain('Dapodik deleted')
    await find(page, 'toast-action').trigger('click')
    await flushPromises()
    expect(page.find('[data-account="Dapodik"]').exists()).toBe(true)
  })

  it('leaves a way to the trash below the list', async () => {
    const { page } = await open({}, { ...STATE, trashed: 2 })
    expect(find(page, 'open-trash').text()).toBe('Trash: 2 accounts')
    await find(page, 'open-trash').trigger('click')
    expect(useView(pinia).view).toBe('trash')
  })
})

describe('accounts that could not be read', () => {
  it('have a place in the list, with what can be done', async () => {
    const remove = vi.fn(() => success(null))
    const { page } = await open({ 'unreadable.remove': remove }, { ...STATE, unreadable: 1 })
    expect(find(page, 'unreadable').text()).toContain('1 account could not be read')
    expect(page.findAll('[data-testid=account-row]')).toHaveLength(ACCOUNTS.length)
    await find(page, 'unreadable-remove').trigger('click')
    expect(remove).not.toHaveBeenCalled()
    await find(page, 'confirm-action').trigger('click')
    await flushPromises()
    expect(remove).toHaveBeenCalledOnce()
  })
})

describe('the menu of a row', () => {
  const openMenu = async (page: VueWrapper, at = 0) => {
    // happy-dom has no popovers.
    const popover = { showPopover: () => undefined, hidePopover: () => undefined }
    Object.assign(HTMLElement.prototype, popover)
    await page.findAll('[data-testid=account-menu]')[at]?.trigger('click')
  }

  it('holds everything that can be done with an account', async () => {
    const { page } = await open()
    await openMenu(page)
    expect(textsOf(page, '[role=menuitem]')).toEqual([
      ...['Fill on this page', 'Copy code', 'Copy next code', 'Edit', 'Pin', 'Sites'],
      ...['Recovery codes', 'Show QR code', 'Code rejected?', 'Delete'],
    ])
  })

  it('has no next code to copy of a counter', async () => {
    const { page } = await open()
    await openMenu(page, 3)
    expect(textsOf(page, '[role=menuitem]')).not.toContain('Copy next code')
  })

  it('copies the next code and says that it is not valid yet', async () => {
    const { page } = await open()
    await openMenu(page)
    await find(page, 'menu-copyNext').trigger('click')
    await flushPromises()
    expect(copied).toEqual(['552011'])
    expect(toastOf(page)).toContain('not valid yet')
  })

  it.each([
    ['edit', 'edit'],
    ['codes', 'codes'],
    ['share', 'share'],
  ])('leads to the view of one account: %s', async (action, view) => {
    const { page } = await open()
    await openMenu(page)
    await find(page, `menu-${action}`).trigger('click')
    expect(useView(pinia)).toMatchObject({ view, accountId: 'ASN Digital' })
  })
})

describe('keys', () => {
  const press = (key: string) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  const focused = () => document.activeElement?.getAttribute('data-account') ?? 'search'

  it('go from the search to the rows and back', async () => {
    const { page } = await open()
    const visited = ['ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'Home', 'ArrowUp'].map((key) => {
      press(key)
      return focused()
    })
    expect(visited).toEqual(['ASN Digital', 'GitHub', 'VPN', 'VPN', 'ASN Digital', 'search'])
    expect(document.activeElement).toBe(find(page, 'search').element)
  })

  it('reach rows that are not on the page yet', async () => {
    const many = Array.from({ length: 60 }, (_, at) => account(`S${String(at).padStart(2, '0')}`))
    await open({}, { ...STATE, accounts: many })
    const visited: string[] = []
    for (const key of ['ArrowDown', 'PageDown', 'PageDown', 'End', 'PageUp', 'Home']) {
      press(key)
      await flushPromises()
      visited.push(focused())
    }
    expect(visited).toEqual(['S00', 'S06', 'S12', 'S59', 'S53', 'S00'])
  })

  it('go on from a row that was pinned, and from the one below a deleted one', async () => {
    const pinned = account('Dapodik', { pinned: true, updatedAt: NOW + 1 })
    const { page } = await open({
      'accounts.pin': () => success(pinned),
      'accounts.delete': () => success(1),
    })
    await rowOf(page, 'Dapodik').trigger('focus')
    rowOf(page, 'Dapodik').element.focus()
    press('p')
    await flushPromises()
    expect(focused()).toBe('Dapodik')
    expect(idsOf(page)).toEqual(['ASN Digital', 'Dapodik', 'GitHub', 'VPN'])
    press('Delete')
    await flushPromises()
    await find(page, 'delete-confirm').trigger('click')
    await flushPromises()
    expect(idsOf(page)).toEqual(['ASN Digital', 'GitHub', 'VPN'])
    expect(focused()).toBe('GitHub')
  })

  it('stop once in the list, at the row that was left', async () => {
    const { page } = await open()
    press('ArrowDown')
    press('ArrowDown')
    await flushPromises()
    const stops = page.findAll('[data-account]').filter((it) => it.attributes('tabindex') === '0')
    expect(stops.map((it) => it.attributes('data-account'))).toEqual(['GitHub'])
  })

  it('move a row in the person’s own order, and leave the focus on it', async () => {
    const move = vi.fn(() => success(null))
    const own = { ...STATE, settings: { ...STATE.settings, sort: 'own' as const } }
    const { page } = await open({ 'accounts.move': move }, own)
    page.get<HTMLElement>('[data-account="Dapodik"]').element.focus()
    const pressAlt = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
      )
    pressAlt('ArrowDown')
    await flushPromises()
    expect(move).toHaveBeenCalledWith({ accountId: 'Dapodik', beside: 'VPN', side: 'after' })
    expect(idsOf(page)).toEqual(['ASN Digital', 'GitHub', 'VPN', 'Dapodik'])
    expect(focused()).toBe('Dapodik')
    expect(page.get('[role=status]').text()).toBe('Dapodik moved to place 2 of 2')
    pressAlt('ArrowDown') // the last one stays
    expect(move).toHaveBeenCalledOnce()
  })

  it('move nothing in an order that the names make', async () => {
    const { page } = await open()
    page.get<HTMLElement>('[data-account="Dapodik"]').element.focus()
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }),
    )
    await flushPromises()
    expect(idsOf(page)).toEqual(['ASN Digital', 'GitHub', 'Dapodik', 'VPN'])
  })

  it.each([
    ['e', 'edit'],
    ['q', 'share'],
  ])('open a view of the row that has the focus: %s', async (key, view) => {
    await open()
    press('ArrowDown')
    press(key)
    await flushPromises()
    expect(useView(pinia)).toMatchObject({ view, accountId: 'ASN Digital' })
  })

  it('are letters in the search, and nothing else', async () => {
    await open()
    press('e')
    expect(useView(pinia).view).toBe('list')
  })

  it('search from anywhere, and Escape clears before it leaves', async () => {
    const { page } = await open()
    press('ArrowDown')
    press('g')
    expect(focused()).toBe('search')
    await find(page, 'search').setValue('zzz')
    expect(page.text()).toContain('No account matches “zzz”.')
    press('Escape')
    await flushPromises()
    expect(page.findAll('[data-account]')).toHaveLength(ACCOUNTS.length)
  })
})

describe('the site in front', () => {
  const STRANGE = 'https://gith0b.example'
  const onStrange = (assessment: object) => ({
    'app.load': () => success({ ...STATE, tab: { tabId: 1, site: STRANGE } }),
    'sites.assess': () => success({ likely: [], ...assessment }),
  })

  it('is named as what it is when it imitates one', async () => {
    const { page } = await open(onStrange({ imitated: 'github.com' }))
    const notice = find(page, 'notice-imitation').text()
    expect(notice).toContain('gith0b.example')
    expect(notice).toContain('github.com')
  })

  it('has no account put forward when it imitates its site', async () => {
    const { page } = await open(onStrange({ imitated: 'github.com', likely: ['Dapodik'] }))
    expect(idsOf(page)[0]).toBe('GitHub')
    expect(page.find('[data-testid=account-fill]').exists()).toBe(false)
  })

  it('is named when it is not secure', async () => {
    const tab = { tabId: 1, insecureHost: 'old.example' }
    const { page } = await open({ 'app.load': () => success({ ...STATE, tab }) })
    expect(find(page, 'notice-insecure').text()).toContain('old.example')
  })

  it('has the accounts that may belong to it first, each with Fill', async () => {
    const { page } = await open(onStrange({ likely: ['Dapodik'] }))
    expect(page.findAll('[data-account]')[0]?.attributes('data-account')).toBe('Dapodik')
    expect(page.findAll('[data-testid=account-fill]')).toHaveLength(1)
  })

  it('is not asked about where an account is bound to it', async () => {
    const { background } = await open()
    expect(background.asked).toEqual(['app.load'])
  })

  it('gets the code that was picked in the page by one more click', async () => {
    const fill = vi.fn(() => success(null))
    const offer = { site: SITE, accountId: 'ASN Digital' }
    const { page } = await open({
      'app.load': () => success({ ...STATE, offer }),
      'fill.start': fill,
    })
    await find(page, 'offer-fill').trigger('click')
    expect(fill).not.toHaveBeenCalled() // no person's click
    expect(find(page, 'offer-card').text()).toContain('asn.example')
  })
})

describe('the sites of an account', () => {
  it('are listed, and one is taken back with Undo', async () => {
    const setSites = vi.fn(({ sites }: { sites: readonly string[] }) =>
      success({ ...account('ASN Digital'), sites }),
    )
    const { page } = await open({ 'accounts.setSites': setSites })
    // happy-dom has no popovers.
    const popover = { showPopover: () => undefined, hidePopover: () => undefined }
    Object.assign(HTMLElement.prototype, popover)
    await find(page, 'account-menu').trigger('click')
    await find(page, 'menu-sites').trigger('click')
    expect(find(page, 'sites').text()).toContain('asn.example')
    await find(page, 'site-remove').trigger('click')
    await flushPromises()
    expect(setSites).toHaveBeenLastCalledWith({ accountId: 'ASN Digital', sites: [] })
    await find(page, 'toast-action').trigger('click')
    await flushPromises()
    expect(setSites).toHaveBeenLastCalledWith({
      accountId: 'ASN Digital',
      sites: [SITE],
      hasSeenWarning: true,
    })
  })
})

describe('the advice to tell a code to nobody', () => {
  const copy = async (page: VueWrapper, name: string) => {
    await rowOf(page, name).trigger('click')
    await flushPromises()
  }

  it('comes with a code that no site asked for, and goes for good when understood', async () => {
    const update = vi.fn(() => success(STATE.settings))
    const { page } = await open({ 'settings.update': update })
    await copy(page, 'GitHub')
    expect(find(page, 'advice').text()).toContain('nobody')
    expect(update).toHaveBeenLastCalledWith({ advicesSeen: 1 })
    await find(page, 'advice-dismiss').trigger('click')
    expect(page.find('[data-testid=advice]').exists()).toBe(false)
    expect(update).toHaveBeenLastCalledWith({ advicesSeen: 5 })
  })

  it('does not come when it was seen often enough', async () => {
    const settings = { ...STATE.settings, advicesSeen: 5 }
    const { page } = await open({ 'app.load': () => success({ ...STATE, settings }) })
    await copy(page, 'GitHub')
    expect(page.find('[data-testid=advice]').exists()).toBe(false)
  })

  it('does not come on the site of the account', async () => {
    const { page } = await open()
    await copy(page, 'ASN Digital')
    expect(page.find('[data-testid=advice]').exists()).toBe(false)
  })
})

describe('what is pasted while the list stands', () => {
  const paste = async (page: VueWrapper, text: string) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData })
    find(page, 'search').element.dispatchEvent(event)
    await flushPromises()
    return event.defaultPrevented
  }

  it('is read where it is a setup link, also in the search', async () => {
    const link = 'otpauth://totp/Acme?secret=JBSWY3DPEHPK3PXP'
    const readText = vi.fn(() => success({ drafts: [], refusals: [] }))
    const { page } = await open({ 'accounts.readText': readText })
    expect(await paste(page, link)).toBe(true)
    expect(readText).toHaveBeenCalledWith({ text: link })
    expect(useView(pinia).view).toBe('add')
  })

  it('is looked for where it is anything else', async () => {
    const readText = vi.fn()
    const { page } = await open({ 'accounts.readText': readText })
    expect(await paste(page, 'github')).toBe(false)
    expect(readText).not.toHaveBeenCalled()
  })
})
