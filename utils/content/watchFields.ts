import { isTextControl } from './fieldText'
import { isCodeField, typeOf, type Field } from './findFields'
import { formTargets, isKnownTarget } from './formTargets'
import { elementAround, elementsAt, rootOf } from './plainDom'

/** An element that is less opaque than this, and was more when the menu opened, has been hidden. */
const MIN_OPACITY = 0.5

/**
 * Remembers the fields for which the menu opens. What is returned says whether they are, at that
 * moment, still the same ones in the same form and document, that sends to nobody else, and still as
 * visible. `isOurs` tells what of the extension may lie on them.
 */
export function watchFields(
  fields: readonly Field[],
  isOurs: (element: Element) => boolean = () => false,
): () => boolean {
  const stateOf = (field: Field) => readState(field, isOurs)
  const before = fields.map((field) => ({ field, ...stateOf(field) }))
  return () =>
    before.every(({ field, form, root, type, targets, ...look }) => {
      if (!field.isConnected || field.ownerDocument !== document || !isCodeField(field))
        return false
      const now = stateOf(field)
      return (
        now.form === form &&
        now.root === root &&
        now.type === type &&
        isKnownTarget(now.targets, targets) &&
        (now.opacity >= look.opacity || now.opacity >= MIN_OPACITY) &&
        (now.veils === look.veils || now.veils === '') &&
        !(look.isHit === true && now.isHit === false) &&
        (now.isOnPage || !look.isOnPage)
      )
    })
}

function readState(field: Field, isOurs: (element: Element) => boolean) {
  const form = isTextControl(field) ? field.form : null
  return {
    form,
    root: field.getRootNode(),
    type: typeOf(field),
    targets: formTargets(form),
    // Some widgets draw the digits themselves over a field that is transparent from the start.
    ...readLook(field),
    isHit: isHit(field, isOurs),
    // So do some that stand beside the page and take the keys for what is drawn on it.
    isOnPage: isOnPage(field),
  }
}

/** Scrolled out of sight is fine, put where no scrolling leads is not. */
function isOnPage(field: Field): boolean {
  const { right, bottom } = field.getBoundingClientRect()
  return right + scrollX > 0 && bottom + scrollY > 0
}

/** Whether the middle of the field is to be seen; nothing where it is scrolled out of sight. */
function isHit(field: Field, isOurs: (element: Element) => boolean): boolean | undefined {
  const { left, top, width, height } = field.getBoundingClientRect()
  const root = rootOf(field)
  if (!root) return undefined
  const [x, y] = [left + width / 2, top + height / 2]
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return undefined
  const hit = elementsAt(root, x, y).find((element) => !isOurs(element))
  return hit !== undefined && (hit === field || field.contains(hit))
}

const VEILS = ['filter', 'mask-image', 'clip-path'] as const

/** How opaque it is, with all around it, and what else the page has laid on that. */
function readLook(element: Element): { opacity: number; veils: string } {
  let opacity = 1
  let veils = ''
  for (let at: Element | null = element; at; at = elementAround(at)) {
    const style = getComputedStyle(at)
    opacity *= Number(style.opacity)
    veils += VEILS.map((name) => style.getPropertyValue(name))
      .filter((value) => value !== 'none' && value !== '')
      .join()
  }
  return { opacity, veils }
}
