// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import ToastHost from '@/components/base/ToastHost.vue'
import EditView from '@/components/edit/EditView.vue'
import { toAccountView, type AccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import type { PageRequests } from '@/utils/protocol/requests'
import type { AppState, KeptForm } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { toForm } from '@/utils/ui/accounts/editForm'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useApp } from '@/utils/ui/stores/useApp'
import { useKeptForm } from '@/utils/ui/stores/useKeptForm'
import { useView } from '@/utils/ui/stores/useView'
import { makeAccount, NOW } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const SITE = 'https://acme.example'
const BASE = toAccountView(makeAccount({ tags: ['Work'] }))
const OTHER = toAccountView(makeAccount({ id: 'other', issuer: 'Other', tags: ['Work', 'Home'] }))
type Asked = PageRequests['accounts.edit']['payload']

let pinia: Pinia

enableAutoUnmount(afterEach)

beforeEach(() => {
  fakeBrowser.reset()
  pinia = createPinia()
})

afterEach(() => {
  disposePinia(pinia)
})

/** A background that answers the first edits as told and then keeps what it is asked to. */
async function open(...refusals: readonly ReturnType<typeof failure>[]) {
  return openOver([], ...refusals)
}

/** The same, where the background has kept forms already. */
async function openOver(kept: KeptForm[], ...refusals: readonly ReturnType<typeof failure>[]) {
  let present = BASE
  const asked: Asked[] = []
  const left = [...refusals]
  const load = (): AppState => ({
    status: 'unlocked',
    settings: { ...DEFAULT_SETTINGS, language: 'en' },
    generation: present.updatedAt,
    accounts: [present, OTHER],
    codes: [],
    tab: { tabId: 1, site: SITE },
  })
  const background = playBackground({
    'app.load': () => success(load()),
    'accounts.list': () => success([present, OTHER]),
    'form.keep': (form) => {
      kept.push(form)
      return success(null)
    },
    'form.read': (name) => {
      const last = kept.findLast((it) => it.view === name.view && it.accountId === name.accountId)
      return success(last ? { text: last.text } : {})
    },
    'form.forget': () => success(null),
    // What the background judges by the list of public suffixes.
    'sites.assess': ({ site }) =>
      site === 'https://*.co.id'
        ? failure('site-shared', { host: 'co.id' })
        : success({ likely: [] }),
    'accounts.edit': (payload) => {
      asked.push(payload)
      // What the tests refuse with is a code of the protocol.
      const refusal = left.shift() as ReturnType<typeof failure<'conflict'>> | undefined
      return refusal ?? success({ ...present, updatedAt: present.updatedAt + 1 })
    },
  })
  await useApp(pinia).load()
  useView(pinia).open('edit', BASE.id)
  const Page = { components: { EditView, ToastHost }, template: '<EditView /><ToastHost />' }
  const page = mount(Page, { global: { plugins: [pinia] }, attachTo: document.body })
  await flushPromises()
  const changeElsewhere = (change: Partial<AccountView>) => {
    present = { ...present, ...change, updatedAt: NOW + 1000 }
  }
  return { page, asked, kept, background, changeElsewhere }
}

const find = (page: VueWrapper, id: string) => page.find(`[data-testid=${id}]`)

async function add(page: VueWrapper): Promise<void> {
  await find(page, 'edit-site-add').trigger('click')
  await flushPromises()
}

async function save(page: VueWrapper): Promise<void> {
  await page.get('form').trigger('submit')
  await flushPromises()
}

it('saves only what was changed, and says so when the background did', async () => {
  const { page, asked } = await open()
  await find(page, 'edit-issuer').setValue('Acme Bank')
  await find(page, 'edit-note').setValue('in the safe')
  await find(page, 'edit-pinned').setValue(true)
  await save(page)
  const change = { issuer: 'Acme Bank', note: 'in the safe', pinned: true }
  expect(asked).toEqual([{ accountId: BASE.id, change }])
  expect(find(page, 'toast').text()).toBe('Acme Bank saved')
  expect(useView(pinia).view).toBe('list')
})

it('asks nothing where nothing was changed', async () => {
  const { page, asked } = await open()
  await save(page)
  expect(asked).toEqual([])
  expect(useView(pinia).view).toBe('list')
})

it('stays with everything typed when saving fails', async () => {
  const { page } = await open(failure('storage-full'))
  await find(page, 'edit-issuer').setValue('Acme Bank')
  await save(page)
  expect(find(page, 'toast').text()).toContain('no room left')
  expect(useView(pinia).view).toBe('edit')
  expect(find(page, 'edit-issuer').element).toHaveProperty('value', 'Acme Bank')
})

