import { nextTick, onScopeDispose, type Ref } from 'vue'

const PAGE_ROWS = 6

interface ListKeyboardOptions {
  readonly search: Readonly<Ref<HTMLInputElement | null>>
  /** The primary buttons of the rows, in the order on screen. */
  readonly rows: () => readonly HTMLElement[]
  /** Puts so many rows on the page, of a long list; says whether they are yet to come. */
  readonly showAtLeast: (count: number) => boolean
  readonly copyFirst: () => unknown
  readonly clearSearch: () => boolean
  readonly fillActive: () => unknown
  readonly openMenu: (row: HTMLElement) => unknown
  /** What a key does on the row that has the focus, by `event.key`. */
  readonly rowKeys: Readonly<Record<string, (row: HTMLElement) => unknown>>
  /** Moves the row in the person's own order, where the list is in that order. */
  readonly move: (row: HTMLElement, direction: 'up' | 'down') => unknown
  /** A menu or a dialog is open and takes the keys. */
  readonly isBlocked: () => boolean
  readonly target?: Document
}

/**
 * The keys of the list: typing searches wherever the focus is, arrows go from the search to the rows
 * and back, Enter copies, Ctrl or Cmd with Enter fills, Escape clears the search.
 */
export function useListKeyboard(options: ListKeyboardOptions): void {
  const { search, rows, target = document } = options

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || options.isBlocked()) return
    const action = isInSearch(event) ? searchKey(event) : pageKey(event)
    if (!action) return
    event.preventDefault()
    action()
  }

  function searchKey(event: KeyboardEvent): (() => unknown) | undefined {
    if (event.key === 'Enter') return isCommand(event) ? options.fillActive : options.copyFirst
    if (event.key === 'ArrowDown' || event.key === 'PageDown') return () => focusRow(0)
    return escapeKey(event)
  }

  function pageKey(event: KeyboardEvent): (() => unknown) | undefined {
    if (isCommand(event)) {
      if (event.key === 'Enter') return options.fillActive
      return event.key.toLowerCase() === 'f' ? focusSearch : undefined
    }
    const row = focusedRow()
    if (row >= 0) {
      const action = rowKey(event, row)
      if (action) return action
    } else if (isNowhere()) {
      if (event.key === 'ArrowDown') return () => focusRow(0)
      if (event.key === 'Enter') return options.copyFirst
    }
    if (event.key === '/') return focusSearch
    // The character itself goes to the field, which has the focus by the time it is typed.
    if (isCharacter(event) && !isField(event.target)) focusSearch()
    return escapeKey(event)
  }

  function rowKey(event: KeyboardEvent, row: number): (() => unknown) | undefined {
    const element = rows()[row]
    if (!element) return undefined
    if (event.altKey) {
      if (event.key === 'ArrowDown') return () => options.move(element, 'down')
      return event.key === 'ArrowUp' ? () => options.move(element, 'up') : undefined
    }
    switch (event.key) {
      case 'ArrowDown':
        return () => focusRow(row + 1)
      case 'ArrowUp':
        return row === 0 ? focusSearch : () => focusRow(row - 1)
      case 'PageDown':
        return () => focusRow(row + PAGE_ROWS)
      case 'PageUp':
        return () => focusRow(row - PAGE_ROWS)
      case 'Home':
        return () => focusRow(0)
      case 'End':
        return () => focusRow(Infinity)
      case 'ArrowRight':
        return () => options.openMenu(element)
      default:
        return actionOf(event, element)
    }
  }

  function actionOf(event: KeyboardEvent, row: HTMLElement): (() => unknown) | undefined {
    const act = event.altKey ? undefined : options.rowKeys[event.key]
    return act && (() => act(row))
  }

  /** Escape that has nothing to clear is left to others: it goes back or closes the popup. */
  function escapeKey(event: KeyboardEvent): (() => unknown) | undefined {
    return event.key === 'Escape' && options.clearSearch() ? focusSearch : undefined
  }

  function focusSearch(): void {
    search.value?.focus()
  }

  function focusRow(index: number): void {
    if (options.showAtLeast(index + 1)) void nextTick(() => focusShown(index))
    else focusShown(index)
  }

  function focusShown(index: number): void {
    const all = rows()
    all[Math.max(0, Math.min(index, all.length - 1))]?.focus()
  }

  /** The row that has the focus, in whichever of its buttons. */
  function focusedRow(): number {
    return rows().findIndex((row) => row.parentElement?.contains(target.activeElement))
  }

  function isInSearch(event: KeyboardEvent): boolean {
    return event.target === search.value
  }

  function isNowhere(): boolean {
    return target.activeElement === target.body
  }

  target.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    target.removeEventListener('keydown', onKeydown)
  })
}

function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}

function isCharacter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !isCommand(event) && !event.altKey
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}
