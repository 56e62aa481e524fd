import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { onEverySecond, readClock } from '../../platform/clock'

const now = ref(readClock())
let users = 0
let stop: (() => void) | undefined

/** The wall clock, moved on every full second by one timer for the whole page. */
export function useNow(): Readonly<Ref<number>> {
  if (users++ === 0) {
    now.value = readClock()
    stop = onEverySecond((moment) => {
      now.value = moment
    })
  }
  onScopeDispose(() => {
    if (--users === 0) stop?.()
  })
  return readonly(now)
}
