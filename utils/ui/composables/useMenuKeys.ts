import { onScopeDispose, type Ref } from 'vue'

interface MenuKeysOptions {
  readonly list: Readonly<Ref<HTMLElement | null>>
  readonly onEscape: () => void
  readonly window?: Window
}

/** The keys of a menu: arrows, Home and End move over the buttons of `list`, Escape leaves. */
export function useMenuKeys({ list, onEscape, window: view = window }: MenuKeysOptions) {
  const readOptions = () => [...(list.value?.querySelectorAll('button') ?? [])]

  /** Only where the person already is in the menu: it never takes the focus from the page. */
  function focusFirst(): void {
    if (view.document.hasFocus()) readOptions().at(0)?.focus()
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return
    if (event.key === 'Escape') onEscape()
    const options = readOptions()
    const current = options.findIndex((option) => option === view.document.activeElement)
    const next = findNext(event.key, current, options.length)
    if (next === undefined) return
    event.preventDefault()
    options.at(next)?.focus()
  }

  const listening = new AbortController()
  view.addEventListener('keydown', onKey, { signal: listening.signal })
  view.addEventListener('focus', focusFirst, { signal: listening.signal })
  onScopeDispose(() => {
    listening.abort()
  })
  return { focusFirst }
}

function findNext(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count
    case 'ArrowUp':
      return current <= 0 ? count - 1 : current - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
