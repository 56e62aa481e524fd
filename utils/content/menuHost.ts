import { extensionUrl } from '../platform/frame'
import type { Field } from './findFields'

const WIDTH = 320
const ROW_HEIGHT = 52
const CHROME_HEIGHT = 44
const GAP = 4

// Inline and important: the page's own rules cannot restyle what they cannot outrank.
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
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
  style(host, HOST_STYLE)
  style(host, {
    width: `${String(WIDTH)}px`,
    height: `${String(CHROME_HEIGHT + rows * ROW_HEIGHT)}px`,
  })
  host.popover = 'manual'
  const frame = document.createElement('iframe')
  style(frame, FRAME_STYLE)
  frame.src = extensionUrl('/menu.html')
  host.attachShadow({ mode: 'closed' }).append(frame)
  parentFor(field).append(host)
  host.showPopover()
  place(host, field)

  const moving = new AbortController()
  const follow = { capture: true, passive: true, signal: moving.signal }
  const move = () => {
    if (field.isConnected) place(host, field)
    else close()
  }
  addEventListener('scroll', move, follow)
  addEventListener('resize', move, follow)

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

/** Content outside an open modal dialog is inert, so the menu joins the field's dialog. */
function parentFor(field: Field): Element {
  return field.closest('dialog[open]') ?? document.documentElement
}

/** Below the field, or above it where there is no room below; within the viewport. */
function place(host: HTMLElement, field: Field): void {
  const { left, top, bottom } = field.getBoundingClientRect()
  const { width, height } = host.getBoundingClientRect()
  const fitsBelow = bottom + GAP + height <= innerHeight || top < height + GAP
  const y = fitsBelow ? bottom + GAP : top - GAP - height
  const x = Math.max(GAP, Math.min(left, innerWidth - width - GAP))
  style(host, { left: `${String(Math.round(x))}px`, top: `${String(Math.round(y))}px` })
}

function style(element: HTMLElement, rules: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(rules)) {
    element.style.setProperty(property, value, 'important')
  }
}
