import { findFields } from '../../utils/content/findFields'
import { readAllTraits } from '../../utils/content/readFieldTraits'

/** Runs in a frame: the traits of its fields, and the place of each among all fields there. */
export function readFrame() {
  const all = [...everyElement(document)].filter((element) =>
    element.matches('input, textarea, [contenteditable]'),
  )
  const fields = findFields()
  return { traits: readAllTraits(fields), places: fields.map((field) => all.indexOf(field)) }
}

function* everyElement(root: Document | ShadowRoot | Element): Generator<Element> {
  for (const element of root.children) {
    yield element
    if (element.shadowRoot) yield* everyElement(element.shadowRoot)
    yield* everyElement(element)
  }
}
