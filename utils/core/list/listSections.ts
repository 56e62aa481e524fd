import type { AccountView } from '../account'
import { isBoundTo } from '../match/site'

export type SectionKind = 'site' | 'likely' | 'pinned' | 'others' | 'found'

/** What the list can be ordered by; the person's own order is that of the vault. */
export const SORTS = ['service', 'account', 'lastUsed', 'mostUsed', 'own'] as const
export type Sort = (typeof SORTS)[number]

export interface Section {
  readonly kind: SectionKind
  readonly accounts: readonly AccountView[]
  /** How many more there are, where not all of them are shown. */
  readonly more?: number
}

const SITE_ROWS = 4
const KINDS: readonly SectionKind[] = ['site', 'likely', 'pinned', 'others']

/**
 * The list as it is shown: accounts of the active tab's site, those that may well belong to it, pinned
 * ones, the rest; each in the order chosen.
 * Nothing is hidden because of the site.
 */
export function listSections(
  accounts: readonly AccountView[],
  site: string | undefined,
  likely?: ReadonlySet<string>,
  sort?: Sort,
): readonly Section[] {
  const kindOf = (account: AccountView): SectionKind => {
    if (isForSite(account, site)) return 'site'
    if (likely?.has(account.id)) return 'likely'
    return account.pinned ? 'pinned' : 'others'
  }
  const sorted = sortAccounts(accounts, sort)
  return KINDS.map((kind) => ({
    kind,
    accounts: sorted.filter((account) => kindOf(account) === kind),
  })).filter(isFilled)
}

/** Many accounts of one site leave room for the others: the first stand there, and a number for the rest. */
export function foldSite(sections: readonly Section[]): readonly Section[] {
  return sections.map((section) => {
    const more = section.accounts.length - SITE_ROWS
    if (!isOfSite(section) || more <= 0) return section
    return { ...section, accounts: section.accounts.slice(0, SITE_ROWS), more }
  })
}

/** The accounts that `foldSite` leaves out. */
export function foldedAway(sections: readonly Section[]): readonly AccountView[] {
  return sections.filter(isOfSite).flatMap(({ accounts }) => accounts.slice(SITE_ROWS))
}

const isOfSite = ({ kind }: Section) => kind === 'site' || kind === 'likely'

/** The first `limit` accounts of the list, site and pinned ones before the rest. */
export function listFirst<T extends AccountView>(
  accounts: readonly T[],
  site: string | undefined,
  limit: number,
): readonly T[] {
  const rankOf = (account: T) => (isForSite(account, site) ? 0 : account.pinned ? 1 : 2)
  return [0, 1, 2]
    .flatMap((rank) => accounts.filter((account) => rankOf(account) === rank))
    .slice(0, limit)
}

/** In the order chosen; where that says nothing, by service, and of one service by user. */
export function sortAccounts<T extends AccountView>(
  accounts: readonly T[],
  sort: Sort = 'service',
): readonly T[] {
  if (sort === 'own') return accounts
  return [...accounts].sort((a, b) => COMPARE[sort](a, b) || byService(a, b))
}

type Compare = (a: AccountView, b: AccountView) => number

const byService: Compare = (a, b) =>
  compare(displayName(a), displayName(b)) || compare(a.account, b.account)

const COMPARE: Readonly<Record<Exclude<Sort, 'own'>, Compare>> = {
  service: byService,
  account: (a, b) => compare(a.account, b.account),
  lastUsed: (a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0),
  mostUsed: (a, b) => (b.uses ?? 0) - (a.uses ?? 0),
}

/** Whether the account's codes may be used on this site. */
export function isForSite({ sites }: AccountView, site: string | undefined): boolean {
  return site !== undefined && isBoundTo(sites, site)
}

/** What an account is called: its service, or the user name where no service is known. */
export function displayName({ issuer, account }: Pick<AccountView, 'issuer' | 'account'>): string {
  return issuer === '' ? account : issuer
}

export function isFilled({ accounts }: Section): boolean {
  return accounts.length > 0
}

// One order for the background, which sends the first rows, and for the views, which sort the whole
// list: English and Indonesian both follow the root of CLDR.
const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
