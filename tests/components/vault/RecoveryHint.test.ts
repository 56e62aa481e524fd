// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import RecoveryHint from '@/components/vault/RecoveryHint.vue'
import { success } from '@/utils/core/result'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useApp } from '@/utils/ui/stores/useApp'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { playBackground } from '../../support/playBackground'

const HINT = '[data-testid=recovery-hint]'

enableAutoUnmount(afterEach)

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})

it.each([
  ['stands where the code is not confirmed', { isRecoveryConfirmed: false }, true],
  ['is gone where it is', { isRecoveryConfirmed: true }, false],
  ['is gone where nothing is known', {}, false],
])('%s', async (_name, part, isThere) => {
  expect((await open(part)).find(HINT).exists()).toBe(isThere)
})

it('leads to the place in the options', async () => {
  vi.spyOn(window, 'close').mockReturnValue()
  const create = vi.spyOn(fakeBrowser.tabs, 'create')
  const hint = await open({ isRecoveryConfirmed: false })
  await hint.get(HINT).trigger('click')
  expect(create.mock.calls[0]?.[0].url).toMatch(/\/options\.html#recovery$/u)
})

async function open(part: { isRecoveryConfirmed?: boolean }) {
  playBackground({
    'app.load': () =>
      success({
        status: 'unlocked',
        settings: { ...DEFAULT_SETTINGS, language: 'en' },
        accounts: [],
        codes: [],
        ...part,
      }),
  })
  const hint = mount(RecoveryHint, { global: { plugins: [createPinia()] } })
  await useApp().load()
  return hint
}
