import { firstChildOf, siblingOf, tagNameOf } from './plainDom'

// A form's own members can be hidden by inputs of the same name (`<input name=getAttribute>`), in the
// isolated world too; the prototypes' members cannot.

/** What is no part of a page's prose: scripts, choices, and ways to somewhere else. */
const NO_PROSE = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SELECT',
  'OPTION',
  'TEXTAREA',
  'BUTTON',
  'A',
  'NAV',
  'FOOTER',
  'IFRAME',
  'SVG',
])

export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? ''
}

/** The values of those that are there, a line each. */
export function readAttributes(element: Element, names: readonly string[]): string {
  return names
    .map((name) => attribute(element, name))
    .filter(Boolean)
    .join('\n')
}

export function closestOf(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector)
}

/* eslint-disable @typescript-eslint/no-deprecated -- through `call` only the overload for old tags is seen */
export function firstIn(element: Element, selector: string): Element | null {
  return Element.prototype.querySelector.call(element, selector)
}

export function allIn(element: Element, selector: string): readonly Element[] {
  return [...Element.prototype.querySelectorAll.call(element, selector)]
}
/* eslint-enable @typescript-eslint/no-deprecated */

const BLOCKS = new Set(
  'P DIV LI UL OL H1 H2 H3 H4 H5 H6 LABEL LEGEND TR TD TH BR FORM SECTION ARTICLE HEADER FIELDSET DT DD'.split(
    ' ',
  ),
)

/** The prose of a node, a line for each block, up to a length; links and buttons lead elsewhere and do not count. */
export function readText(node: Node | null, maxLength: number): string {
  if (!node) return ''
  const texts: string[] = []
  let length = 0
  const walk = (at: Node): void => {
    if (length >= maxLength) return
    if (at instanceof Text) {
      const text = at.data.trim()
      if (text === '') return
      texts.push(text.replace(/\s+/gu, ' '))
      length += text.length + 1
    } else if (!(at instanceof Element) || isProse(at)) {
      for (let child = firstChildOf(at); child; child = siblingOf(child, 'nextSibling')) walk(child)
      if (at instanceof Element && BLOCKS.has(tagNameOf(at))) texts.push('\n')
    }
  }
  walk(node)
  return texts.join(' ').trim().slice(0, maxLength)
}

function isProse(element: Element): boolean {
  return (
    !NO_PROSE.has(tagNameOf(element).toUpperCase()) &&
    Element.prototype.getAttribute.call(element, 'hidden') === null
  )
}
