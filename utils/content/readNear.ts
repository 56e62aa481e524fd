import type { Field } from './findFields'
import { elementAround, isShown, siblingOf, type Side } from './plainDom'
import { attribute, firstIn, readText } from './readText'

const MAX_BEFORE = 300
const MAX_AFTER = 160
const MAX_LEVELS = 6
const SAME_WIDTH = 4
const FIELD_SELECTOR =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=submit],[type=button],[type=image]), textarea, select'
const FIELD_TAGS = new Set(['INPUT', 'TEXTAREA', 'SELECT'])

/**
 * The text just before a field and just after it, going outwards until other fields begin. Boxes as wide
 * as the field belong to it. `width` is that of the field.
 */
export function readNear(field: Field, width: number): { near: string; before: string } {
  const before: string[] = []
  const after: string[] = []
  const open = { before: true, after: true }
  let at: Element = field
  for (let level = 0; level < MAX_LEVELS && (open.before || open.after); level++) {
    open.before &&= gather(at, 'previousSibling', width, before, MAX_BEFORE)
    open.after &&= level < 3 && gather(at, 'nextSibling', width, after, MAX_AFTER)
    const parent = elementAround(at)
    if (!parent || parent.tagName === 'BODY') break
    if (!(parent instanceof HTMLFormElement)) before.push(attribute(parent, 'aria-label'))
    at = parent
  }
  const join = (texts: readonly string[]) => texts.filter(Boolean).join('\n')
  before.reverse()
  return { near: join([...before, ...after]), before: join(before) }
}

/** Takes the texts on one side of an element; false when another field ends what belongs to this one. */
function gather(
  element: Element,
  side: Side,
  width: number,
  texts: string[],
  maxLength: number,
): boolean {
  for (let node = siblingOf(element, side); node; node = siblingOf(node, side)) {
    const left = maxLength - texts.reduce((sum, text) => sum + text.length, 0)
    if (left <= 0) return false
    if (node instanceof Element) {
      // What follows with a label of its own is the next field.
      if (side === 'nextSibling' && isLabelOfOther(node, element)) return false
      const other = FIELD_TAGS.has(node.tagName) ? node : firstIn(node, FIELD_SELECTOR)
      if (other && isShown(other)) {
        if (Math.abs(other.getBoundingClientRect().width - width) > SAME_WIDTH) return false
        if (width > 150) return false
        continue
      }
      if (FIELD_TAGS.has(node.tagName) || !isShown(node)) continue
    }
    const text = readText(node, left)
    if (text !== '') texts.push(text)
  }
  return true
}

function isLabelOfOther(node: Element, element: Element): boolean {
  const label = node.tagName === 'LABEL' ? node : firstIn(node, 'label')
  return label instanceof HTMLLabelElement && label.control !== element
}
