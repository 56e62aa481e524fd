import { nextTick, watch, type Ref } from 'vue'
import type { AccountView } from '../../core/account'

interface HeldFocusOptions {
  readonly rows: Readonly<Ref<readonly AccountView[]>>
  readonly main: Readonly<Ref<HTMLElement | null>>
  /** The account whose row had the focus last. */
  readonly focusedId: Readonly<Ref<string | undefined>>
  readonly focus: (accountId: string) => unknown
}

/** A row that moves or goes takes the focus away with it: keys go on from there, or from the next one. */
export function useHeldFocus({ rows, main, focusedId, focus }: HeldFocusOptions): void {
  watch(rows, async (now, before) => {
    const held = main.value?.contains(document.activeElement) ? focusedId.value : undefined
    if (held === undefined) return
    await nextTick()
    if (document.activeElement !== document.body) return
    const isStill = now.some(({ id }) => id === held)
    const next = isStill ? held : now[before.findIndex(({ id }) => id === held)]?.id
    if (next !== undefined) focus(next)
  })
}
