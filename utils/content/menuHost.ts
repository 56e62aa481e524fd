import { extensionUrl } from '../platform/frame'
import type { Field } from './findFields'
import { HOST_RULES, style, toHostCss, toPixels } from './hostRules'
import { putAbove } from './layerOf'
import { createElement, parentOf } from './plainDom'
import { watchSight, type Place } from './watchSight'

// The page can measure the host, so it has one size, whatever the menu shows; the rest is transparent.
const WIDTH = 336
const HEIGHT = 248
/** The menu's own margin, in which its shadow falls and which sets it off from the field. */
const MARGIN = 8
/** More than a page has good reason for; one that goes on has the last word, and the menu is in doubt. */
const MAX_RAISES = 3

const FRAME_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  width: '100%',
  height: '100%',
  border: '0',
  // As the menu's own root has it. `normal` would be the page's, and a frame of another scheme is painted white.
  'color-scheme': 'light dark',
}

export interface MenuHost {
  contains(target: EventTarget | null): boolean
  focus(): void
  /** Whether the person could see the menu for long enough up to their click, and until now. */
  isClear(clickedAt: number): boolean
  /** It stands elsewhere than a person may expect it, and has to stand still for a while. */
  moved(): void
  close(): void
}

/**
 * Shows the in-page menu beside a field: an extension page in an iframe, in a closed shadow root, in
 * the top layer. The page can neither read nor restyle it, and the iframe does not speak to the page.
 * The pairing in its address is how the background knows the menu from a copy that a page made.
 */
export function openMenu(field: Field, pairing: string, onLost: () => void): MenuHost {
  const host = createElement('div')
  host.popover = 'manual'
  const sheet = createElement('style')
  const frame = createElement('iframe')
  const isAbove = !fitsBelow(field)
  style(frame, FRAME_STYLE)
  frame.src = extensionUrl(`/menu.html#${pairing}${isAbove ? '/above' : ''}`)
  host.attachShadow({ mode: 'closed' }).append(sheet, frame)
  let at = put()
  let raises = 0
  const parent = putAbove(field, host)
  host.showPopover()

  const closing = new AbortController()
  const { signal } = closing
  const sight = watchSight(host, () => at, signal)
  const follow = { capture: true, passive: true, signal }
  addEventListener('scroll', move, follow)
  addEventListener('resize', move, follow)
  // A page that takes the menu away, or puts it elsewhere, has closed it.
  host.addEventListener('toggle', lose, { signal })
  document.addEventListener('toggle', raise, { capture: true, signal })
  const moving = new MutationObserver(() => {
    if (parentOf(host) !== parent) lose()
  })
  moving.observe(parent, { childList: true })

  function move(): void {
    const before = at
    at = put()
    if (!field.isConnected) lose()
    else if (before.left !== at.left || before.top !== at.top) sight.moved()
  }

  /**
   * What opens later, such as a chat, is above the menu; and its backdrop lies on everything, though nobody
   * sees it, so that Chromium would not vouch for the menu any more.
   */
  function raise({ target }: Event): void {
    const isOther = target instanceof Element && target !== host
    if (!isOther || !Element.prototype.matches.call(target, ':popover-open')) return
    if (raises++ >= MAX_RAISES) return
    host.hidePopover()
    host.showPopover()
    sight.moved()
  }

  function put(): Place {
    const place = { ...placeBeside(field, isAbove), width: WIDTH, height: HEIGHT }
    const rules = { ...HOST_RULES, ...toPixels(place) }
    sheet.textContent = `${toHostCss(rules)} :host(:not(:popover-open)) { display: none !important; }`
    // The same inline, for pages whose policy keeps the sheet out.
    style(host, rules)
    return place
  }

  function lose(event?: Event): void {
    if (event instanceof ToggleEvent && event.newState === 'open') return
    close()
    onLost()
  }

  function close(): void {
    closing.abort()
    moving.disconnect()
    Element.prototype.remove.call(host)
  }
  return {
    contains: (target) => target === host,
    focus: () => {
      // Firefox refuses to move the focus to another process while a key is being handled.
      setTimeout(() => {
        frame.focus()
      })
    },
    isClear: (clickedAt) => isPlain(frame) && sight.isClear(clickedAt),
    moved: () => {
      sight.moved()
    },
    close,
  }
}

/** Another extension can reach into the closed root; it must not have veiled the frame. */
function isPlain(frame: HTMLIFrameElement): boolean {
  const { opacity, visibility, filter, clipPath, transform } = getComputedStyle(frame)
  return [opacity, visibility, filter, clipPath, transform].join() === '1,visible,none,none,none'
}

function fitsBelow(field: Field): boolean {
  const { top, bottom } = field.getBoundingClientRect()
  return bottom + HEIGHT <= innerHeight || top < HEIGHT
}

/** Below the field, or above it where there is room there only; on it in a window that has none. */
function placeBeside(field: Field, isAbove: boolean): { left: number; top: number } {
  const { left, top, bottom } = field.getBoundingClientRect()
  const isLow = innerHeight - bottom < HEIGHT && top < HEIGHT && top >= 0 && top < innerHeight
  const below = isLow ? Math.max(0, innerHeight - HEIGHT) : bottom
  return {
    left: Math.round(Math.max(0, Math.min(left - MARGIN, innerWidth - WIDTH))),
    top: Math.round(isAbove ? top - HEIGHT : below),
  }
}
