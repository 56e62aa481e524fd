import { holds, isUncovered } from './isUncovered'
import { closest, parentOf } from './plainDom'

const MIN_PAUSE_MS = 60
const MAX_PAUSE_MS = 140
/** A menu that was covered or out of place is believed again after this long. */
const AFTER_DOUBT_MS = 1000
/**
 * A menu that moved has to stand still before a click on it counts: it may have moved under one. Known
 * when the approval arrives, which on a busy computer is a while after the click.
 */
const AFTER_MOVE_MS = 700
/** So does a window that came to the front, for the second click of two that went to another one. */
const AFTER_FOCUS_MS = 300

export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Sight {
  /** Whether the person could see the menu where it is now, and could for long enough. */
  isClear(): boolean
  /** The menu was moved on purpose. */
  moved(): void
}

/**
 * Watches that the menu's host is where it was put and can be seen, at moments that the page cannot
 * foretell. Chromium tells the menu itself whether it is seen; elsewhere geometry has to.
 */
export function watchSight(host: HTMLElement, place: () => Place, signal: AbortSignal): Sight {
  const parent = parentOf(host)
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
  const timer = { id: 0 }
  signal.addEventListener('abort', () => {
    clearTimeout(timer.id)
    reopening.disconnect()
  })
  schedule()

  function onFocus(event: FocusEvent): void {
    if (event.isTrusted && event.target === window) focusedAt = performance.now()
  }

  function schedule(): void {
    timer.id = window.setTimeout(() => {
      look()
      schedule()
    }, randomPauseMs())
  }

  function look(): boolean {
    const isRight =
      parentOf(host) === parent &&
      Element.prototype.matches.call(host, ':popover-open') &&
      isAt(host.getBoundingClientRect(), place()) &&
      isUncovered(host)
    if (!isRight) doubtedAt = Math.max(doubtedAt, performance.now())
    return isRight
  }

  return {
    isClear() {
      const now = performance.now()
      return (
        look() &&
        now - doubtedAt > AFTER_DOUBT_MS &&
        now - movedAt > AFTER_MOVE_MS &&
        now - focusedAt > AFTER_FOCUS_MS
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
