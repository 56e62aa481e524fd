import { extensionUrl } from '../platform/frame'
import type { Field } from './findFields'

const WIDTH = 320
const ROW_HEIGHT = 52
const CHROME_HEIGHT = 44
const GAP = 4

// These rules stand in the closed root: an important rule of the inner tree outranks every rule, inline
// style and animation that the page can put on the host.
const HOST_RULES: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  opacity: '1',
  visibility: 'visible',
  filter: 'none',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
  'clip-path': 'none',
  mask: 'none',
  'mix-blend-mode': 'normal',
  'pointer-events': 'auto',
  'color-scheme': 'normal',
  'z-index': '2147483647',
}
const FRAME_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  width: '100%',
  height: '100%',
  border: '0',
  'border-radius': '12px',
  'box-shadow': '0 8px 24px rgb(0 0 0 / 0.18)',
  'color-scheme': 'normal',
}

export interface MenuHost {
  contains(target: EventTarget | null): boolean
  focus(): void
  close(): void
}

/**
 * Shows the in-page menu beside a field: an extension page in an iframe, in a closed shadow root, in
 * the top layer. The page can neither read nor restyle it, and the iframe does not speak to the page.
 */
export function openMenu(field: Field, rows: number): MenuHost {
  const host = document.createElement('div')
  host.popover = 'manual'
  const sheet = document.createElement('style')
  const frame = document.createElement('iframe')
  style(frame, FRAME_STYLE)
  frame.src = extensionUrl('/menu.html')
  host.attachShadow({ mode: 'closed' }).append(sheet, frame)
  const height = CHROME_HEIGHT + rows * ROW_HEIGHT
  place()
  parentFor(field).append(host)
  host.showPopover()

  const moving = new AbortController()
  const follow = { capture: true, passive: true, signal: moving.signal }
  const move = () => {
    if (field.isConnected) place()
    else close()
  }
  addEventListener('scroll', move, follow)
  addEventListener('resize', move, follow)

  function place(): void {
    const { left, top } = placeBeside(field, height)
    const rules = {
      ...HOST_RULES,
      width: px(WIDTH),
      height: px(height),
      left: px(left),
      top: px(top),
    }
    sheet.textContent = toCss(rules)
    // The same inline, for pages whose policy keeps the sheet out.
    style(host, rules)
  }

  function close(): void {
    moving.abort()
    host.remove()
  }
  return {
    contains: (target) => target === host,
    focus: () => {
      // Firefox refuses to move the focus to another process while a key is being handled.
      setTimeout(() => {
        frame.focus()
      })
    },
    close,
  }
}

/** Content outside an open modal dialog is inert, so the menu joins the dialog that holds the field. */
function parentFor(element: Element): Element {
  const dialog = element.closest('dialog[open]')
  if (dialog) return dialog
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? parentFor(root.host) : document.documentElement
}

/** Below the field, or above it where there is no room below; within the viewport. */
function placeBeside(field: Field, height: number): { left: number; top: number } {
  const { left, top, bottom } = field.getBoundingClientRect()
  const fitsBelow = bottom + GAP + height <= innerHeight || top < height + GAP
  return {
    left: Math.max(GAP, Math.min(left, innerWidth - WIDTH - GAP)),
    top: fitsBelow ? bottom + GAP : top - GAP - height,
  }
}

function toCss(rules: Readonly<Record<string, string>>): string {
  const lines = Object.entries(rules).map(
    ([property, value]) => `${property}: ${value} !important;`,
  )
  return `:host { ${lines.join(' ')} } :host(:not(:popover-open)) { display: none !important; }`
}

function px(length: number): string {
  return `${String(Math.round(length))}px`
}

function style(element: HTMLElement, rules: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(rules)) {
    element.style.setProperty(property, value, 'important')
  }
}
