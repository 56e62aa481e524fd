import type { Field } from './findFields'
import { drawsBoxes } from './drawnBoxes'
import { isTextControl, readValue, writeValue } from './fieldText'

/**
 * Types into the focused field as a keyboard would: key events with all that pages ask of them, and the
 * browser's own insertion between, whose input events are trusted. Where the page takes the key press
 * for itself, nothing is inserted a second time.
 */
export function typeText(
  field: Field,
  text: string,
  where: 'replace' | 'append' = 'replace',
): void {
  focusField(field)
  if (where === 'replace') selectAll(field)
  else goToEnd(field)
  const key = keyOf(text)
  const isLeftToUs =
    field.dispatchEvent(new KeyboardEvent('keydown', key)) &&
    field.dispatchEvent(new KeyboardEvent('keypress', key))
  // What only draws its boxes lives from the keys, and can hold no text.
  if (isLeftToUs && !drawsBoxes(field)) insert(field, text)
  const active = activeElementOf(field) ?? field
  active.dispatchEvent(new KeyboardEvent('keyup', key))
}

/** Offers the text as a paste, which some widgets spread over their boxes. */
export function pasteText(field: Field, text: string): void {
  focusField(field)
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const paste = { clipboardData, bubbles: true, cancelable: true, composed: true }
  if (field.dispatchEvent(new ClipboardEvent('paste', paste))) insert(field, text)
}

/** The value by itself and the events after it: for pages on which nothing can be typed. */
export function setText(field: Field, text: string): void {
  focusField(field)
  if (announceInput(field, text)) writeText(field, text)
}

/** False where the page takes the text for itself. */
function announceInput(field: Field, text: string): boolean {
  return field.dispatchEvent(new InputEvent('beforeinput', { ...inputOf(text), cancelable: true }))
}

function writeText(field: Field, text: string): void {
  // What the page still keeps locked is not forced open.
  if (field.matches(':read-only') && !field.isContentEditable) return
  writeValue(field, text)
  field.dispatchEvent(new InputEvent('input', inputOf(text)))
}

function inputOf(text: string) {
  return { data: text, inputType: 'insertText', bubbles: true, composed: true }
}

export function clearText(field: Field): void {
  if (readValue(field) === '') return
  focusField(field)
  selectAll(field)
  const key = { key: 'Backspace', code: 'Backspace', keyCode: 8, which: 8, ...BUBBLES }
  field.dispatchEvent(new KeyboardEvent('keydown', key))
  if (readValue(field) !== '') runCommand('delete')
  if (readValue(field) !== '') setText(field, '')
  field.dispatchEvent(new KeyboardEvent('keyup', key))
}

/** What is typed ends with a change for pages that wait for it. */
export function announceChange(field: Field): void {
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/**
 * While the popup is open the page has no focus, and the browser keeps its events back until it has it
 * again; widgets that wait for them would not take a key before.
 */
function focusField(field: Field): void {
  const before = activeElementOf(field)
  field.focus()
  if (document.hasFocus() || before === field) return
  before?.dispatchEvent(new FocusEvent('blur', { composed: true }))
  before?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }))
  field.dispatchEvent(new FocusEvent('focus', { composed: true }))
  field.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))
}

const BUBBLES = { bubbles: true, cancelable: true, composed: true }

function insert(field: Field, text: string): void {
  const before = readValue(field)
  // The field may have lost the focus while the page handled the key.
  if (activeElementOf(field) !== field) focusField(field)
  // Masks draw the text themselves when they hear of it; the browser does not tell them of commands.
  if (!announceInput(field, text)) return
  const wasInserted = runCommand('insertText', text)
  if (!wasInserted && readValue(field) === before) writeText(field, text)
}

function runCommand(command: 'insertText' | 'delete', text?: string): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else makes trusted input events
  return document.execCommand(command, false, text)
}

function selectAll(field: Field): void {
  if (isTextControl(field)) {
    // Number fields have no selection, but this selects in them too.
    field.select()
    return
  }
  const range = document.createRange()
  range.selectNodeContents(field)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

function goToEnd(field: Field): void {
  if (!isTextControl(field) || field.selectionEnd === null) return
  const end = readValue(field).length
  field.setSelectionRange(end, end)
}

function activeElementOf(field: Field): Element | null {
  const root = field.getRootNode()
  return root instanceof ShadowRoot ? root.activeElement : document.activeElement
}

/** `keyCode` and `which` are gone from the standard, and many widgets still ask for nothing else. */
function keyOf(text: string) {
  const last = text.slice(-1)
  const keyCode = last.toUpperCase().charCodeAt(0)
  const code = /\d/u.test(last) ? `Digit${last}` : `Key${last.toUpperCase()}`
  return { key: last, code, keyCode, which: keyCode, charCode: last.charCodeAt(0), ...BUBBLES }
}
