import { sleep } from '../platform/clock'
import { deepActiveElement, FOCUS_MS } from './deepActiveElement'
import { isCodeField, type Field } from './findFields'

/** What a press goes to: the field that it hits, or the one that gets the focus for it. */
export async function enteredBy(event: PointerEvent): Promise<EventTarget | null> {
  const element = event.composedPath()[0] ?? null
  if (isCodeField(element)) return element
  const focused = deepActiveElement()
  // Boxes that are only drawn hand the focus to the input that takes the keys.
  await sleep(FOCUS_MS)
  const now = deepActiveElement()
  const isEntered = isCodeField(now) && (now !== focused || isPointedAt(now, event))
  return isEntered ? now : element
}

function isPointedAt(field: Field, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = field.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}
