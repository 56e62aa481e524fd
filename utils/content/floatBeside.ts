import type { Field } from './findFields'
import { HOST_RULES, style, toHostCss } from './hostRules'
import { putAbove } from './layerOf'
import { createElement, elementsAt, rootOf } from './plainDom'

export interface Spot {
  readonly left: number
  readonly top: number
}

export interface Floating {
  contains(target: EventTarget | null): boolean
  close(): void
}

interface FloatOptions {
  readonly field: Field
  readonly content: HTMLElement
  /** Where it may stand now; nowhere when it would cover something of the page. */
  readonly place: (isFree: (spot: Spot) => boolean) => Spot | undefined
  readonly onClick: () => void
  readonly onLost: () => void
}

const LOOK_EVERY_MS = 200
/** Presses on it are not the page's: a dialog would take them for clicks beside it. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const

/**
 * Keeps a small drawing of ours at a field: it follows the field, hides where it would cover something,
 * and goes with it. It does nothing by itself but tell of a person's click.
 */
export function floatBeside({ field, content, place, onClick, onLost }: FloatOptions): Floating {
  const host = createElement('div')
  const sheet = createElement('style')
  let isShown = false
  let isHidden = false
  host.attachShadow({ mode: 'closed' }).append(sheet, content)
  put(undefined)
  putAbove(field, host)

  const closing = new AbortController()
  const { signal } = closing
  const follow = { capture: true, passive: true, signal }
  for (const name of ['scroll', 'resize', 'transitionend'] as const) {
    addEventListener(name, look, follow)
  }
  for (const name of PRESSES) addEventListener(name, onPress, { capture: true, signal })
  const timer = setInterval(look, LOOK_EVERY_MS)
  look()

  function onPress(event: Event): void {
    if (event.target !== host) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.type === 'click' && event.isTrusted) onClick()
  }

  function look(): void {
    if (!field.isConnected || !host.isConnected) {
      close()
      onLost()
      return
    }
    const spot = place(isFree)
    if (!spot || !isAt(spot)) put(spot)
    // A transformed ancestor moves what is fixed in it.
    if (!spot || isAt(spot)) return
    const { left, top } = host.getBoundingClientRect()
    put({ left: 2 * spot.left - left, top: 2 * spot.top - top })
  }

  /** The page would hear of each change, so there is none without need. */
  function isAt(spot: Spot): boolean {
    const { left, top } = host.getBoundingClientRect()
    return isShown && Math.abs(left - spot.left) + Math.abs(top - spot.top) <= 1
  }

  function put(spot: Spot | undefined): void {
    if (!spot && isHidden) return
    isShown = spot !== undefined
    isHidden = !isShown
    const rules = spot
      ? { ...HOST_RULES, left: `${String(spot.left)}px`, top: `${String(spot.top)}px` }
      : { ...HOST_RULES, visibility: 'hidden', left: '0', top: '0' }
    sheet.textContent = toHostCss(rules)
    // The same inline, for pages whose policy keeps the sheet out.
    style(host, rules)
  }

  /** Whether all of it would lie on the field, or on nothing that a person uses. */
  function isFree({ left, top }: Spot): boolean {
    const { width, height } = content.getBoundingClientRect()
    const points = [
      [left + width / 2, top + height / 2],
      [left + 1, top + 1],
      [left + width - 1, top + height - 1],
    ] as const
    const root = rootOf(field)
    return points.every(([x, y]) => {
      const hit = root && elementsAt(root, x, y).find((element) => element !== host)
      return hit !== undefined && (hit === field || !isControl(hit))
    })
  }

  function close(): void {
    closing.abort()
    clearInterval(timer)
    Element.prototype.remove.call(host)
  }
  return { contains: (target) => target === host, close }
}

const CONTROLS =
  'a[href], button, input, select, textarea, summary, label, [role=button], [role=link], [contenteditable=true], [onclick]'

function isControl(element: Element): boolean {
  if (Element.prototype.closest.call(element, CONTROLS)) return true
  return getComputedStyle(element).cursor === 'pointer'
}
