import type { AccountView } from '../../core/account'
import type { Section } from '../../core/list/listSections'
import { isFilled } from '../../core/list/listSections'

/** All tags in use, the most used first, so that the first chips are worth their place. */
export function collectTags(accounts: readonly AccountView[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { tags = [] } of accounts) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag)
}

/** The sections with the accounts that have any of the tags; without tags all of them. */
export function filterByTags(
  sections: readonly Section[],
  tags: ReadonlySet<string>,
): readonly Section[] {
  if (tags.size === 0) return sections
  return sections
    .map(({ kind, accounts }) => ({
      kind,
      accounts: accounts.filter((account) => account.tags?.some((tag) => tags.has(tag))),
    }))
    .filter(isFilled)
}