it('shows what changed elsewhere, keeps what was typed, and saves on the second word', async () => {
  const { page, asked, changeElsewhere } = await open(failure('conflict'))
  changeElsewhere({ issuer: 'Elsewhere' })
  await find(page, 'edit-note').setValue('mine')
  await save(page)
  expect(find(page, 'edit-stale').text()).toContain('changed somewhere else')
  expect(find(page, 'edit-issuer').element).toHaveProperty('value', 'Elsewhere')
  await save(page)
  expect(asked.at(-1)?.change).toEqual({ note: 'mine' })
  expect(useView(pinia).view).toBe('list')
})

it.each(['en', 'id'] as const)(
  'shows in %s what was saved elsewhere of a field that was changed here too',
  async (it) => {
    const { page, asked, changeElsewhere } = await open(failure('conflict'))
    await setLanguage(it)
    changeElsewhere({ note: 'in the drawer', issuer: 'Elsewhere' })
    await find(page, 'edit-note').setValue('in the safe')
    await save(page)
    expect(page.findAll('[data-testid=edit-clash]')).toHaveLength(1)
    expect(find(page, 'edit-clash').text()).toContain('in the drawer')
    expect(find(page, 'edit-clash').text()).toContain(it === 'en' ? 'Notes' : 'Catatan')
    await find(page, 'edit-take').trigger('click')
    expect(find(page, 'edit-note').element).toHaveProperty('value', 'in the drawer')
    expect(find(page, 'edit-clash').exists()).toBe(false)
    await find(page, 'edit-note').setValue('in the drawer, and in the safe')
    expect(find(page, 'edit-clash').text()).toContain('in the drawer')
    await save(page)
    expect(asked.at(-1)?.change).toEqual({ note: 'in the drawer, and in the safe' })
    await setLanguage('en')
  },
)

it('does not write over a change that the page already knows of', async () => {
  const { page, asked, changeElsewhere } = await open()
  changeElsewhere({ issuer: 'Elsewhere' })
  await useApp(pinia).load()
  await find(page, 'edit-issuer').setValue('Mine')
  await save(page)
  expect(asked).toEqual([])
  expect(find(page, 'edit-stale').exists()).toBe(true)
})

it('takes sites by hand and from the page in front, and says what is none', async () => {
  const { page, asked } = await open()
  await find(page, 'edit-site').setValue('http://acme.example')
  await add(page)
  expect(page.text()).toContain('no address of a secure')
  await find(page, 'edit-site').setValue('*.acme.example')
  await add(page)
  await find(page, 'edit-site-open').trigger('click')
  await find(page, 'edit-site-remove').trigger('click')
  await save(page)
  expect(asked[0]?.change).toEqual({ sites: ['https://*.acme.example', SITE] })
})

it.each(['en', 'id'] as const)(
  'refuses at once what everybody shares, by name, in %s',
  async (it) => {
    const { page, asked } = await open()
    await setLanguage(it)
    await find(page, 'edit-site').setValue('*.co.id')
    await add(page)
    expect(page.text()).toContain(it === 'en' ? 'get a name under co.id' : 'nama di bawah co.id')
    await save(page)
    expect(asked).toEqual([])
    await find(page, 'edit-site').setValue('')
    await save(page)
    expect(useView(pinia).view).toBe('list')
    await setLanguage('en')
  },
)

it('shows a site in its own letters with the browser’s form beside it', async () => {
  const { page } = await open()
  await find(page, 'edit-site').setValue('münchen.example')
  await add(page)
  expect(find(page, 'edit-sites').text()).toContain('münchen.example · xn--mnchen-3ya.example')
  await find(page, 'edit-site').setValue('pаypal.example')
  await add(page)
  expect(find(page, 'edit-sites').text()).not.toContain('pаypal')
})

it('keeps a site that was typed without a press on Add, and stays at one that is none', async () => {
  const { page, asked } = await open()
  await find(page, 'edit-site').setValue('ftp://acme.example')
  await save(page)
  expect(asked).toEqual([])
  expect(document.activeElement).toBe(find(page, 'edit-site').element)
  await find(page, 'edit-site').setValue('acme.example')
  await save(page)
  expect(asked[0]?.change.sites).toContain('https://acme.example')
})

it('stops at a site that imitates one: leave it out, or insist with two more acts', async () => {
  const imitates = failure('site-imitates', { host: 'acrne.example', imitated: 'acme.example' })
  const { page, asked } = await open(imitates, imitates)
  await find(page, 'edit-site').setValue('acrne.example')
  await add(page)
  await save(page)
  expect(find(page, 'stop-here').text()).toBe('acrne.example')
  await find(page, 'stop-leave').trigger('click')
  expect(find(page, 'edit-sites').text()).not.toContain('acrne.example')

  await find(page, 'edit-site').setValue('acrne.example')
  await add(page)
  await save(page)
  await find(page, 'stop-insist').trigger('click')
  await find(page, 'stop-compared').setValue(true)
  await find(page, 'stop-fill').trigger('click')
  await flushPromises()
  expect(asked.at(-1)).toMatchObject({ hasSeenWarning: true })
})

