import { computed, onScopeDispose, type Ref, type WatchSource } from 'vue'
import { readClock, readStopwatch } from '../../platform/clock'
import { useArming } from './useArming'
import { useSeen } from './useSeen'

/** A key that was meant for the field must not also choose in the menu. */
const FOCUS_SETTLE_MS = 150

interface GateOptions {
  readonly window?: Window & typeof globalThis
}

/** What a click is worth: it acts, it came too soon to be meant, or it may have been stolen. */
export type Verdict = 'act' | 'ignore' | 'doubt'

/**
 * Judges clicks on what stands in somebody else's page. An honest click is made by a person, on
 * something that was there to be seen, with a pointer that was moved to it.
 */
export function useClickGate(
  shown: WatchSource,
  surface: Readonly<Ref<Element | null>>,
  { window: view = window }: GateOptions = {},
) {
  const isSettled = useArming(shown, { window: view })
  const { seen, lookAgain } = useSeen(surface, { window: view })
  const isArmed = computed(() => isSettled.value && seen.value === 'seen')
  let hasMoved = false
  let pressedWhenArmed = false
  let focusedAt = view.performance.now()

  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  view.addEventListener('pointermove', onMove, options)
  view.addEventListener('pointerdown', onPress, options)
  view.addEventListener('focus', onFocus, options)
  onScopeDispose(() => {
    listening.abort()
  })

  function onMove(event: Event): void {
    if (event.isTrusted) hasMoved = true
  }

  function onPress(event: PointerEvent): void {
    if (!event.isTrusted) return
    pressedWhenArmed = isSettled.value
    // A finger does not hover: its press is where it moved to.
    if (event.pointerType !== 'mouse') hasMoved = true
  }

  function onFocus(event: Event): void {
    if (event.isTrusted && event.target === view) focusedAt = view.performance.now()
  }

  async function judge(event: Event): Promise<Verdict> {
    const verdict = judgeNow(event)
    return verdict === 'act' && (await lookAgain()) !== 'seen' ? 'doubt' : verdict
  }

  function judgeNow(event: Event): Verdict {
    if (!event.isTrusted || !isSettled.value || seen.value === 'unknown') return 'ignore'
    if (seen.value === 'unseen') return 'doubt'
    const clicks = event instanceof view.MouseEvent ? event.detail : 0
    if (clicks === 0) {
      return view.performance.now() - focusedAt >= FOCUS_SETTLE_MS ? 'act' : 'ignore'
    }
    if (clicks > 1 || !pressedWhenArmed) return 'ignore'
    return hasMoved ? 'act' : 'doubt'
  }

  return { isArmed, judge }
}

/** When the browser took an event of this page, by the wall clock: the only one that all processes share. */
export function momentOf({ timeStamp }: Event): number {
  return Math.round(readClock() - (readStopwatch() - timeStamp))
}
