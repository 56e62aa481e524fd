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
  const all = sections.flatMap(({ accounts }) => accounts)
  const exact = findExact(all, search)
  const accounts = exact.length > 0 ? exact : findSimilar(all, search)
  return [{ kind: 'found' as const, accounts }].filter(isFilled)
}

function findExact(all: readonly AccountView[], search: string): readonly AccountView[] {
  const rankOf = createSearch(search)
  return all
    .map((account) => ({ account, rank: rankOf(account) ?? Infinity }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank) // stable: equal ranks keep the order of the sections
    .map(({ account }) => account)
}

function findSimilar(all: readonly AccountView[], search: string): readonly AccountView[] {
  return searchFuzzily(all.map(textOf), simplify(search))
    .map((index) => all[index])
    .filter((account) => account !== undefined)
}
