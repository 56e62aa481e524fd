import { appendTo, closest, rootElementOf, rootOf } from './plainDom'

/** What is above the rest of the page: content outside an open modal dialog is inert, and below it. */
const LAYERS = 'dialog[open], :popover-open, :fullscreen'

/**
 * Puts an element of ours where it lies above a field, and says where that is: in the dialog or popover
 * that holds the field, whose own shadow root draws nothing of what is not in it.
 */
export function putAbove(field: Element, host: Element): Element | ShadowRoot {
  const layer = layerOf(field)
  appendTo(layer, host)
  return layer
}

function layerOf(element: Element): Element | ShadowRoot {
  const layer = closest(element, LAYERS)
  if (layer) return layer
  const root = rootOf(element)
  if (!(root instanceof ShadowRoot)) return rootElementOf(document) ?? document.body
  return Element.prototype.matches.call(root.host, LAYERS) ? root : layerOf(root.host)
}
