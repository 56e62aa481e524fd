import type { Field } from './findFields'

const BETWEEN_BOXES_MS = 20
const SETTLE_MS = 60

/**
 * Writes a code into one field, or digit by digit into the boxes of a split one, with the events that
 * pages listen to. True when the page still shows the whole code a moment later.
 */
export async function fillField(fields: readonly Field[], code: string): Promise<boolean> {
  const [only] = fields
  if (!only) return false
  if (fields.length === 1) {
    type(only, code)
  } else {
    const characters = [...code]
    if (characters.length !== fields.length) return false
    for (const [index, field] of fields.entries()) {
      type(field, characters[index] ?? '')
      // Widgets move focus and re-render between digits; writing faster loses some.
      await pause(BETWEEN_BOXES_MS)
    }
  }
  await pause(SETTLE_MS)
  // What was replaced meanwhile holds the code, but nobody sees it.
  return (
    fields.every(({ isConnected }) => isConnected) &&
    fields.map(({ value }) => value).join('') === code
  )
}

// The page may have replaced `value` on its elements; the prototype's own setter still writes.
const valueProperty = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')

function type(field: Field, text: string): void {
  field.focus()
  const key = { key: text.slice(-1), bubbles: true, cancelable: true, composed: true }
  const input = { data: text, inputType: 'insertText', bubbles: true, composed: true }
  field.dispatchEvent(new KeyboardEvent('keydown', key))
  field.dispatchEvent(new InputEvent('beforeinput', { ...input, cancelable: true }))
  valueProperty?.set?.call(field, text)
  field.dispatchEvent(new InputEvent('input', input))
  field.dispatchEvent(new KeyboardEvent('keyup', key))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs)
  })
}
