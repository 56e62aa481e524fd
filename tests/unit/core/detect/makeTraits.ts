import type { FieldTraits } from '@/utils/core/detect/fieldTraits'

/** A plain text field of which the page says nothing. */
export function makeTraits(change: Partial<FieldTraits> = {}): FieldTraits {
  return {
    type: 'text',
    autocomplete: '',
    names: '',
    label: '',
    near: '',
    before: '',
    wrapper: '',
    form: '',
    page: '',
    inputMode: '',
    pattern: '',
    placeholder: '',
    maxLength: -1,
    minLength: -1,
    left: 100,
    top: 100,
    width: 240,
    formId: 0,
    actions: '',
    hasImage: false,
    ...change,
  }
}

/** A row of boxes beside each other, as a split code field has them. */
export function makeBoxes(
  count: number,
  change: Partial<FieldTraits> = {},
): readonly FieldTraits[] {
  return Array.from({ length: count }, (_, at) =>
    makeTraits({ maxLength: 1, width: 40, left: 100 + at * 50, ...change }),
  )
}
