// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import RescueView from '@/components/storage/RescueView.vue'
import { failure, success } from '@/utils/core/result'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { NOW } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const byId = (id: string) => `[data-testid=${id}]`
const SNAPSHOTS = [
  { id: '2.import', takenAt: NOW, reason: 'import' as const },
  { id: '1.daily', takenAt: NOW - 1000, reason: 'daily' as const },
]

enableAutoUnmount(afterEach)
beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})

async function open(damage: 'vault-damaged' | 'vault-too-new' = 'vault-damaged') {
  const background = playBackground({
    'snapshots.list': () => success(SNAPSHOTS),
    'aside.list': () => success([{ id: '1.x', setAsideAt: NOW }]),
  })
  const page = mount(RescueView, {
    props: { damage },
    attachTo: document.body,
    global: { plugins: [createPinia()] },
  })
  await flushPromises()
  return { page, background }
}

it('opens the snapshot that was chosen, with the passphrase of its time', async () => {
  const { page, background } = await open()
  const revive = vi.fn(() => failure('wrong-passphrase', { triesLeft: 2, pauseSeconds: 30 }))
  background.answers['snapshots.revive'] = revive
  await page.get(byId('revive-snapshot')).setValue('1.daily')
  await page.get(byId('revive-passphrase')).setValue('kopi angin')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(revive).toHaveBeenCalledExactlyOnceWith({
    snapshotId: '1.daily',
    passphrase: 'kopi angin',
  })
  expect(page.get(byId('revive-error')).text()).toContain('2 tries before')
})

it('shows what was set aside, and lets nobody remove it', async () => {
  const { page } = await open()
  expect(page.findAll(byId('aside-row'))).toHaveLength(1)
  expect(page.find(byId('aside-remove')).exists()).toBe(false)
})

it.each([
  ['en', 'start over'],
  ['id', 'Mulai dari awal '],
] as const)('starts over only behind the word, in %s', async (language, word) => {
  await setLanguage(language)
  const { page, background } = await open()
  const begin = vi.fn(() => success(null))
  background.answers['vault.startOver'] = begin
  await page.get(byId('start-over-word')).setValue('yes')
  await page.get(byId('start-over-word')).trigger('submit')
  expect(begin).not.toHaveBeenCalled()
  await page.get(byId('start-over-word')).setValue(word)
  await page.get(byId('start-over-word')).trigger('submit')
  await flushPromises()
  expect(begin).toHaveBeenCalledOnce()
})

it('offers nothing to do about a vault of a newer version', async () => {
  const { page, background } = await open('vault-too-new')
  expect(background.asked).toEqual([])
  expect(page.find('button').exists()).toBe(false)
})
