/** An element that may hold a code. */
export type Field = HTMLInputElement

const MAX_FIELDS = 60
const CODE_TYPES = new Set(['text', 'tel', 'number', 'password'])

/** The fields of this frame that may hold a code, in document order, open shadow roots included. */
export function findFields(root: Document | ShadowRoot = document): readonly Field[] {
  const fields: Field[] = []
  collect(root, fields)
  return fields.slice(0, MAX_FIELDS)
}

/** Whether an element is an input that a person could type a code into right now. */
export function isField(element: unknown): element is Field {
  // `input.type` is `text` for absent and unknown types too.
  return (
    element instanceof HTMLInputElement &&
    CODE_TYPES.has(element.type) &&
    !element.disabled &&
    !element.readOnly &&
    isVisible(element)
  )
}

function collect(root: Document | ShadowRoot, fields: Field[]): void {
  for (const element of root.querySelectorAll('*')) {
    if (isField(element)) fields.push(element)
    if (element.shadowRoot) collect(element.shadowRoot, fields)
  }
}

/** Large enough to hold text and not hidden; opacity may be 0, since some widgets draw the digits. */
function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width >= 2 && height >= 2 && element.checkVisibility({ visibilityProperty: true })
}
