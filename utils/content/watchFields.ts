import { isCodeField, typeOf, type Field } from './findFields'
import { elementAround } from './plainDom'

/** An element that is less opaque than this, and was more when the menu opened, has been hidden. */
const MIN_OPACITY = 0.5

/**
 * Remembers the fields for which the menu opens. What is returned says whether they are, at that
 * moment, still the same ones in the same form and document, and still as visible.
 */
export function watchFields(fields: readonly Field[]): () => boolean {
  const before = fields.map((field) => ({ field, ...stateOf(field) }))
  return () =>
    before.every(({ field, form, root, type, opacity }) => {
      if (!field.isConnected || field.ownerDocument !== document || !isCodeField(field))
        return false
      const now = stateOf(field)
      return (
        now.form === form &&
        now.root === root &&
        now.type === type &&
        (now.opacity >= opacity || now.opacity >= MIN_OPACITY) &&
        isOnPage(field)
      )
    })
}

function stateOf(field: Field) {
  return {
    form: field instanceof HTMLInputElement ? field.form : null,
    root: field.getRootNode(),
    type: typeOf(field),
    // Some widgets draw the digits themselves over a field that is transparent from the start.
    opacity: opacityOf(field),
  }
}

/** Scrolled out of sight is fine, put where no scrolling leads is not. */
function isOnPage(field: Field): boolean {
  const { right, bottom } = field.getBoundingClientRect()
  return right + scrollX > 0 && bottom + scrollY > 0
}

function opacityOf(element: Element | null): number {
  let opacity = 1
  for (let at = element; at; at = elementAround(at)) opacity *= Number(getComputedStyle(at).opacity)
  return opacity
}
