import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { Section } from '../../core/list/listSections'

/** The popup shows eight rows, a tall side panel twice as many. */
const STEP = 10
/** How far below the view the next rows are put on the page. */
const AHEAD = '150px'

/**
 * A long list is put on the page in steps, each when the end of the last one comes near, so that the
 * first codes stand there at once however many follow.
 */
export function useRowLimit(
  sections: Readonly<Ref<readonly Section[]>>,
  end: Readonly<Ref<Element | null>>,
) {
  const limit = shallowRef(STEP)
  const total = computed(() =>
    sections.value.reduce((sum, { accounts }) => sum + accounts.length, 0),
  )

  const shown = computed(() => {
    let room = limit.value
    return sections.value.map((section) => {
      const accounts = section.accounts.slice(0, room)
      room -= accounts.length
      return { ...section, accounts, total: section.accounts.length }
    })
  })

  function showMore(): void {
    if (limit.value < total.value) limit.value += STEP
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

  return { shown, total, showMore }
}
