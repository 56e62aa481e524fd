// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import AssistView from '@/components/assist/AssistView.vue'
import { toAccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import type { AssistReport, CodeComparison } from '@/utils/protocol/views'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useAccounts } from '@/utils/ui/stores/useAccounts'
import { useView } from '@/utils/ui/stores/useView'
import { makeAccount } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const ACCOUNT = toAccountView(makeAccount())
const SLOW = { code: 'clock-slow', detail: { host: 'login.acme.example', seconds: 47 } } as const
const BOUND = {
  code: 'site-bound',
  detail: { host: 'login.acme.example', name: 'Acme' },
} as const
const REPORT: AssistReport = {
  site: 'https://login.acme.example',
  accountId: ACCOUNT.id,
  type: 'totp',
  choices: [{ accountId: ACCOUNT.id, name: 'Acme' }],
  isMeasurable: true,
  findings: [BOUND, { code: 'secret-replaced', detail: {} }],
  likely: { code: 'secret-replaced', detail: {} },
}

enableAutoUnmount(afterEach)
beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})

async function open(comparison?: CodeComparison, usesNetwork = true) {
  const { asked } = playBackground({
    'assist.check': () => success(REPORT),
    'assist.measure': () => success({ ...REPORT, findings: [SLOW, BOUND], likely: SLOW }),
    'assist.correctClock': () => success(null),
    'assist.solve': () => (comparison ? success(comparison) : failure('not-a-code')),
    'assist.adopt': () => success(null),
  })
  const pinia = createPinia()
  useView(pinia).openAssist(undefined, usesNetwork)
  const view = mount(AssistView, { global: { plugins: [pinia] }, attachTo: document.body })
  useAccounts(pinia).accept([ACCOUNT])
  await flushPromises()
  return { view, asked }
}

const byId = (id: string) => `[data-testid=${id}]`

describe('the assistant for a rejected code', () => {
  it('asks what is known here first, then the site, and ends with what is most likely', async () => {
    const { view, asked } = await open()
    expect(asked.slice(0, 2)).toEqual(['assist.check', 'assist.measure'])
    const codes = view.findAll(byId('finding')).map((it) => it.attributes('data-code'))
    expect(codes).toEqual(['clock-slow', 'site-bound'])
    expect(view.get(byId('assist-likely')).text()).toBe(
      'Most likely: The clock of this computer is 47 seconds behind login.acme.example.',
    )
  })

  it('waits with the network for a click where a page may have opened it', async () => {
    const { view, asked } = await open(undefined, false)
    expect(asked).not.toContain('assist.measure')
    await view.get(byId('assist-measure')).trigger('click')
    await flushPromises()
    expect(asked).toContain('assist.measure')
    expect(view.find(byId('assist-measure')).exists()).toBe(false)
  })

  it('corrects the codes with one click', async () => {
    const { view, asked } = await open()
    await view.get(byId('assist-correct-clock')).trigger('click')
    await flushPromises()
    expect(asked).toContain('assist.correctClock')
  })

  it.each<[CodeComparison, string, boolean]>([
    [{ kind: 'same' }, 'makes the same codes', false],
    [{ kind: 'stranger' }, 'not of this key', false],
    [{ kind: 'clock', seconds: 90, isZone: false }, '1 minute 30 seconds behind', true],
    [{ kind: 'clock', seconds: -25_200, isZone: true }, '7 hours away', true],
    [
      { kind: 'parameters', algorithm: 'SHA256', digits: 8, periodSeconds: 30 },
      '8 digits, every 30 s, SHA-256',
      true,
    ],
    [{ kind: 'other', accountId: 'b', name: 'Beta' }, 'a code of Beta', false],
  ])('says what differs from a code that works: %j', async (comparison, words, isFixable) => {
    const { view } = await open(comparison)
    await view.get(byId('open-compare')).trigger('click')
    await view.get(byId('compare-code')).setValue('123456')
    await view.get('form').trigger('submit')
    await flushPromises()
    expect(view.get(byId('compare-answer')).text()).toContain(words)
    expect(view.find(byId('compare-fix')).exists()).toBe(isFixable)
  })

  it('says what is no code', async () => {
    const { view } = await open()
    await view.get(byId('open-compare')).trigger('click')
    await view.get('form').trigger('submit')
    await flushPromises()
    expect(view.text()).toContain('four to ten digits')
  })

  it('has help about the site to read without a network', async () => {
    const { view } = await open()
    expect(view.findAll('section details').length).toBe(7)
  })
})
