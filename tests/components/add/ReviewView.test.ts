// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import ReviewView from '@/components/add/ReviewView.vue'
import { toAccountView } from '@/utils/core/account'
import { success } from '@/utils/core/result'
import type { DraftReport, DraftView } from '@/utils/protocol/views'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useDrafts } from '@/utils/ui/stores/useDrafts'
import { useView } from '@/utils/ui/stores/useView'
import { makeAccount } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const SITE = 'https://surat.example'
const { type, issuer, account, algorithm, digits, periodSeconds, counter } = makeAccount()
const draft = (draftId: string, change: Partial<DraftView> = {}): DraftView => ({
  draftId,
  source: 'qr',
  view: { type, issuer, account, algorithm, digits, periodSeconds, counter },
  code: '118604',
  validUntil: Date.now() + 60_000,
  standing: 'new',
  ...change,
})

let pinia: Pinia

enableAutoUnmount(afterEach)

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
  pinia = createPinia()
})

async function open(report: DraftReport, answers: Parameters<typeof playBackground>[0] = {}) {
  playBackground({ 'accounts.scanTab': () => success(report), ...answers })
  await useDrafts(pinia).scanTab()
  return mount(ReviewView, { global: { plugins: [pinia] } })
}

const find = (view: VueWrapper, id: string) => view.find(`[data-testid=${id}]`)

it('shows the code of a draft until it is over by the time that makes it', async () => {
  const view = await open({ drafts: [draft('d', { validUntil: Date.now() - 1 })], refusals: [] })
  expect(find(view, 'review-code').text()).not.toContain('118')
})

it('adds a draft as the person named it, on the site that showed it', async () => {
  const add = vi.fn(() => success([toAccountView(makeAccount({ id: 'd' }))]))
  const view = await open(
    { drafts: [draft('d', { site: SITE })], refusals: [] },
    { 'accounts.add': add },
  )
  expect(find(view, 'review-code').text()).toBe('118 604')
  await find(view, 'review-issuer').setValue('Surat')
  await find(view, 'review-account').setValue('budi')
  await view.get('form').trigger('submit')
  await flushPromises()
  const choice = { draftId: 'd', issuer: 'Surat', account: 'budi', site: SITE }
  expect(add).toHaveBeenCalledWith({ choices: [choice] })
  expect(useView(pinia).view).toBe('list')
  expect([...useView(pinia).addedIds]).toEqual(['d'])
})

it('leaves the site out when the person unticks it', async () => {
  const add = vi.fn(() => success([]))
  const view = await open(
    { drafts: [draft('d', { site: SITE })], refusals: [] },
    { 'accounts.add': add },
  )
  await find(view, 'review-site').setValue(false)
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(add).toHaveBeenCalledWith({ choices: [{ draftId: 'd', issuer, account }] })
})

it('proposes no site for a link', async () => {
  const view = await open({ drafts: [draft('d')], refusals: [] })
  expect(find(view, 'review-site').exists()).toBe(false)
})

it('leaves out what is there already, unless it is ticked', async () => {
  const view = await open({
    drafts: [
      draft('a', { standing: 'duplicate' }),
      draft('b', { standing: 'conflict' }),
      draft('c'),
    ],
    refusals: [],
  })
  expect(find(view, 'review-add').text()).toBe('Add 2 accounts')
  await view.get('input[type=checkbox]').setValue(true)
  expect(find(view, 'review-add').text()).toBe('Add 3 accounts')
})

it('ends kindly when all is there already', async () => {
  const view = await open({ drafts: [draft('a', { standing: 'duplicate' })], refusals: [] })
  expect(find(view, 'review-all-here').text()).not.toBe('')
  expect(find(view, 'review-add').exists()).toBe(false)
  await find(view, 'review-done').trigger('click')
  expect(useView().view).toBe('list')
})

