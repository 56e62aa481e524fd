const MIN_BOXES = 4
const MAX_BOXES = 8
const MIN_SIDE = 12
const MAX_SIDE = 110
const TOLERANCE = 2
const CONTROLS =
  'a, button, input, textarea, select, img, svg, [tabindex], [contenteditable], [role=button]'

/**
 * Whether an element that has the focus for itself draws a row of boxes with at most a character in each:
 * some pages hear the keys there, and have no field at all.
 */
export function drawsBoxes(element: Element): boolean {
  if (!(element instanceof HTMLElement) || element instanceof HTMLFormElement) return false
  if (!element.hasAttribute('tabindex') || element.tabIndex < 0) return false
  if (element.isContentEditable || element.matches(NATIVE) || element.querySelector(CONTROLS)) {
    return false
  }
  const [only] = element.children
  const row = element.children.length === 1 && only ? only : element
  const boxes = [...row.children].map((box) => ({
    text: box.textContent.trim(),
    rect: box.getBoundingClientRect(),
  }))
  const [first] = boxes
  if (!first || boxes.length < MIN_BOXES || boxes.length > MAX_BOXES) return false
  return boxes.every(
    ({ text, rect }) =>
      text.length <= 1 &&
      Math.min(rect.width, rect.height) >= MIN_SIDE &&
      Math.max(rect.width, rect.height) <= MAX_SIDE &&
      Math.abs(rect.width - first.rect.width) <= TOLERANCE &&
      Math.abs(rect.top - first.rect.top) <= TOLERANCE,
  )
}

const NATIVE = 'a, button, input, textarea, select, iframe, canvas, video, dialog'
