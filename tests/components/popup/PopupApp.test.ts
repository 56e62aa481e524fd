// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import PopupApp from '@/entrypoints/popup/PopupApp.vue'
import { toAccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import type { AppState } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { useApp } from '@/utils/ui/stores/useApp'
import { useDrafts } from '@/utils/ui/stores/useDrafts'
import { useView } from '@/utils/ui/stores/useView'
import { makeAccount } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const STATE: AppState = {
  status: 'unlocked',
  settings: { ...DEFAULT_SETTINGS, language: 'en' },
  accounts: [],
  codes: [],
}
const OPEN = { exports: [{ found: 1, total: 2, missing: [2] }], accounts: 1 }
const WHOLE = { exports: [{ found: 2, total: 2, missing: [] }], accounts: 2 }

enableAutoUnmount(afterEach)
beforeEach(() => {
  fakeBrowser.reset()
})

async function open(state: Partial<AppState>) {
  const pinia = createPinia()
  const background = playBackground({
    'app.load': () => success({ ...STATE, ...state }),
    'codes.current': () => success([]),
    'accounts.scanChosen': () => failure('no-qr'),
    'accounts.scanTab': () => failure('no-qr'),
    'app.noteErrand': () => success(null),
  })
  const page = mount(PopupApp, { global: { plugins: [pinia] }, attachTo: document.body })
  await useApp(pinia).load()
  await import('@/entrypoints/popup/lateViews')
  await flushPromises()
  return { page, background, view: useView(pinia), drafts: useDrafts(pinia) }
}

it('opens on the list, and leads on to an export of which codes are missing', async () => {
  const { page, view, drafts } = await open({ parts: OPEN })
  expect(view.view).toBe('list')
  const hint = page.get('[data-testid=parts-hint]')
  expect(hint.text()).toBe('1 of 2 export codes read – go on')
  await hint.trigger('click')
  expect(view.view).toBe('add')
  expect(drafts.parts).toEqual(OPEN)
})

it('says nothing of an export that is whole', async () => {
  const { page, drafts } = await open({ parts: WHOLE })
  expect(page.find('[data-testid=parts-hint]').exists()).toBe(false)
  expect(drafts.parts).toEqual(WHOLE)
})

describe('the list, after one of its accounts was looked at', () => {
  const accounts = ['Arsip', 'Bank', 'Dapodik', 'Bank Desa'].map((issuer) =>
    toAccountView(makeAccount({ id: issuer, issuer })),
  )
  const find = (page: VueWrapper, id: string) => page.get<HTMLInputElement>(`[data-testid=${id}]`)
  const focused = () => document.activeElement?.getAttribute('data-account')

  async function openEdit() {
    const opened = await open({ accounts })
    const { page, view } = opened
    await find(page, 'search').setValue('bank')
    const row = page.get<HTMLElement>('[data-account="Bank Desa"]')
    row.element.focus()
    await row.trigger('keydown', { key: 'e' })
    await flushPromises()
    expect(view.view).toBe('edit')
    return opened
  }

  it.each(['Escape', 'saved'])('stands as it was, by %s', async (way) => {
    const { page, view } = await openEdit()
    if (way === 'Escape') await page.trigger('keydown', { key: 'Escape' })
    else await find(page, 'edit-save').trigger('submit')
    await flushPromises()
    expect(view.view).toBe('list')
    expect(find(page, 'search').element.value).toBe('bank')
    expect(page.findAll('[data-account]')).toHaveLength(2)
    expect(focused()).toBe('Bank Desa')
  })

  it('is whole again by another way', async () => {
    const { page, view } = await openEdit()
    view.showAdded([])
    await flushPromises()
    expect(find(page, 'search').element.value).toBe('')
    expect(page.findAll('[data-account]')).toHaveLength(4)
  })
})

it('goes about its errand once, and says so', async () => {
  const { background, view } = await open({ errand: { to: 'scan' } })
  expect(view.view).toBe('add')
  expect(view.addStart).toBe('scan')
  expect(background.asked).toEqual(['app.load', 'app.noteErrand', 'accounts.scanTab'])
})

it('opens the assistant for the account that it was opened for', async () => {
  const { view } = await open({ errand: { to: 'assist', accountId: 'a' } })
  expect([view.view, view.assistedId, view.assistUsesNetwork]).toEqual(['assist', 'a', false])
})

it('reads the chosen picture first, which may be the next code', async () => {
  const { background, drafts } = await open({ parts: OPEN, isPictureChosen: true })
  expect(background.asked).toContain('accounts.scanChosen')
  expect(drafts.parts).toEqual(OPEN)
})
