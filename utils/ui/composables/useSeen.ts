import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** What was covered or distorted is believed to be seen again after this long. */
const AFTER_DOUBT_MS = 1000
/** The least that browsers allow between two looks. */
const DELAY_MS = 100
/** A browser that draws nothing looks at nothing; a click there is in doubt. */
const LOOK_LIMIT_MS = 1000

/** Newer than the types: version 2 of the observer, in Chromium. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean
}
interface VisibilityOptions extends IntersectionObserverInit {
  readonly trackVisibility: true
  readonly delay: number
}

interface SeenOptions {
  readonly window?: Window & typeof globalThis
}

export type Seen = 'unknown' | 'seen' | 'unseen'

interface Sight {
  readonly seen: Readonly<Ref<Seen>>
  /** What the browser says of a moment after this call: the last look may be of before a cover came. */
  readonly lookAgain: () => Promise<Seen>
}

/**
 * Whether the browser vouches that every pixel of `element` is on the screen as it was drawn: not
 * covered, faded, cut or bent, by whatever page this frame stands in. Browsers that cannot vouch leave
 * it to the content script, and here everything counts as seen.
 */
export function useSeen(
  element: Readonly<Ref<Element | null>>,
  { window: view = window }: SeenOptions = {},
): Sight {
  const seen = shallowRef<Seen>('unknown')
  if (!canVouch(view)) {
    seen.value = 'seen'
    return { seen, lookAgain: () => Promise.resolve('seen') }
  }
  let timer = 0
  let onLook: () => void = () => undefined

  function judge(entries: readonly VisibilityEntry[]): void {
    // Any one look that failed counts, also when the latest one did not.
    view.queueMicrotask(onLook)
    const isClear = entries.every(
      ({ isVisible, intersectionRatio }) => isVisible === true && intersectionRatio === 1,
    )
    view.clearTimeout(timer)
    if (!isClear) {
      // Taken back by time only, once the last look was good.
      seen.value = 'unseen'
      if (entries.at(-1)?.isVisible !== true) return
    }
    const waitMs = seen.value === 'unseen' ? AFTER_DOUBT_MS : 0
    timer = view.setTimeout(() => {
      seen.value = 'seen'
    }, waitMs)
  }

  const options: VisibilityOptions = { trackVisibility: true, delay: DELAY_MS, threshold: [0, 1] }
  const observer = new view.IntersectionObserver(judge, options)
  watch(
    element,
    (now, before) => {
      if (before) observer.unobserve(before)
      if (now) observer.observe(now)
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => {
    observer.disconnect()
    view.clearTimeout(timer)
  })

  function lookAgain(): Promise<Seen> {
    const { promise, resolve } = Promise.withResolvers<Seen>()
    view.setTimeout(() => {
      resolve('unseen')
    }, LOOK_LIMIT_MS)
    onLook = () => {
      resolve(seen.value)
    }
    if (!element.value) return Promise.resolve('unseen')
    // Whoever begins to observe is told at once, not after the delay.
    observer.unobserve(element.value)
    observer.observe(element.value)
    return promise
  }
  return { seen, lookAgain }
}

function canVouch(view: Window & typeof globalThis): boolean {
  return (
    'IntersectionObserverEntry' in view && 'isVisible' in view.IntersectionObserverEntry.prototype
  )
}
