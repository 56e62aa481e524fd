import type { FieldTraits } from '../core/detect/fieldTraits'
import type { Field } from './findFields'

const MAX_NEAR_CHARACTERS = 200
const MAX_CONTEXT_CHARACTERS = 700
const MAX_ANCESTORS = 4
const OWN_ATTRIBUTES = [
  'name',
  'id',
  'aria-label',
  'placeholder',
  'title',
  'data-testid',
  'data-test',
]

/** Reads fields of one frame into the plain records that the scorer judges. */
export function readAllTraits(fields: readonly Field[]): readonly FieldTraits[] {
  const forms = new Map<Node, number>()
  const pageContext = readPageContext()
  return fields.map((field) => {
    const owner = field.form ?? field.getRootNode()
    const form = forms.get(owner) ?? forms.size
    forms.set(owner, form)
    return readTraits(field, form, pageContext)
  })
}

function readTraits(field: Field, form: number, pageContext: string): FieldTraits {
  const { left, top, width } = field.getBoundingClientRect()
  return {
    type: field.type,
    autocomplete: attribute(field, 'autocomplete').toLowerCase(),
    own: readOwn(field),
    near: readNear(field),
    context: `${readForm(field)} ${pageContext}`,
    inputMode: attribute(field, 'inputmode'),
    pattern: attribute(field, 'pattern'),
    placeholder: attribute(field, 'placeholder'),
    maxLength: field.maxLength,
    minLength: field.minLength,
    left,
    top,
    width,
    form,
  }
}

function readOwn(field: Field): string {
  const labels = [...(field.labels ?? [])].map(textOf)
  const referenced = attribute(field, 'aria-labelledby')
    .split(/\s+/u)
    .map((id) => (id === '' ? '' : textOf(rootOf(field).getElementById(id))))
  const attributes = OWN_ATTRIBUTES.map((name) => attribute(field, name))
  return [...attributes, ...labels, ...referenced].join(' ')
}

/** Text beside and around the field, going outwards until another field's territory begins. */
function readNear(field: Field): string {
  const texts: string[] = []
  let at: Element = field
  for (let level = 0; level < MAX_ANCESTORS; level++) {
    const parent = at.parentElement
    if (!parent || parent === field.form || parent.tagName === 'BODY') break
    for (const sibling of siblingsOf(at, parent)) texts.push(textOf(sibling))
    if (parent.querySelectorAll('input').length > 8) break
    at = parent
  }
  return texts.join(' ').slice(0, MAX_NEAR_CHARACTERS)
}

function siblingsOf(element: Element, parent: Element): readonly Element[] {
  return [...parent.children].filter(
    (child) =>
      child !== element && !Element.prototype.matches.call(child, 'input, form, script, style'),
  )
}

function readForm(field: Field): string {
  const form = field.form
  if (!form) return ''
  const words = [
    attribute(form, 'id'),
    attribute(form, 'name'),
    attribute(form, 'action'),
    attribute(form, 'class'),
  ]
  return `${words.join(' ')} ${textOf(form).slice(0, MAX_CONTEXT_CHARACTERS)}`
}

function readPageContext(): string {
  const headings = [...document.querySelectorAll('h1, h2, h3')].slice(0, 8).map(textOf)
  return [document.title, location.pathname, ...headings].join(' ').slice(0, MAX_CONTEXT_CHARACTERS)
}

// A form's own members can be hidden by inputs of the same name (`<input name=getAttribute>`), in the
// isolated world too; the prototypes' members cannot.
const readText = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')

function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? ''
}

function textOf(node: Node | null): string {
  const text: unknown = node && readText?.get?.call(node)
  return (typeof text === 'string' ? text : '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_CONTEXT_CHARACTERS)
}

function rootOf(field: Field): DocumentOrShadowRoot & NonElementParentNode {
  const root = field.getRootNode()
  return root instanceof ShadowRoot ? root : document
}
