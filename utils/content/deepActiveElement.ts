import { shadowRootOf } from '../platform/frame'
import { activeElementOf } from './plainDom'

/** How long the focus may take to follow the pointer. */
export const FOCUS_MS = 60

/** The element that has the focus, within shadow roots. */
export function deepActiveElement(root: Document | ShadowRoot = document): Element | null {
  const active = root instanceof ShadowRoot ? root.activeElement : activeElementOf(root)
  const inner = active instanceof HTMLElement ? shadowRootOf(active) : null
  return (inner && deepActiveElement(inner)) ?? active
}
