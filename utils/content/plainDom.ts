/**
 * The DOM without the page's names in it. Elements named like a member hide that member of their form
 * and of the document (`<input name=closest>`, `<img name=createElement>`), for content scripts in
 * Chromium too. The prototypes of this script's own world are out of the page's reach.
 */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
): HTMLElementTagNameMap[Name] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- `call` knows the last overload only
  return Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[Name]
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector)
}

export function findAll(root: Document | ShadowRoot, selector: string): readonly Element[] {
  const prototype = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above
  return [...prototype.querySelectorAll.call(root, selector)]
}

export function elementAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const prototype = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype
  return prototype.elementFromPoint.call(root, x, y)
}

/** Everything at a point of the window, the uppermost first. */
export function elementsAt(root: Document | ShadowRoot, x: number, y: number): readonly Element[] {
  const prototype = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype
  return prototype.elementsFromPoint.call(root, x, y)
}

export function rootOf(element: Element): Document | ShadowRoot | undefined {
  const root = Node.prototype.getRootNode.call(element)
  return root instanceof Document || root instanceof ShadowRoot ? root : undefined
}

/** The `<html>` of a document. */
export function rootElementOf(page: Document): Element | null {
  const element: unknown = readRootElement.call(page)
  return element instanceof Element ? element : null
}

export function activeElementOf(page: Document): Element | null {
  const element: unknown = readActiveElement.call(page)
  return element instanceof Element ? element : null
}

export function parentOf(node: Node): Node | null {
  const parent: unknown = readParent.call(node)
  return parent instanceof Node ? parent : null
}

/** The address that a form sends to, as the browser reads it. */
export function actionOf(form: HTMLFormElement): string {
  return String(readFormAction.call(form))
}

/** Into a shadow root too. */
export function appendTo(parent: Element | ShadowRoot, child: Node): void {
  Node.prototype.appendChild.call(parent, child)
}

export function tagNameOf(element: Element): string {
  return String(readTagName.call(element))
}

export function firstChildOf(node: Node): Node | null {
  return asNode(readFirstChild.call(node))
}

export type Side = 'previousSibling' | 'nextSibling'
export function siblingOf(node: Node, side: Side): Node | null {
  return asNode(readSibling[side].call(node))
}

/** The element around, out of a shadow root too. */
export function elementAround(element: Element): Element | null {
  const parent = parentOf(element)
  if (parent instanceof ShadowRoot) return parent.host
  return parent instanceof Element ? parent : null
}

export function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element)
}

function asNode(value: unknown): Node | null {
  return value instanceof Node ? value : null
}

const readFormAction = getterOf(HTMLFormElement.prototype, 'action')
const readTagName = getterOf(Element.prototype, 'tagName')
const readFirstChild = getterOf(Node.prototype, 'firstChild')
const readSibling = {
  previousSibling: getterOf(Node.prototype, 'previousSibling'),
  nextSibling: getterOf(Node.prototype, 'nextSibling'),
}
const readRootElement = getterOf(Document.prototype, 'documentElement')
const readActiveElement = getterOf(Document.prototype, 'activeElement')
const readParent = getterOf(Node.prototype, 'parentNode')

function getterOf(prototype: object, name: string) {
  const property = Object.getOwnPropertyDescriptor(prototype, name)
  return { call: (of: object): unknown => property?.get?.call(of) }
}
