import type { Field } from './findFields'

type TextControl = HTMLInputElement | HTMLTextAreaElement

/** The browser's own fields, whose text is not what stands between their tags. */
export function isTextControl(field: Field | null): field is TextControl {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
}

export function readValue(field: Field): string {
  if (!isTextControl(field)) return field.textContent.trim()
  const value: unknown = valueOf(field)?.get?.call(field)
  return typeof value === 'string' ? value : ''
}

/** Sets the text without a word to the page: the events are up to the caller. */
export function writeValue(field: Field, text: string): void {
  if (isTextControl(field)) valueOf(field)?.set?.call(field, text)
  else field.textContent = text
}

/** The page may have replaced `value` on its elements; the prototypes' own accessors still work. */
function valueOf(field: TextControl): PropertyDescriptor | undefined {
  const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  return Object.getOwnPropertyDescriptor(prototype, 'value')
}

/** The code that a field, or a row of boxes, shows; what a mask puts between its characters is left out. */
export function readCode(fields: readonly Field[]): string {
  return fields
    .map(readValue)
    .join('')
    .replace(/[\s\-–—_•·]/gu, '')
}

/**
 * Whether a person has typed something else there, which is not ours to replace. An older code is; what
 * stands in a password field may be a password, unless it is as long as a code.
 */
export function isOccupied(fields: readonly Field[]): boolean {
  const text = readCode(fields)
  if (text === '') return false
  const isHidden = fields.some((field) => field instanceof HTMLInputElement && isPassword(field))
  if (isHidden) return !/^\d{6,8}$/u.test(text) && fields.length === 1
  return !/^[0-9A-Z]{0,10}$/u.test(text) || /[A-Z]{4}/u.test(text)
}

function isPassword(field: HTMLInputElement): boolean {
  return field.type === 'password'
}
