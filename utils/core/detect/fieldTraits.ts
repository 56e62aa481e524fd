/**
 * What the page says about one field, as a plain record: the content layer reads it from the DOM, the
 * scorer judges it. Texts are as found; lengths are -1 when the page sets none; sizes are CSS pixels.
 */
export interface FieldTraits {
  /** `text`, `tel`, `number`, `password`, `email`, `search`, `url`, `textarea` or `editable`. */
  readonly type: string
  readonly autocomplete: string
  /** Names for machines: name, id, data-test ids. */
  readonly names: string
  /** Names for people: label, labelledby, aria-label, placeholder, title. */
  readonly label: string
  /** The text just before the field and just after it, up to other fields. */
  readonly near: string
  /** The part of it that stands before the field, where a page says what to enter. */
  readonly before: string
  /** Class and id of the field and of what is close around it. */
  readonly wrapper: string
  /** The form's own names and text. */
  readonly form: string
  /** What the buttons and links of the form say, or those of the page where it is in none. */
  readonly actions: string
  /** The page's headings, title and path. */
  readonly page: string
  readonly inputMode: string
  readonly pattern: string
  readonly placeholder: string
  readonly maxLength: number
  readonly minLength: number
  readonly left: number
  readonly top: number
  readonly width: number
  /** Equal for fields of one form (or of one root when there is no form). */
  readonly formId: number
  /** Whether an image stands beside it that may show letters to copy. */
  readonly hasImage: boolean
}
