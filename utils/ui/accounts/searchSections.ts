import type { AccountView } from '../../core/account'
import { isFilled, type Section } from '../../core/list/listSections'
import { createSearch, simplify, textOf } from './createSearch'
import { searchFuzzily } from './searchFuzzily'

/**
 * The list while it is searched: one section, the best match first. Only where no account holds what
 * was typed, it is read as a slip of the finger: exact words must never be outranked by a guess.
 */
export function searchSections(sections: readonly Section[], search: string): readonly Section[] {
  if (search.trim() === '') return sections
  const searched = readSections(sections)
  const exact = findExact(searched, search)
  const accounts = exact.length > 0 ? exact : findSimilar(searched, search)
  return [{ kind: 'found' as const, accounts }].filter(isFilled)
}

interface Searched {
  readonly accounts: readonly AccountView[]
  readonly texts: readonly string[]
}

/** The same sections are searched letter by letter, and looking up thousands of texts takes its time. */
const known = new WeakMap<readonly Section[], Searched>()

export function readSections(sections: readonly Section[]): Searched {
  const before = known.get(sections)
  if (before) return before
  const accounts = sections.flatMap((section) => section.accounts)
  const searched = { accounts, texts: accounts.map(textOf) }
  known.set(sections, searched)
  return searched
}

function findExact({ accounts, texts }: Searched, search: string): readonly AccountView[] {
  const rankOf = createSearch(search)
  // Of equal rank they keep the order of the sections.
  const ranks: AccountView[][] = []
  accounts.forEach((account, place) => {
    const rank = rankOf(account, texts[place])
    if (rank !== undefined) (ranks[rank] ??= []).push(account)
  })
  return ranks.flat()
}

function findSimilar({ accounts, texts }: Searched, search: string): readonly AccountView[] {
  return searchFuzzily(texts, simplify(search))
    .map((place) => accounts[place])
    .filter((account) => account !== undefined)
}
