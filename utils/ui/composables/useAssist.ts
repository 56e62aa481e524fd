import { computed, shallowRef } from 'vue'
import { hostOfSite } from '../../core/match/site'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import type { AssistReport } from '../../protocol/views'
import { t } from '../i18n/i18n'
import { useToasts } from '../stores/useToasts'

/** Runs the checks for a rejected code: at once what is known here, then the clock of the site. */
export function useAssist(initialAccountId: string | undefined) {
  const toasts = useToasts()
  const report = shallowRef<AssistReport>()
  const accountId = shallowRef(initialAccountId)
  const isMeasuring = shallowRef(false)
  const hasMeasured = shallowRef(false)

  async function start(usesNetwork: boolean): Promise<void> {
    isMeasuring.value = usesNetwork
    await check()
    if (usesNetwork && report.value?.isMeasurable) await measure()
    isMeasuring.value = false
  }

  async function measure(): Promise<void> {
    hasMeasured.value = true
    isMeasuring.value = true
    const about = accountId.value
    const reply = await request('assist.measure', asked())
    // Meanwhile another account may have been chosen; what was measured is true for that one too.
    if (accountId.value === about) accept(reply)
    else await check()
    isMeasuring.value = false
  }

  async function check(): Promise<void> {
    const about = accountId.value
    const reply = await request('assist.check', asked())
    if (accountId.value === about) accept(reply)
  }

  async function choose(id: string): Promise<void> {
    if (id === '') return
    accountId.value = id
    await check()
  }

  async function correctClock(): Promise<void> {
    const reply = await request('assist.correctClock', {})
    await afterChange(reply, t('assist.corrected', { host: host.value }))
  }

  async function removeCorrection(): Promise<void> {
    const reply = await request('assist.removeCorrection', {})
    await afterChange(reply, t('assist.uncorrected'))
  }

  async function afterChange(reply: Reply<null>, text: string): Promise<void> {
    if (reply.ok) toasts.show({ text })
    else toasts.fail(reply)
    await check()
  }

  function accept(reply: Reply<AssistReport>): void {
    if (!reply.ok) toasts.fail(reply)
    else {
      report.value = reply.value
      accountId.value = reply.value.accountId
    }
  }

  const asked = () => (accountId.value === undefined ? {} : { accountId: accountId.value })
  const host = computed(() => {
    const site = report.value?.site
    return site === undefined ? '' : hostOfSite(site)
  })

  return {
    report: computed(() => report.value),
    host,
    accountId: computed(() => accountId.value),
    isMeasuring: computed(() => isMeasuring.value),
    /** The site could be asked for its time, and was not. */
    canMeasure: computed(() => report.value?.isMeasurable === true && !hasMeasured.value),
    start,
    measure,
    check,
    choose,
    correctClock,
    removeCorrection,
  }
}
