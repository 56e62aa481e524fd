import type { Page } from 'puppeteer-core'

/**
 * What stands in every field of a page, per frame, in the order in which `readRoles` lists them: shadow
 * roots where their host stands, frames in document order.
 */
export function readFieldValues(page: Page): Promise<string[][]> {
  return page.evaluate(() => {
    const frames: string[][] = []
    const walk = (node: Document | ShadowRoot | Element, frame: string[]): void => {
      for (const element of node.children) {
        if (element.matches('input, textarea')) {
          frame.push((element as HTMLInputElement | HTMLTextAreaElement).value)
        } else if (element.hasAttribute('contenteditable')) {
          frame.push(element.textContent.trim())
        }
        if (element.shadowRoot) walk(element.shadowRoot, frame)
        if (element instanceof HTMLIFrameElement && element.contentDocument) {
          const inner: string[] = []
          frames.push(inner)
          walk(element.contentDocument, inner)
        }
        walk(element, frame)
      }
    }
    const top: string[] = []
    frames.push(top)
    walk(document, top)
    return frames
  })
}

/** What was written between two readings; a field that stayed as it was counts as untouched. */
export function compareValues(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): string[][] {
  return after.map((frame, index) =>
    frame.map((value, field) => (value === before[index]?.[field] ? '' : value)),
  )
}
