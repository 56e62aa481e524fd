import { onScopeDispose } from 'vue'

interface EscapeOptions {
  /** Goes one step back; false where there is none, and the popup closes. */
  readonly back: () => boolean
  readonly target?: Window
}

/** Escape that nothing on the page has used goes back, and from the first view out of the popup. */
export function useEscape({ back, target = window }: EscapeOptions): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault() // the browser would close the popup from every view
    if (!back()) target.close()
  }

  // On the window: what listens on the page or the document comes first.
  target.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    target.removeEventListener('keydown', onKeydown)
  })
}