it('offers tags of other accounts', async () => {
  const { page, asked } = await open()
  await page.get('button[aria-label="Add the tag Home"]').trigger('click')
  await save(page)
  expect(asked[0]?.change).toEqual({ tags: ['Work', 'Home'] })
})

it('says while they are typed that these are too many tags, and loses none of them', async () => {
  const { page, asked } = await open(failure('tags-too-many', { max: 32 }))
  const tags = Array.from({ length: 33 }, (_, at) => `tag${String(at)}`)
  await find(page, 'edit-tags').setValue(tags.slice(1).join(', '))
  expect(page.find('[role=alert]').exists()).toBe(false)
  await find(page, 'edit-tags').setValue(tags.join(', '))
  expect(page.get('[role=alert]').text()).toContain('up to 32 tags')
  await save(page)
  expect(asked[0]?.change.tags).toEqual(tags)
  expect(find(page, 'edit-tags').element).toHaveProperty('value', tags.join(', '))
  expect(document.activeElement).toBe(find(page, 'edit-tags').element)
})

it('warns that other codes come of another key, and opens on what is wrong with it', async () => {
  const { page } = await open(failure('secret-not-base32', { character: '1' }))
  expect(find(page, 'edit-changes-codes').exists()).toBe(false)
  await find(page, 'edit-secret').setValue('JBSW1')
  expect(find(page, 'edit-changes-codes').text()).toContain('changes the codes')
  await save(page)
  expect(page.get('details').attributes('open')).toBeDefined()
  expect(document.activeElement).toBe(find(page, 'edit-secret').element)
})

it('asks before it drops what was typed, and not where nothing was', async () => {
  const { page } = await open()
  await find(page, 'edit-issuer').setValue('Typed')
  await find(page, 'edit-cancel').trigger('click')
  expect(useView(pinia).view).toBe('edit')
  await find(page, 'confirm-action').trigger('click')
  expect(useView(pinia).view).toBe('list')
})

it('leaves on Escape', async () => {
  await open()
  const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  document.body.dispatchEvent(escape)
  expect(useView(pinia).view).toBe('list')
})

it('says so when the account is no longer there', async () => {
  const { page, background } = await open()
  background.answers['app.load'] = () =>
    success({
      status: 'unlocked',
      settings: { ...DEFAULT_SETTINGS, language: 'en' },
      accounts: [],
      codes: [],
    })
  await useApp(pinia).load()
  await vi.waitFor(() => {
    expect(page.text()).toContain('no longer in the vault')
  })
})

it('is kept for a popup that closes over it, and goes on where it was', async () => {
  vi.useFakeTimers()
  const first = await open()
  await find(first.page, 'edit-note').setValue('half a sen')
  await vi.advanceTimersByTimeAsync(1000)
  const form = first.kept.at(-1)
  vi.useRealTimers()
  if (!form) throw new Error('nothing was kept')
  first.page.unmount()
  disposePinia(pinia)
  fakeBrowser.reset()
  pinia = createPinia()
  useKeptForm(pinia).resume(form)
  const { page, asked } = await open()
  expect(find(page, 'edit-note').element).toHaveProperty('value', 'half a sen')
  await save(page)
  expect(asked[0]?.change).toEqual({ note: 'half a sen' })
})

it('goes on with what was typed of this account in another view, unless it is typed in here', async () => {
  const form = { ...toForm(BASE), note: 'from the popup' }
  const text = JSON.stringify({ base: BASE, form })
  const kept: KeptForm[] = [
    { view: 'edit', accountId: BASE.id, text },
    { view: 'edit', accountId: OTHER.id, text: '{}' },
  ]
  const { page } = await openOver(kept)
  expect(find(page, 'edit-note').element).toHaveProperty('value', 'from the popup')
  page.unmount()
  const again = mount(EditView, { global: { plugins: [pinia] }, attachTo: document.body })
  await find(again, 'edit-note').setValue('typed here')
  await flushPromises()
  expect(find(again, 'edit-note').element).toHaveProperty('value', 'typed here')
})

it('forgets its own form only', async () => {
  const { page, background } = await open()
  const forget = (background.answers['form.forget'] = vi.fn(() => success(null)))
  useKeptForm(pinia).resume({ view: 'typed', text: '{}' })
  await find(page, 'edit-cancel').trigger('click')
  await flushPromises()
  expect(forget).not.toHaveBeenCalled()
})

it('comes back to the form from the recovery codes', async () => {
  const { page } = await open()
  await find(page, 'edit-note').setValue('typed')
  await find(page, 'edit-codes').trigger('click')
  const view = useView(pinia)
  expect(view.view).toBe('codes')
  page.unmount()
  view.back()
  expect(view).toMatchObject({ view: 'edit', accountId: BASE.id })
  const again = mount(EditView, { global: { plugins: [pinia] }, attachTo: document.body })
  expect(find(again, 'edit-note').element).toHaveProperty('value', 'typed')
})
