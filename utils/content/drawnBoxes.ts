const MIN_BOXES = 4
const MAX_BOXES = 8
const MIN_SIDE = 12
const MAX_SIDE = 110
const TOLERANCE = 2
const NATIVE = 'a, button, input, textarea, select, iframe, canvas, video, dialog'
const CONTROLS =
  'a, button, input, textarea, select, img, svg, [tabindex], [contenteditable], [role=button]'

/**
 * The boxes that an element with the focus for itself draws in a row, at most a character in each: some
 * pages hear the keys there, and have no field at all. None for every other element.
 */
export function drawnBoxes(element: Element): readonly Element[] {
  if (!(element instanceof HTMLElement) || element instanceof HTMLFormElement) return []
  if (!element.hasAttribute('tabindex') || element.tabIndex < 0) return []
  if (element.isContentEditable || element.matches(NATIVE) || element.querySelector(CONTROLS)) {
    return []
  }
  const [only] = element.children
  const boxes = [...(element.children.length === 1 && only ? only : element).children]
  if (boxes.length < MIN_BOXES || boxes.length > MAX_BOXES) return []
  return isRow(boxes) ? boxes : []
}

export function drawsBoxes(element: Element): boolean {
  return drawnBoxes(element).length > 0
}

function isRow(boxes: readonly Element[]): boolean {
  const rects = boxes.map((box) => box.getBoundingClientRect())
  const [first] = rects
  return (
    first !== undefined &&
    boxes.every(({ textContent }) => textContent.trim().length <= 1) &&
    rects.every(
      ({ width, height, top }) =>
        Math.min(width, height) >= MIN_SIDE &&
        Math.max(width, height) <= MAX_SIDE &&
        Math.abs(width - first.width) <= TOLERANCE &&
        Math.abs(top - first.top) <= TOLERANCE,
    )
  )
}
