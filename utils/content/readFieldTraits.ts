import type { FieldTraits } from '../core/detect/fieldTraits'
import { isTextControl } from './fieldText'
import { typeOf, type Field } from './findFields'
import { elementAround, isShown } from './plainDom'
import { MAX_FORM_TEXT, readForm, withoutEnding, type FormWords } from './readForm'
import { readNear } from './readNear'
import { allIn, attribute, closestOf, readAttributes, readText } from './readText'

const MAX_LABEL = 300
const MAX_HEADINGS = 8
const WRAPPER_LEVELS = 3
const NAME_ATTRIBUTES = [
  'name',
  'id',
  'data-testid',
  'data-test',
  'data-test-id',
  'data-cy',
  'data-qa',
  'data-attr',
]
const LABEL_ATTRIBUTES = [
  'aria-label',
  'placeholder',
  'title',
  'aria-placeholder',
  'data-placeholder',
]
const HEADINGS = 'h1, h2, h3, h4, h5, legend, [role=heading]'
const GROUPS = 'form, dialog, [role=dialog], [role=form]'

/** Reads fields of one frame into the plain records that the scorer judges. */
export function readAllTraits(fields: readonly Field[]): readonly FieldTraits[] {
  const ids = new Map<Node, number>()
  const forms = new Map<Node, FormWords>()
  const page = readPage()
  return fields.map((field) => {
    const group = formOf(field) ?? closestGroup(field)
    // Boxes may each have a shadow root of their own: what is in no form is of the page.
    const owner = group ?? document
    const formId = ids.get(owner) ?? ids.size
    ids.set(owner, formId)
    const words = forms.get(owner) ?? readForm(group, page)
    forms.set(owner, words)
    return readTraits(field, formId, words)
  })
}

function closestGroup(field: Field): Element | null {
  for (let at: Element | null = field; at; at = hostOf(at)) {
    const group = closestOf(at, GROUPS)
    if (group) return group
  }
  return null
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

function readTraits(field: Field, formId: number, form: FormWords): FieldTraits {
  const { left, top, width } = field.getBoundingClientRect()
  const input = isTextControl(field) ? field : undefined
  return {
    type: closestOf(field, '[role=search], [role=searchbox]')
      ? 'search'
      : (typeOf(field) ?? 'text'),
    autocomplete: attribute(field, 'autocomplete').toLowerCase(),
    names: readAttributes(field, NAME_ATTRIBUTES),
    label: readLabel(field, input),
    ...readNear(field, width),
    wrapper: readWrapper(field),
    form: form.text,
    actions: form.actions,
    page: form.page,
    inputMode: attribute(field, 'inputmode').toLowerCase(),
    pattern: attribute(field, 'pattern'),
    placeholder: attribute(field, 'placeholder'),
    maxLength: input?.maxLength ?? -1,
    minLength: input?.minLength ?? -1,
    left,
    top,
    width,
    formId,
    hasImage: hasImageBeside(field),
  }
}

function readLabel(field: Field, input?: HTMLInputElement | HTMLTextAreaElement): string {
  const labels = [...(input?.labels ?? [])].map((label) => readText(label, MAX_LABEL))
  const referenced = attribute(field, 'aria-labelledby')
    .split(/\s+/u)
    .map((id) => (id === '' ? '' : readText(rootOf(field).getElementById(id), MAX_LABEL)))
  const nearby = labels.length === 0 ? [readText(findLooseLabel(field), MAX_LABEL)] : []
  return [...labels, ...referenced, ...nearby, readAttributes(field, LABEL_ATTRIBUTES)]
    .filter(Boolean)
    .join('\n')
    .slice(0, MAX_LABEL)
}

/** A label just before the field that the page forgot to tie to it. */
function findLooseLabel(field: Field): HTMLLabelElement | null {
  for (const at of [field, field.parentElement]) {
    const before = at?.previousElementSibling
    if (before instanceof HTMLLabelElement && before.control === null) return before
  }
  return null
}

/** Class, id and tag of the field's own elements: widgets say there what they are. */
function readWrapper(field: Field): string {
  const words: string[] = []
  let at: Element | null = field
  for (let level = 0; level <= WRAPPER_LEVELS && at && at.tagName !== 'BODY'; level++) {
    words.push(attribute(at, 'class'), level === 0 ? '' : attribute(at, 'id'))
    if (at instanceof HTMLFormElement) break
    if (at.localName.includes('-')) words.push(at.localName)
    at = elementAround(at)
  }
  return words.join('\n').slice(0, MAX_LABEL)
}

function readPage(): string {
  const headings = allIn(document.documentElement, HEADINGS)
    .filter(isShown)
    .slice(0, MAX_HEADINGS)
    .map((heading) => readText(heading, MAX_LABEL))
  const path = withoutEnding(location.pathname)
  return [document.title, path, ...headings].join('\n').slice(0, MAX_FORM_TEXT)
}

/** A picture in the same row, unless it is square as QR codes are. */
function hasImageBeside(field: Field): boolean {
  const around = elementAround(field)
  const row = [around, around && elementAround(around)]
  return row.some((parent, level) => {
    if (!parent || parent.tagName === 'BODY' || parent instanceof HTMLFormElement) {
      return parent
        ? [field.previousElementSibling, field.nextElementSibling].some(isCaptcha)
        : false
    }
    const images = level === 0 ? allIn(parent, 'img, canvas') : allIn(parent, 'img')
    return images.some(isCaptcha)
  })
}

function isCaptcha(element: Element | null): boolean {
  if (!element || (element.tagName !== 'IMG' && element.tagName !== 'CANVAS')) return false
  const { width, height } = element.getBoundingClientRect()
  const words = readAttributes(element, ['id', 'class', 'src', 'alt', 'name'])
  if (/captcha|verify ?code|vcode|seccode|checkcode/iu.test(words)) return true
  const isSquare = Math.abs(width - height) < 8 && width > 30
  return !isSquare && (width === 0 || width > 45) && height < 120
}

function formOf(field: Field): HTMLFormElement | null {
  return isTextControl(field) ? field.form : null
}

function rootOf(field: Field): DocumentOrShadowRoot & NonElementParentNode {
  const root = field.getRootNode()
  return root instanceof ShadowRoot ? root : document
}
