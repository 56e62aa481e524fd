import type { Section } from '../../core/list/listSections'
import { textOf } from './createSearch'
import { readSections } from './searchSections'

/** Whoever opens the popup sees it first and types then. */
const START_MS = 200
const PIECE = 250

/**
 * Reads what a search looks at, in pieces between which the page stays free: with many accounts the first
 * letter would have to wait for all of them. Returns how to stop it.
 */
export function readAhead(sections: readonly Section[]): () => void {
  const accounts = sections.flatMap((section) => section.accounts)
  let timer = setTimeout(read, START_MS, 0)

  function read(from: number): void {
    const next = from + PIECE
    accounts.slice(from, next).forEach(textOf)
    if (next < accounts.length) timer = setTimeout(read, 0, next)
    else readSections(sections)
  }

  return () => {
    clearTimeout(timer)
  }
}