it('says what was not read, and why', async () => {
  const view = await open({
    drafts: [draft('a')],
    refusals: [
      { code: 'other-code' },
      { code: 'digits-out-of-range', detail: { min: 4, max: 10 } },
    ],
  })
  expect(view.get('.refused').text()).toContain('2 codes were not read')
  expect(view.get('.refused').text()).toContain('Codes have 4 to 10 digits.')
})

it.each([
  [{}, ''],
  [{ digits: 8 }, 'TOTP · SHA-1 · 8 digits · 30 s'],
  [{ algorithm: 'SHA256', periodSeconds: 60 }, 'TOTP · SHA-256 · 6 digits · 60 s'],
  [{ type: 'hotp', counter: 1042 }, 'HOTP · SHA-1 · 6 digits · counter 1042'],
  [{ type: 'steam' }, 'Steam Guard'],
] as const)('describes only what is unusual: %o', async (change, kind) => {
  const one = draft('a')
  const view = await open({ drafts: [{ ...one, view: { ...one.view, ...change } }], refusals: [] })
  expect(view.find('.kind').exists() ? view.get('.kind').text() : '').toBe(kind)
})

it('shows many drafts a line each, and the fields of one that is asked for', async () => {
  const many = Array.from({ length: 40 }, (_, at) => draft(`d${String(at)}`))
  const view = await open({ drafts: many, refusals: [] })
  expect(view.findAll('[data-testid=review-edit]')).toHaveLength(10)
  expect(find(view, 'review-issuer').exists()).toBe(false)
  await find(view, 'review-edit').trigger('click')
  await find(view, 'review-issuer').setValue('Surat')
  expect(find(view, 'review-add').text()).toContain('40')
})

it('says once for many on which site they are used, and leaves it out of all at a click', async () => {
  const add = vi.fn(() => success([]))
  const many = Array.from({ length: 12 }, (_, at) => draft(`d${String(at)}`, { site: SITE }))
  const view = await open({ drafts: many, refusals: [] }, { 'accounts.add': add })
  const all = view.get<HTMLInputElement>('[data-testid=review-sites]')
  expect(all.element.checked).toBe(true)
  expect(all.element.closest('label')?.textContent).toBe('Use all on surat.example')
  await find(view, 'review-edit').trigger('click')
  await find(view, 'review-site').setValue(false)
  expect(all.element.checked).toBe(false)
  await all.setValue(true)
  await all.setValue(false)
  await view.get('form').trigger('submit')
  await flushPromises()
  const choices = many.map(({ draftId }) => ({ draftId, issuer, account }))
  expect(add).toHaveBeenCalledWith({ choices })
})

it('names the site of each where they differ', async () => {
  const many = Array.from({ length: 6 }, (_, at) =>
    draft(`d${String(at)}`, { site: `https://s${String(at)}.example` }),
  )
  const view = await open({ drafts: many, refusals: [] })
  expect(view.findAll('.host').map((it) => it.text())).toContain('s3.example')
  await find(view, 'review-sites').setValue(false)
  expect(view.findAll('.host')).toHaveLength(0)
})

it.each([
  ['warns once of many on a page that imitates another', { imitated: 'asn.example' }, true],
  ['asks nothing of many whose sites are not known', {}, false],
])('%s', async (_name, change, isWarned) => {
  const many = Array.from({ length: 6 }, (_, at) => draft(`d${String(at)}`, change))
  const view = await open({ drafts: many, refusals: [] })
  expect(find(view, 'review-imitation').exists()).toBe(isWarned)
  expect(find(view, 'review-sites').exists()).toBe(false)
})

it.each([
  ['all', 'Codes 2, 3 of the export were not read'],
  ['whole', '1 of 3 codes of an export are read'],
] as const)(
  'says what is missing of an export (among the drafts: %s)',
  async (holdsParts, text) => {
    const view = await open({
      drafts: [draft('d')],
      refusals: [],
      parts: { exports: [{ found: 1, total: 3, missing: [2, 3] }], accounts: 1 },
      holdsParts,
    })
    expect(find(view, 'review-parts').text()).toContain(text)
  },
)
