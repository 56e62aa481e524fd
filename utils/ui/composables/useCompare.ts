import { computed, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import type { CodeComparison } from '../../protocol/views'
import { errorMessage } from '../i18n/errorMessage'
import { formatSpan } from '../i18n/formatSpan'
import { t } from '../i18n/i18n'

/** Compares an account with a code that works elsewhere, and takes over what differs. */
export function useCompare(accountId: () => string) {
  const code = shallowRef('')
  const error = shallowRef('')
  const comparison = shallowRef<CodeComparison>()
  const isDone = shallowRef(false)
  let compared = ''

  async function compare(): Promise<void> {
    comparison.value = undefined
    isDone.value = false
    compared = code.value
    const reply = await request('assist.solve', { accountId: accountId(), code: compared })
    error.value = reply.ok ? '' : errorMessage(reply.code, reply.detail)
    if (reply.ok) comparison.value = reply.value
  }

  async function adopt(): Promise<void> {
    const reply = await request('assist.adopt', { accountId: accountId(), code: compared })
    error.value = reply.ok ? '' : errorMessage(reply.code, reply.detail)
    isDone.value = reply.ok
  }

  return {
    code,
    error: computed(() => error.value),
    comparison: computed(() => comparison.value),
    answer: computed(() => {
      if (isDone.value) return t('compare.fixed')
      return comparison.value && describe(comparison.value)
    }),
    isFixable: computed(
      () =>
        !isDone.value &&
        (comparison.value?.kind === 'clock' || comparison.value?.kind === 'parameters'),
    ),
    compare,
    adopt,
  }
}

function describe(comparison: CodeComparison): string {
  switch (comparison.kind) {
    case 'same':
    case 'stranger':
      return t(`compare.${comparison.kind}`)
    case 'other':
      return t('compare.other', { name: comparison.name })
    case 'clock': {
      const time = formatSpan(Math.abs(comparison.seconds))
      if (comparison.isZone) return t('compare.zone', { time })
      return t(comparison.seconds > 0 ? 'compare.slow' : 'compare.fast', { time })
    }
    case 'parameters':
      return t('compare.parameters', {
        digits: comparison.digits,
        seconds: comparison.periodSeconds,
        algorithm: comparison.algorithm.replace('SHA', 'SHA-'),
      })
  }
}
