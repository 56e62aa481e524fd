import { nextTick, watch, type Ref } from 'vue'

/**
 * A row that goes takes the pressed button with it: keys go on from the same button of the row in its
 * place, or from `[data-empty]`, which says that no row is left.
 */
export function useRowFocus(
  items: Readonly<Ref<readonly unknown[]>>,
  root: Readonly<Ref<HTMLElement | null>>,
): void {
  const readRows = () => [...(root.value?.querySelectorAll('li') ?? [])]
  const readButtons = (row?: HTMLElement) => [...(row?.querySelectorAll('button') ?? [])]

  watch(items, async () => {
    const held = document.activeElement
    if (!root.value?.contains(held)) return
    const at = readRows().findIndex((row) => row.contains(held))
    const button = readButtons(readRows()[at]).findIndex((it) => it === held)
    await nextTick()
    if (document.activeElement !== document.body) return
    const rows = readRows()
    const next = readButtons(rows[Math.min(at, rows.length - 1)] ?? rows[0])
    const said = root.value.querySelector<HTMLElement>('[data-empty]')
    ;(next[button] ?? next[0] ?? said)?.focus()
  })
}
