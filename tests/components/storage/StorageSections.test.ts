// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import StorageSections from '@/components/settings/StorageSections.vue'
import { toAccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import type { SnapshotPreview } from '@/utils/protocol/views'
import { applySettings } from '@/utils/ui/applySettings'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useToasts } from '@/utils/ui/stores/useToasts'
import { makeAccount, NOW } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const byId = (id: string) => `[data-testid=${id}]`
const TRASHED = toAccountView(makeAccount({ deletedAt: NOW }))
const OTHER = toAccountView(makeAccount({ id: 'account-2', issuer: 'Other', deletedAt: NOW - 1 }))
const SNAPSHOT = { id: '1.daily', takenAt: NOW, reason: 'daily' as const, accounts: 3 }
const PREVIEW = { generation: 7, back: [TRASHED], changed: [], gone: [] }

enableAutoUnmount(afterEach)
beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})

async function open(status: 'locked' | 'unlocked' = 'unlocked', trashed = [TRASHED, OTHER]) {
  const background = playBackground({
    'trash.list': () => success(trashed),
    'aside.list': () => success([]),
    'snapshots.list': () => success([SNAPSHOT]),
    'snapshots.preview': () => success(PREVIEW),
  })
  const pinia = createPinia()
  const page = mount(StorageSections, {
    props: { status },
    attachTo: document.body,
    global: { plugins: [pinia] },
  })
  await flushPromises()
  return { page, background, toasts: useToasts(pinia) }
}

it.each(['en', 'id'] as const)('shows nothing of a locked vault, in %s', async (language) => {
  await setLanguage(language)
  const { page, background } = await open('locked')
  expect(background.asked).toEqual(['aside.list'])
  expect(page.text()).not.toContain('Acme')
})

describe('the trash', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('has icons of known services where they are wanted: %s', async (showsIcons, count) => {
    await applySettings({ ...DEFAULT_SETTINGS, language: 'en', showsIcons })
    const { page } = await open('unlocked', [{ ...TRASHED, issuer: 'GitHub' }])
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(page.findAll(byId('brand'))).toHaveLength(count)
  })

  it('says until when each account can be restored', async () => {
    const { page } = await open()
    expect(page.findAll(byId('trash-row')).map((row) => row.text())).toEqual([
      expect.stringContaining('February 14, 2026'),
      expect.stringContaining('Other'),
    ])
  })

  it.each([
    ['one', 'trash-restore', ['account-1'], 'Acme is back'],
    ['all in one go', 'trash-restore-all', ['account-1', 'account-2'], '2 accounts are back'],
  ])('restores %s, and takes that back', async (_name, button, accountIds, said) => {
    const { page, background, toasts } = await open()
    const restore = (background.answers['accounts.restore'] = vi.fn(() => success(2)))
    const remove = (background.answers['accounts.delete'] = vi.fn(() => success(2)))
    await page.get(byId(button)).trigger('click')
    await flushPromises()
    expect(toasts.toast?.text).toBe(said)
    await toasts.toast?.action?.run()
    expect([restore.mock.calls, remove.mock.calls]).toEqual([
      [[{ accountIds }]],
      [[{ accountIds }]],
    ])
  })

  it.each([
    ['one is restored', 'trash-restore', [OTHER], 'Restore Other'],
    ['the last one is restored', 'trash-restore', [], 'The trash is empty.'],
    ['all are restored', 'trash-restore-all', [], 'The trash is empty.'],
  ])('keeps the focus where keys go on when %s', async (_name, button, left, said) => {
    const { page, background } = await open()
    background.answers['accounts.restore'] = () => success(2)
    background.answers['trash.list'] = () => success(left)
    page.get<HTMLElement>(byId(button)).element.focus()
    await page.get(byId(button)).trigger('click')
    await background.announce('vault.changed')
    await flushPromises()
    const focused = document.activeElement
    expect(focused?.getAttribute('aria-label') ?? focused?.innerHTML.trim()).toBe(said)
  })

  it('has nothing for all where one lies there alone', async () => {
    const { page } = await open('unlocked', [TRASHED])
    expect(page.findAll(byId('trash-row'))).toHaveLength(1)
    expect(page.find(byId('trash-restore-all')).exists()).toBe(false)
    expect(page.find(byId('trash-empty-all')).exists()).toBe(false)
  })

  it.each([
    ['one', 'trash-delete', ['account-1']],
    ['all that is shown', 'trash-empty-all', ['account-1', 'account-2']],
  ])('deletes %s for ever, once asked again', async (_name, button, accountIds) => {
    const { page, background } = await open()
    const remove = vi.fn(() => success(null))
    background.answers['trash.delete'] = remove
    await page.get(byId(button)).trigger('click')
    expect(remove).not.toHaveBeenCalled()
    await page.get(byId('confirm-action')).trigger('click')
    await flushPromises()
    expect(remove).toHaveBeenCalledExactlyOnceWith({ accountIds })
  })
})

describe('snapshots', () => {
  it('are asked for only when somebody wants to see them', async () => {
    const { page, background } = await open()
    expect(background.asked).not.toContain('snapshots.list')
    await page.get(byId('snapshots-show')).trigger('click')
    await flushPromises()
    expect(page.get(byId('snapshot-row')).text()).toContain('Daily · 3 accounts')
  })

  it('tell what would change before it does, and can be undone', async () => {
    const { page, background, toasts } = await openPreview()
    const restore = vi.fn(() => success({ added: 1, changed: 0, trashed: 0, undoId: '2.restore' }))
    background.answers['snapshots.restore'] = restore
    expect(page.get(byId('snapshot-back')).text()).toContain('1 account comes back')
    await page.get(byId('snapshot-restore')).trigger('click')
    await flushPromises()
    await toasts.toast?.action?.run()
    expect(restore.mock.calls).toEqual([[{ snapshotId: '1.daily' }], [{ snapshotId: '2.restore' }]])
  })

  it('are compared anew when the vault changed meanwhile', async () => {
    const { page, background, toasts } = await openPreview()
    background.answers['snapshots.restore'] = () => failure('conflict')
    background.answers['snapshots.preview'] = () => success({ ...PREVIEW, back: [] })
    await page.get(byId('snapshot-restore')).trigger('click')
    await flushPromises()
    expect(toasts.toast?.text).toContain('changed somewhere else')
    expect(page.get(byId('snapshot-same')).text()).toContain('Nothing would change')
  })

  it('offer to bring back the order where nothing else differs', async () => {
    const { page } = await openPreview({ ...PREVIEW, back: [], isReordered: true })
    expect(page.get(byId('snapshot-reordered')).text()).toContain('order')
    expect(page.find(byId('snapshot-same')).exists()).toBe(false)
    expect(page.find(byId('snapshot-restore')).exists()).toBe(true)
  })

  async function openPreview(preview: SnapshotPreview = PREVIEW) {
    const opened = await open()
    opened.background.answers['snapshots.preview'] = () => success(preview)
    await opened.page.get(byId('snapshots-show')).trigger('click')
    await flushPromises()
    await opened.page.get(byId('snapshot-look')).trigger('click')
    await flushPromises()
    return opened
  }
})
