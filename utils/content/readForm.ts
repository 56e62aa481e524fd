import { elementAround } from './plainDom'
import { allIn, attribute, readAttributes, readText } from './readText'

export const MAX_FORM_TEXT = 700
const ACTION_LEVELS = 2
const MAX_ACTIONS = 40
const MAX_ACTION_TEXT = 60
const ACTIONS = 'button, a, [role=button], input[type=button], input[type=submit]'

/** What a form, or a page without one, says of itself. */
export interface FormWords {
  readonly text: string
  readonly actions: string
  /** What the page says, and how the form is called. */
  readonly page: string
}

export function readForm(form: Element | null, page: string): FormWords {
  if (!form) return { text: '', page: `${page}\n`, actions: readActions(document.documentElement) }
  const names = readAttributes(form, ['id', 'name', 'class', 'aria-label'])
  return {
    text: readText(form, MAX_FORM_TEXT),
    page: `${page}\n${names}\n${withoutEnding(attribute(form, 'action'))}`,
    actions: readActions(around(form)),
  }
}

/** With what stands beside the form, as far as it is the only one there. */
function around(form: Element): Element {
  let at = form
  for (let level = 0; level < ACTION_LEVELS; level++) {
    const parent = elementAround(at)
    if (!parent || parent.tagName === 'HTML' || allIn(parent, 'form').length > 1) break
    at = parent
  }
  return at
}

/** Short ones: what is long is no button. */
function readActions(around: Element): string {
  return allIn(around, ACTIONS)
    .slice(0, MAX_ACTIONS)
    .map((action) => action.textContent.trim() || attribute(action, 'value'))
    .filter((text) => text !== '' && text.length <= MAX_ACTION_TEXT)
    .join('\n')
}

/** `.html`, `.php`, `.aspx`: how a file was made says nothing of what it is about. */
export function withoutEnding(address: string): string {
  return address.replace(/\.[a-z]{1,5}\d?(?=$|[;?#/])/giu, '')
}
