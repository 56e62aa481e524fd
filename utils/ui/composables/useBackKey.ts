import { onScopeDispose } from 'vue'

/** Escape goes one step back inside a view, before `useEscape` closes the popup. */
export function useBackKey(back: () => void, target: Document = document): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault()
    back()
  }

  target.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    target.removeEventListener('keydown', onKeydown)
  })
}
