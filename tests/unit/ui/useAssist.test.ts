// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { success } from '@/utils/core/result'
import type { Envelope } from '@/utils/protocol/envelope'
import type { AssistReport } from '@/utils/protocol/views'
import { useAssist } from '@/utils/ui/composables/useAssist'

const report = (accountId: string): AssistReport => ({
  site: 'https://login.acme.example',
  accountId,
  choices: [],
  isMeasurable: true,
  findings: [],
  likely: { code: 'secret-replaced', detail: {} },
})

beforeEach(() => {
  fakeBrowser.reset()
  setActivePinia(createPinia())
})

it('keeps the account that was chosen while the site was asked for its time', async () => {
  let endMeasuring: () => void = () => undefined
  fakeBrowser.runtime.onMessage.addListener(
    (message: Partial<Envelope>, _sender, respond: (reply: unknown) => void) => {
      const { accountId = 'a' } = message.payload as { accountId?: string }
      const answer = () => {
        respond(success(report(accountId)))
      }
      if (message.request === 'assist.measure') endMeasuring = answer
      else answer()
      return true
    },
  )
  const assist = useAssist(undefined)
  const started = assist.start(true)
  await vi.waitUntil(() => assist.accountId.value === 'a')
  await assist.choose('b')
  endMeasuring()
  await started
  expect(assist.accountId.value).toBe('b')
  expect(assist.report.value?.accountId).toBe('b')
})
