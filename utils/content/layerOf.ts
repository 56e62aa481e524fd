import { closest, rootElementOf, rootOf } from './plainDom'

/**
 * Where an element of ours has to stand to lie above a field: content outside an open modal dialog is
 * inert, and below what is in the top layer, so it joins the dialog or popover that holds the field.
 */
export function layerOf(element: Element): Element {
  const layer = closest(element, 'dialog[open], :popover-open, :fullscreen')
  if (layer) return layer
  const root = rootOf(element)
  return root instanceof ShadowRoot
    ? layerOf(root.host)
    : (rootElementOf(document) ?? document.body)
}
