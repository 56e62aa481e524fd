import { computed, shallowRef, watch } from 'vue'
import { t } from '../i18n/i18n'
import { useNow } from './useNow'

const SPOKEN_AT_SECONDS = [0, 10, 30]

/** A pause in which nothing can be tried, counted down for the eye and, rarely, for the ear. */
export function usePause(until: () => number | undefined) {
  const now = useNow()
  const leftMs = computed(() => Math.max(0, (until() ?? 0) - now.value))
  const isOn = computed(() => leftMs.value > 0)
  // The shared clock stands on full seconds and the end of the pause does not.
  const seconds = computed(() => (isOn.value ? Math.max(1, Math.floor(leftMs.value / 1000)) : 0))
  const spoken = shallowRef('')

  watch(seconds, (left, before) => {
    if (before === 0) spoken.value = ''
    const mark = SPOKEN_AT_SECONDS.find((at) => before > at && left <= at)
    if (mark === undefined) return
    spoken.value = mark === 0 ? t('unlock.tryAgain') : t('unlock.secondsLeft', { count: mark })
  })

  return {
    isOn,
    countdown: computed(() => t('unlock.tryAgainIn', { time: clockFace(seconds.value) })),
    spoken,
  }
}

function clockFace(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
}
