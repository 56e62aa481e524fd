import { frameMessage } from '../platform/frame'
import { enteredBy } from './enteredBy'
import { isCodeField, type Field } from './findFields'
import { HOST_RULES, style, toHostCss } from './hostRules'
import { appendTo, createElement, rootElementOf } from './plainDom'

const LIMIT_MS = 30_000

/** Ends the asking; whoever ends it hears nothing more. */
export type Asking = AbortController

/**
 * Waits for the person to press the field that wants the code, in the half minute after they said in the
 * popup that they would. Escape gives it up: then there is no field.
 */
export function askForField(onAnswer: (field: Field | undefined) => void): Asking {
  const asking = new AbortController()
  const { signal } = asking
  addEventListener('pointerdown', (event) => void onPointer(event), { capture: true, signal })
  addEventListener('keydown', onKey, { capture: true, signal })
  const timer = setTimeout(answer, LIMIT_MS)
  // One bar for the page, whatever frames are in it.
  const bar = window === window.top ? showBar() : undefined
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    if (bar) Element.prototype.remove.call(bar)
  })
  return asking

  async function onPointer(event: PointerEvent): Promise<void> {
    if (!event.isTrusted) return
    const element = await enteredBy(event)
    if (isCodeField(element) && !signal.aborted) answer(element)
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape') return
    // This Escape is for us: a dialog of the page stays open.
    event.preventDefault()
    event.stopPropagation()
    answer()
  }

  function answer(field?: Field): void {
    asking.abort()
    onAnswer(field)
  }
}

/** Says at the top of the page what is waited for, and is in nobody's way. */
function showBar(): HTMLElement {
  const host = createElement('div')
  const sheet = createElement('style')
  const text = createElement('span')
  text.role = 'status'
  text.textContent = frameMessage('pointAtField')
  style(text, LOOK)
  const rules = { ...HOST_RULES, ...PLACE }
  sheet.textContent = toHostCss(rules)
  // The same inline, for pages whose policy keeps the sheet out.
  style(host, rules)
  host.attachShadow({ mode: 'closed' }).append(sheet, text)
  host.popover = 'manual'
  appendTo(rootElementOf(document) ?? document.body, host)
  // Above a dialog of the page.
  host.showPopover()
  return host
}

const PLACE: Readonly<Record<string, string>> = {
  left: '0',
  right: '0',
  top: '12px',
  width: '100%',
  'text-align': 'center',
  'pointer-events': 'none',
}

const LOOK: Readonly<Record<string, string>> = {
  display: 'inline-block',
  padding: '10px 18px',
  border: '1px solid #8a9a98',
  'border-radius': '20px',
  background: '#ffffff',
  color: '#0b5f58',
  font: '600 14px/20px system-ui, sans-serif',
  'max-width': '90%',
  'box-sizing': 'border-box',
}
