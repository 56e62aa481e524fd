import { elementAt, findAll, parentOf, rootElementOf, rootOf } from './plainDom'

/** Whether the browser itself tells a frame that every pixel of it is on the screen; Chromium does. */
const VOUCHES_FOR_PIXELS = 'isVisible' in IntersectionObserverEntry.prototype

/**
 * Whether a person can see an element of the top layer as it is: nothing of the page lies on it, shines
 * through it or bends it. Where the browser vouches for the pixels, at the click, what remains is what it
 * overlooks; elsewhere styles and geometry have to say all of it.
 */
export function isUncovered(element: Element): boolean {
  if (!isPlain(element)) return false
  const view = viewOf(element)
  const isTop = !view || view === view.top
  if (!VOUCHES_FOR_PIXELS) {
    // On a frame a shadow may fall that no point of the page hits.
    return isTop && isOnTop(element) && openedAbove(element).length === 0
  }
  if (isTop) return true
  try {
    // In a frame of the same site the pages around it are looked at as well.
    const frame = view.frameElement
    return frame !== null && isUncovered(frame)
  } catch {
    return false // the page around it is of another site
  }
}

/** Whether the page does nothing to the root, or to boxes around or of the element, that reaches it. */
function isPlain(element: Element): boolean {
  const page = element.ownerDocument
  const root = rootElementOf(page)
  return (
    root !== null &&
    isNeutral(root) &&
    !isInViewTransition(page, root) &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !PSEUDO_ELEMENTS.some((name) => isPainted(element, name))
  )
}

/** They belong to the element, so whoever looks who lies on it finds the element itself. */
const PSEUDO_ELEMENTS = ['::before', '::after']

function isPainted(element: Element, pseudoElement: string): boolean {
  const { content, display } = getComputedStyle(element, pseudoElement)
  return content !== 'none' && content !== 'normal' && display !== 'none'
}

const NEUTRAL: Readonly<Record<string, readonly string[]>> = {
  opacity: ['1'],
  filter: ['none'],
  'backdrop-filter': ['none', ''],
  'mask-image': ['none'],
  'clip-path': ['none'],
  'mix-blend-mode': ['normal'],
  transform: ['none'],
  translate: ['none'],
  rotate: ['none'],
  scale: ['none'],
  perspective: ['none'],
  zoom: ['1', ''],
}

/** Whether the root's own effects leave the picture as it is; they reach the top layer too. */
function isNeutral(root: Element): boolean {
  const style = getComputedStyle(root)
  return Object.entries(NEUTRAL).every(([property, values]) =>
    values.includes(style.getPropertyValue(property)),
  )
}

/** Pictures of a view transition lie on everything, and no point of the page hits them. */
function isInViewTransition(page: Document, root: Element): boolean {
  const transition = (page as { activeViewTransition?: unknown }).activeViewTransition
  if (transition !== undefined && transition !== null) return true
  try {
    return Element.prototype.matches.call(root, ':active-view-transition')
  } catch {
    return false // a browser without view transitions
  }
}

const INSET = 3
/** What has to be in sight: the head of the menu and its first row. */
const MIN_HEIGHT = 100

function isOnTop(element: Element): boolean {
  const { left, top, width, height, bottom } = element.getBoundingClientRect()
  const view = viewOf(element)
  const root = rootOf(element)
  if (!view || !root || top < 0 || left < 0 || left + width > view.innerWidth + 1) return false
  const seen = Math.min(bottom, view.innerHeight) - top
  if (seen < Math.min(MIN_HEIGHT, height)) return false
  const columns = [left + INSET, left + width / 2, left + width - INSET]
  const rows = [top + INSET, top + seen / 2, top + seen - INSET]
  return columns.every((x) => rows.every((y) => elementAt(root, x, y) === element))
}

/**
 * What else is in the top layer. Even one pixel of it may lie on everything, by its shadow or its
 * backdrop, and let clicks through. Only a dialog that holds the element is below it.
 */
export function openedAbove(element: Element): readonly Element[] {
  return rootsOf(element.ownerDocument)
    .flatMap((root) => findAll(root, ':popover-open, :modal, :fullscreen'))
    .filter((other) => other !== element && !(isModal(other) && holds(other, element)))
}

function isModal(element: Element): boolean {
  return (
    element instanceof HTMLDialogElement && Element.prototype.matches.call(element, 'dialog:modal')
  )
}

/** Whether `outer` is around `inner`, across shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at;) {
    if (at === outer) return true
    at = at instanceof ShadowRoot ? at.host : parentOf(at)
  }
  return false
}

/** The document and every shadow root in it, closed ones too. */
function rootsOf(root: Document | ShadowRoot): readonly (Document | ShadowRoot)[] {
  const inner = findAll(root, '*').flatMap((element) => {
    const shadow = shadowOf(element)
    return shadow ? rootsOf(shadow) : []
  })
  return [root, ...inner]
}

function shadowOf(element: Element): ShadowRoot | null {
  // Firefox lets extensions look into closed roots by this property.
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null }
  return openOrClosedShadowRoot ?? element.shadowRoot
}

function viewOf(element: Element): Window | null {
  return element.ownerDocument.defaultView
}
