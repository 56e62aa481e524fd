import { computed } from 'vue'
import type { AccountView } from '../../core/account'
import type { Settings } from '../../protocol/settings'
import { groupCode, hideCode, spellCode } from '../accounts/groupCode'
import { t } from '../i18n/i18n'
import { useApp } from '../stores/useApp'
import { useCodes } from '../stores/useCodes'
import { useReveal } from '../stores/useReveal'

/** From here on a code is said to end: typing takes a few seconds. */
const ENDING_SECONDS = 5

/** For how many seconds before its turn the next code is shown too. */
const NEXT_SECONDS: Readonly<Record<Settings['nextCode'], number>> = {
  off: 0,
  '5': 5,
  '10': 10,
  always: Infinity,
}

/** One account's code in this second, as it is written and as it is spoken. */
export function useCode(account: () => AccountView) {
  const app = useApp()
  const codes = useCodes()
  const reveal = useReveal()
  const isGrouped = computed(() => app.settings?.groupsDigits !== false)
  const known = computed(() => codes.shown(account()))
  /** There is a code, and it waits to be asked for. */
  const isConcealed = computed(
    () =>
      known.value !== undefined &&
      app.settings?.hidesCodes === true &&
      reveal.accountId !== account().id,
  )
  const shown = computed(() => (isConcealed.value ? undefined : known.value))
  const group = (code: string) => groupCode(code, isGrouped.value)

  const text = computed(() =>
    shown.value ? group(shown.value.code) : hideCode(account().digits, isGrouped.value),
  )
  const remainingSeconds = computed(() => known.value?.remainingSeconds)
  const hasAtMost = (seconds: number) =>
    remainingSeconds.value !== undefined && remainingSeconds.value <= seconds
  const next = computed(() =>
    hasAtMost(NEXT_SECONDS[app.settings?.nextCode ?? '5']) ? shown.value?.next : undefined,
  )

  const previous = computed(() => (isConcealed.value ? undefined : codes.previousOf(account())))

  /** Read out when the person asks for it by going to the row, never by itself. */
  function spoken(): string {
    if (!shown.value) return t('row.hidden')
    const code = spellCode(shown.value.code)
    const count = shown.value.remainingSeconds
    return count === undefined ? code : t('row.spoken', { code, count })
  }

  return {
    isHidden: computed(() => shown.value === undefined),
    isConcealed,
    reveal: () => {
      reveal.reveal(account().id)
    },
    text,
    next: computed(() => (next.value === undefined ? undefined : group(next.value))),
    previous: computed(() => (previous.value === undefined ? undefined : group(previous.value))),
    remainingSeconds,
    isEnding: computed(() => hasAtMost(ENDING_SECONDS)),
    spoken,
  }
}
