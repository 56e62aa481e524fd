import { holds, isUncovered } from './isUncovered'
import { closest, parentOf } from './plainDom'

const MIN_PAUSE_MS = 60
const MAX_PAUSE_MS = 140
/** After a longer pause nobody knows what was to be seen in it: a page can keep every script from running. */
const MAX_GAP_MS = 500
/** A menu that was covered or out of place is believed again after this long. */
const AFTER_DOUBT_MS = 1000
/** A menu that moved has to stand still before a click on it counts: it may have moved under one. */
const AFTER_MOVE_MS = 500
/** So does a window that came to the front, for the second click of two that went to another one. */
const AFTER_FOCUS_MS = 300

export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Sight {
  /** Whether the person could see the menu when they clicked, for long enough before, and until now. */
  isClear(clickedAt: number): boolean
  /** The menu was moved on purpose. */
  moved(): void
}

/**
 * Watches that the menu's host is where it was put and can be seen, at moments that the page cannot
 * foretell and in which the picture is drawn. Chromium tells the menu itself whether it is seen; elsewhere
 * geometry has to. Time in which nobody could look counts like a look that failed.
 */
export function watchSight(host: HTMLElement, place: () => Place, signal: AbortSignal): Sight {
  const parent = parentOf(host)
  let lookedAt = performance.now()
  let doubtedAt = -Infinity
  let movedAt = -Infinity
  let focusedAt = -Infinity

  // A dialog that is closed and shown again lies on what is in it, and looks as before.
  const reopening = new MutationObserver(() => {
    doubtedAt = Infinity
  })
  for (const dialog of dialogsAround(host)) {
    reopening.observe(dialog, { attributes: true, attributeFilter: ['open'] })
  }
  // The window may have come to the front under a click that was meant for another one.
  addEventListener('focus', onFocus, { capture: true, signal })
  const next = { timer: 0, frame: 0 }
  signal.addEventListener('abort', () => {
    clearTimeout(next.timer)
    cancelAnimationFrame(next.frame)
    reopening.disconnect()
  })
  schedule()

  function onFocus(event: FocusEvent): void {
    if (event.isTrusted && event.target === window) focusedAt = performance.now()
  }

  function schedule(): void {
    next.timer = window.setTimeout(() => {
      // A page may cover the menu for the drawing only, and uncover it for everybody who asks in between.
      next.frame = requestAnimationFrame(() => {
        look()
        schedule()
      })
    }, randomPauseMs())
  }

  function look(): boolean {
    const now = performance.now()
    const isRight =
      now - lookedAt <= MAX_GAP_MS &&
      parentOf(host) === parent &&
      Element.prototype.matches.call(host, ':popover-open') &&
      isAt(host.getBoundingClientRect(), place()) &&
      isUncovered(host)
    lookedAt = now
    if (!isRight) doubtedAt = Math.max(doubtedAt, now)
    return isRight
  }

  return {
    isClear(clickedAt) {
      return (
        look() &&
        clickedAt - doubtedAt > AFTER_DOUBT_MS &&
        clickedAt - movedAt > AFTER_MOVE_MS &&
        clickedAt - focusedAt > AFTER_FOCUS_MS
      )
    },
    moved() {
      movedAt = performance.now()
    },
  }
}

function isAt(rect: DOMRect, { left, top, width, height }: Place): boolean {
  return (
    Math.abs(rect.left - left) < 1 &&
    Math.abs(rect.top - top) < 1 &&
    Math.abs(rect.width - width) < 1 &&
    Math.abs(rect.height - height) < 1
  )
}

function dialogsAround(host: HTMLElement): readonly Element[] {
  const dialog = closest(host, 'dialog')
  return dialog && holds(dialog, host) ? [dialog] : []
}

function randomPauseMs(): number {
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1))
  return MIN_PAUSE_MS + (random / 255) * (MAX_PAUSE_MS - MIN_PAUSE_MS)
}
