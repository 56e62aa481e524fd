import { onScopeDispose, shallowRef, watch, type WatchSource } from 'vue'

const ARMING_MS = 300

interface ArmingOptions {
  readonly window?: Window
}

/**
 * Whether what is on the screen has been there long enough to be clicked on purpose. It begins anew
 * whenever `shown` changes, so that nothing appears under a click that was meant for something else,
 * and it never counts time in which the document was hidden or its size was changed.
 */
export function useArming(shown: WatchSource, { window: view = window }: ArmingOptions = {}) {
  const isArmed = shallowRef(false)
  let frame = 0
  let timer = 0

  function arm(): void {
    disarm()
    if (view.document.visibilityState !== 'visible') return
    // The frame callback comes before a paint, so the time runs from the first paint of the new view.
    frame = view.requestAnimationFrame(() => {
      timer = view.setTimeout(() => {
        isArmed.value = true
      }, ARMING_MS)
    })
  }

  function disarm(): void {
    isArmed.value = false
    view.cancelAnimationFrame(frame)
    view.clearTimeout(timer)
  }

  const listening = new AbortController()
  view.document.addEventListener('visibilitychange', arm, { signal: listening.signal })
  view.addEventListener('resize', arm, { signal: listening.signal })
  watch(shown, arm, { immediate: true, flush: 'post' })
  onScopeDispose(() => {
    listening.abort()
    disarm()
  })
  return isArmed
}
