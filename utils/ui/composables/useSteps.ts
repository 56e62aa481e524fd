import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** The popup shows eight rows, a tall side panel twice as many. */
const STEP = 10
/** How far below the view the next rows are put on the page. */
const AHEAD = '150px'

/**
 * How many of a long list's rows are on the page: they come in steps, each when the end of the last one
 * comes near, so that the first stand there at once however many follow.
 */
export function useSteps(total: Readonly<Ref<number>>, end: Readonly<Ref<Element | null>>) {
  const limit = shallowRef(STEP)

  function showMore(): void {
    if (limit.value < total.value) limit.value += STEP
  }

  /** No fewer than these; says whether some of them were not on the page yet. */
  function showAtLeast(count: number): boolean {
    const wanted = Math.min(count, total.value)
    const isMore = wanted > limit.value
    if (isMore) limit.value = wanted
    return isMore
  }

  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) showMore()
    },
    // The list scrolls within the view, where only the second one counts.
    { rootMargin: AHEAD, scrollMargin: AHEAD },
  )
  // Observed anew after each step: an end that stays in view reports only its first sight.
  watch(
    [end, limit],
    ([element]) => {
      observer.disconnect()
      if (element) observer.observe(element)
    },
    { flush: 'post' },
  )
  onScopeDispose(() => {
    observer.disconnect()
  })

  return { limit, showAtLeast }
}
