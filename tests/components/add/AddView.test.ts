// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import AddView from '@/components/add/AddView.vue'
import { failure, success } from '@/utils/core/result'
import type { Reply } from '@/utils/protocol/envelope'
import type { DraftReport } from '@/utils/protocol/views'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useView } from '@/utils/ui/stores/useView'
import { playBackground } from '../../support/playBackground'

let pinia: Pinia

enableAutoUnmount(afterEach)

beforeEach(() => {
  fakeBrowser.reset()
  pinia = createPinia()
})

afterEach(() => setLanguage('en'))

const find = (view: VueWrapper, id: string) => view.find(`[data-testid=${id}]`)

async function paste(view: VueWrapper, text: string): Promise<void> {
  await find(view, 'paste-input').setValue(text)
  await view.get('form').trigger('submit')
  await flushPromises()
}

describe.each([
  ['en', 'This is a key', 'field is empty'],
  ['id', 'Ini kunci', 'masih kosong'],
] as const)('the field for links in %s', (language, aKey, empty) => {
  async function open() {
    playBackground({
      'accounts.readText': ({ text }) =>
        failure('other-code', { kind: text.startsWith('JBSW') ? 'key' : 'url' }),
    })
    await setLanguage(language)
    const view = mount(AddView, { global: { plugins: [pinia] }, attachTo: document.body })
    await find(view, 'paste-link').trigger('click')
    return view
  }

  it('hands a key on to where keys are typed', async () => {
    const view = await open()
    await paste(view, 'https://x.example')
    expect(find(view, 'paste-type-in').exists()).toBe(false)
    await paste(view, 'JBSWY3DPEHPK3PXP')
    expect(find(view, 'scan-error').text()).toContain(aKey)
    await find(view, 'paste-type-in').trigger('click')
    expect(useView(pinia).view).toBe('typed')
    expect(useView(pinia).typedKey).toBe('JBSWY3DPEHPK3PXP')
  })

  it('says that it is empty and no more of what was in it', async () => {
    const view = await open()
    await paste(view, 'https://x.example')
    await paste(view, ' ')
    expect(view.text()).toContain(empty)
    expect(find(view, 'scan-error').exists()).toBe(false)
  })
})

describe('a scan', () => {
  const TIPS = '[data-testid=scan-error] li'

  it('that is soon over shows no sign of work; one that is not can be stopped', async () => {
    vi.useFakeTimers()
    const { promise, resolve } = Promise.withResolvers<Reply<DraftReport>>()
    const background = playBackground({
      'accounts.scanTab': () => promise,
      'accounts.cancelScan': () => success(null),
    })
    const view = mount(AddView, { global: { plugins: [pinia] } })
    await find(view, 'scan-page').trigger('click')
    await vi.advanceTimersByTimeAsync(250)
    expect(find(view, 'scan-stop').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(100)
    await find(view, 'scan-stop').trigger('click')
    expect(background.asked).toEqual(['accounts.scanTab', 'accounts.cancelScan'])
    resolve(failure('scan-cancelled'))
    await vi.advanceTimersByTimeAsync(0)
    vi.useRealTimers()
    expect(find(view, 'scan-stop').exists()).toBe(false)
    expect(find(view, 'scan-error').text()).toContain('stopped')
  })

  it.each([
    ['no-qr', {}, 'No QR code', 4],
    // The sentence itself says what to do instead.
    ['capture-forbidden', { rule: 'browser' }, 'Paste a screenshot', 0],
  ] as const)('says what else works after %s', async (code, detail, said, tips) => {
    playBackground({ 'accounts.scanTab': () => failure(code, detail) })
    const view = mount(AddView, { global: { plugins: [pinia] } })
    await find(view, 'scan-page').trigger('click')
    await flushPromises()
    expect(find(view, 'scan-error').text()).toContain(said)
    expect(view.findAll(TIPS)).toHaveLength(tips)
  })
})
