import { shadowRootOf } from '../platform/frame'
import { drawsBoxes } from './drawnBoxes'

/** An element that may hold a code: an input, or something that can be edited or takes keys like one. */
export type Field = HTMLInputElement | HTMLElement

const MAX_FIELDS = 120
const MAX_EDITABLE_HEIGHT = 90
const TYPED = new Set(['text', 'tel', 'number', 'password', 'email', 'search', 'url'])
const CODE_TYPES = new Set(['text', 'tel', 'number', 'password', 'editable'])

/** Every field of this frame that a person could type into, in document order, shadow roots included. */
export function findFields(root: Document | ShadowRoot = document): readonly Field[] {
  const fields: Field[] = []
  collect(root, fields)
  return fields
}

/** Whether a person could type a code into this element right now. */
export function isCodeField(element: unknown): element is Field {
  const type = element instanceof HTMLElement ? typeOf(element) : undefined
  return type !== undefined && CODE_TYPES.has(type) && isUsable(element as HTMLElement)
}

/** `text` stands for absent and unknown types too; `undefined` for what nobody types into. */
export function typeOf(element: HTMLElement): string | undefined {
  if (element instanceof HTMLInputElement) return TYPED.has(element.type) ? element.type : undefined
  // One row of it is a field for one line.
  if (element instanceof HTMLTextAreaElement) return element.rows === 1 ? 'text' : 'textarea'
  return isEditable(element) || drawsBoxes(element) ? 'editable' : undefined
}

function collect(root: Document | ShadowRoot, fields: Field[]): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (fields.length >= MAX_FIELDS) return
    // No field, and its inputs may stand in for its members.
    if (element instanceof HTMLFormElement) continue
    const name = element.localName
    const mayBeField =
      name === 'input' ||
      name === 'textarea' ||
      element.hasAttribute('contenteditable') ||
      element.hasAttribute('tabindex')
    if (mayBeField && typeOf(element) !== undefined && isUsable(element)) fields.push(element)
    const inner = shadowRootOf(element)
    if (inner) collect(inner, fields)
  }
}

function isEditable(element: HTMLElement): boolean {
  // An editor of texts is tall; one line is the height of a field.
  return element.isContentEditable && element.getBoundingClientRect().height < MAX_EDITABLE_HEIGHT
}

function isUsable(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    // Some pages open an empty field only when it gets the focus, to keep browsers from filling it.
    if (element.disabled || (element.readOnly && !opensOnFocus(element))) return false
  }
  // Hidden from people who listen: something that holds a place, or lies in wait for robots. Some widgets
  // hide all boxes but one from them, and say themselves what the boxes are for.
  const isHidden = element.getAttribute('aria-hidden') === 'true' && !takesCodes(element)
  return !isHidden && isVisible(element)
}

function opensOnFocus(element: HTMLInputElement | HTMLTextAreaElement): boolean {
  return element.value === '' && /readonly/iu.test(element.getAttribute('onfocus') ?? '')
}

function takesCodes(element: Element): boolean {
  return /one-time-code/u.test(element.getAttribute('autocomplete') ?? '')
}

/** It says that it takes codes, or what is drawn for it is as good as its label. */
function standsBehind(element: Element): boolean {
  if (takesCodes(element)) return true
  if (!(element instanceof HTMLInputElement) || element.tabIndex < 0) return false
  return element.inputMode === 'numeric' && element.maxLength >= 6 && element.maxLength <= 8
}

/** Large enough to hold text and not hidden; opacity may be 0, since some widgets draw the digits. */
function isVisible(element: Element): boolean {
  const { width, height, right, bottom } = element.getBoundingClientRect()
  // Some widgets draw boxes and take the keys with one input of a single pixel, or beside the page.
  const isBehind = standsBehind(element)
  const isOnPage = isBehind || (right + scrollX > 0 && bottom + scrollY > 0)
  const least = isBehind ? 1 : 2
  return (
    width >= least &&
    height >= least &&
    isOnPage &&
    element.checkVisibility({ visibilityProperty: true })
  )
}
