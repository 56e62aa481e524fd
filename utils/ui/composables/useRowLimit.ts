import { computed, type Ref } from 'vue'
import type { Section } from '../../core/list/listSections'
import { useSteps } from './useSteps'

/** A long list of accounts in sections, of which as many rows are on the page as were asked for. */
export function useRowLimit(
  sections: Readonly<Ref<readonly Section[]>>,
  end: Readonly<Ref<Element | null>>,
) {
  const total = computed(() =>
    sections.value.reduce((sum, { accounts }) => sum + accounts.length, 0),
  )
  const { limit, showAtLeast } = useSteps(total, end)

  const shown = computed(() => {
    let room = limit.value
    return sections.value.map((section) => {
      const accounts = section.accounts.slice(0, room)
      room -= accounts.length
      return { ...section, accounts, total: section.accounts.length }
    })
  })

  return { shown, total, limit, showAtLeast }
}
