import { computed } from 'vue'
import type { AccountView } from '../../core/account'
import { groupCode, hideCode, spellCode } from '../accounts/groupCode'
import { t } from '../i18n/i18n'
import { useCodes } from '../stores/useCodes'

/** From here on the next code is shown too: typing takes a few seconds. */
const ENDING_SECONDS = 5

/** One account's code in this second, as it is written and as it is spoken. */
export function useCode(account: () => AccountView) {
  const codes = useCodes()
  const shown = computed(() => codes.shown(account()))

  const text = computed(() =>
    shown.value ? groupCode(shown.value.code) : hideCode(account().digits),
  )
  const remainingSeconds = computed(() => shown.value?.remainingSeconds)
  const isEnding = computed(
    () => remainingSeconds.value !== undefined && remainingSeconds.value <= ENDING_SECONDS,
  )
  const next = computed(() => (isEnding.value ? shown.value?.next : undefined))

  /** Read out when the person asks for it by going to the row, never by itself. */
  function spoken(): string {
    if (!shown.value) return t('row.hidden')
    const code = spellCode(shown.value.code)
    const count = shown.value.remainingSeconds
    return count === undefined ? code : t('row.spoken', { code, count })
  }

  return {
    isHidden: computed(() => shown.value === undefined),
    text,
    next: computed(() => (next.value === undefined ? undefined : groupCode(next.value))),
    remainingSeconds,
    isEnding,
    spoken,
  }
}
