import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What the functions below find in the page once axe was put there. */
interface AxePage {
  axe?: {
    run(context: Document | string, options: object): Promise<{ violations: readonly Violation[] }>
  }
}
interface Violation {
  readonly id: string
  readonly nodes: readonly {
    readonly target: readonly string[]
    readonly failureSummary?: string
  }[]
}

interface Look {
  /** Which rules; those of WCAG 2.2 A and AA where nothing is said. */
  readonly rules?: readonly string[] | undefined
  /** Which part of the page; all of it where nothing is said. */
  readonly part?: string | undefined
}

/** What axe finds wrong with the page as it is now, in a line each. */
export async function findViolations(
  page: Page,
  { rules, part }: Look = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const violations = await page.evaluate(
    async (rules, part) => {
      const { axe } = globalThis as AxePage
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags }
      const result = await axe?.run(part ?? document, { runOnly, resultTypes: ['violations'] })
      return result?.violations ?? []
    },
    rules,
    part,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}

/** How much wider than its window the page is. */
export function readOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(0, scrollWidth - clientWidth)
  })
}

/**
 * Writes the page from right to left and half as long again, as no language does and many come near, and
 * names what is cut off then. Texts with an ellipsis say themselves that they are cut.
 */
export function findClippedWhenLong(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    document.documentElement.dir = 'rtl'
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { currentNode: node } = texts
      const text = node.textContent ?? ''
      const isCode = node.parentElement?.closest('[dir=ltr], code, kbd, option, .tile, .countdown')
      if (/\p{L}{2}/u.test(text) && !isCode) {
        node.textContent = `${text} ${'ŵ'.repeat(Math.ceil(text.length / 2))}`.replace(
          /ŵ{8}/gu,
          '$& ',
        )
      }
    }
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const isCut = style.overflowX === 'hidden' || style.overflowX === 'clip'
        const isMeant = style.textOverflow === 'ellipsis' || style.clipPath !== 'none'
        return isCut && !isMeant && element.scrollWidth > element.clientWidth + 1
      })
      .map(
        (element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`,
      )
  })
}
