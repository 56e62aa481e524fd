/**
 * What the page says about one input, as a plain record: the content layer reads it from the DOM, the
 * scorer judges it. Texts are as found; lengths are -1 when the page sets none; sizes are CSS pixels.
 */
export interface FieldTraits {
  readonly type: string
  readonly autocomplete: string
  /** name, id, aria-label, placeholder, title, data-test ids and the label's text. */
  readonly own: string
  /** The text just before the field and around it, up to the next field. */
  readonly near: string
  /** Headings, form text, document title and path. */
  readonly context: string
  readonly inputMode: string
  readonly pattern: string
  readonly placeholder: string
  readonly maxLength: number
  readonly minLength: number
  readonly left: number
  readonly top: number
  readonly width: number
  /** Equal for fields of one form (or of one root when there is no form). */
  readonly form: number
}
