// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import PopupApp from '@/entrypoints/popup/PopupApp.vue'
import { failure, success } from '@/utils/core/result'
import type { AppState } from '@/utils/protocol/requests'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { useApp } from '@/utils/ui/stores/useApp'
import { useDrafts } from '@/utils/ui/stores/useDrafts'
import { useView } from '@/utils/ui/stores/useView'
import { playBackground } from '../../support/playBackground'

const STATE: AppState = {
  status: 'unlocked',
  settings: { ...DEFAULT_SETTINGS, language: 'en' },
  accounts: [],
  codes: [],
}
const OPEN = { exports: [{ found: 1, total: 2, missing: [2] }], accounts: 1 }
const WHOLE = { exports: [{ found: 2, total: 2, missing: [] }], accounts: 2 }
const OFFER = { site: 'https://asn.example' }

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
  })
  mount(PopupApp, { global: { plugins: [pinia] }, attachTo: document.body })
  await useApp(pinia).load()
  await import('@/entrypoints/popup/lateViews')
  await flushPromises()
  return { background, view: useView(pinia), drafts: useDrafts(pinia) }
}

it('goes on between two codes of an export', async () => {
  const { view, drafts } = await open({ parts: OPEN })
  expect(view.view).toBe('add')
  expect(drafts.parts).toEqual(OPEN)
})

it('reads the chosen picture first, which may be the next code', async () => {
  const { background, drafts } = await open({ parts: OPEN, isPictureChosen: true })
  expect(background.asked).toContain('accounts.scanChosen')
  expect(drafts.parts).toEqual(OPEN)
})

it.each([
  ['what a field asked for', { parts: OPEN, offer: OFFER }],
  ['an export that is whole', { parts: WHOLE }],
])('opens on the list for %s', async (_name, state) => {
  const { view, drafts } = await open(state)
  expect(view.view).toBe('list')
  expect(drafts.parts).toEqual(state.parts)
})
