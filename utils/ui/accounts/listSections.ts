import type { AccountView } from '../../core/account'
import { createSearch } from './createSearch'

export type SectionKind = 'site' | 'pinned' | 'others' | 'found'

export interface Section {
  readonly kind: SectionKind
  readonly accounts: readonly AccountView[]
}

export interface ListOptions {
  /** The site of the active tab: its accounts stand first, and nothing is hidden because of it. */
  readonly site?: string | undefined
  readonly language?: string | undefined
}

/** The list as it is shown: accounts of this site, pinned ones, the rest; each by name. */
export function listSections(
  accounts: readonly AccountView[],
  { site, language }: ListOptions,
): readonly Section[] {
  const kindOf = (account: AccountView): SectionKind => {
    if (isForSite(account, site)) return 'site'
    return account.pinned ? 'pinned' : 'others'
  }
  const sorted = [...accounts].sort(createOrder(language))
  return KINDS.map((kind) => ({
    kind,
    accounts: sorted.filter((account) => kindOf(account) === kind),
  })).filter(isFilled)
}

/** The list while it is searched: one section, the best match first. */
export function searchSections(sections: readonly Section[], search: string): readonly Section[] {
  if (search.trim() === '') return sections
  const rankOf = createSearch(search)
  const accounts = sections
    .flatMap((section) => section.accounts)
    .map((account) => ({ account, rank: rankOf(account) ?? Infinity }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank) // stable: equal ranks keep the order of the sections
    .map(({ account }) => account)
  return [{ kind: 'found' as const, accounts }].filter(isFilled)
}

/** Whether the account's codes may be used on this site. */
export function isForSite({ sites }: AccountView, site: string | undefined): boolean {
  return site !== undefined && sites.includes(site)
}

/** What an account is called: its service, or the user name where no service is known. */
export function displayName({ issuer, account }: Pick<AccountView, 'issuer' | 'account'>): string {
  return issuer === '' ? account : issuer
}

const KINDS: readonly SectionKind[] = ['site', 'pinned', 'others']

function isFilled({ accounts }: Section): boolean {
  return accounts.length > 0
}

function createOrder(language: string | undefined) {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  return (a: AccountView, b: AccountView): number =>
    compare(displayName(a), displayName(b)) || compare(a.account, b.account)
}
