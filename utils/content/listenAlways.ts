interface Gestures {
  readonly pointerdown: (event: PointerEvent) => unknown
  readonly keyup: (event: KeyboardEvent) => unknown
}

/**
 * Hears the gestures of a frame. A page that draws its next step by `document.open` takes every listener
 * off the window, those of extensions too: they are put there again.
 */
export function listenAlways({ pointerdown, keyup }: Gestures, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal }
  const listen = () => {
    // The same listener twice is one.
    addEventListener('pointerdown', pointerdown, options)
    addEventListener('keyup', keyup, options)
  }
  listen()
  const redrawing = new MutationObserver(listen)
  redrawing.observe(document, { childList: true })
  signal.addEventListener('abort', () => {
    redrawing.disconnect()
  })
}
