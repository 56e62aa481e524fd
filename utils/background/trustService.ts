import type { Account } from '../core/account'
import { judgeSite, wildcardOf, type SiteCode } from '../core/match/binding'
import { compareHosts, type Kinship } from '../core/match/compareHosts'
import { domainsOf } from '../core/match/serviceTable'
import { hostOfSite, isBoundTo, isWildcard, WILDCARD } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { Imitation, SiteAssessment, Standing } from '../protocol/views'
import type { ReadCode, VaultService } from './vaultService'

/** As many as a person could look through; more in one file are not bound. */
export const MAX_SITES_AT_ONCE = 500

interface JudgedSites {
  readonly judged: readonly string[]
  readonly imitations: readonly Imitation[]
  /** How many there are beyond those that were judged. */
  readonly unchecked: number
}

/** What of an account says whom it trusts. */
type Trusting = Pick<Account, 'issuer' | 'sites'>

/** Judges sites by what is trusted already: the sites that accounts are bound to, and their services'. */
export function createTrustService({ vault }: { readonly vault: VaultService }) {
  /** Whose code a site may be after, and whom it imitates; or why it is none that can be kept. */
  async function assess(site: string): Promise<Result<SiteAssessment, ReadCode | SiteCode>> {
    const judged = judgeSite(site)
    if (!judged.ok) return judged
    const data = await vault.read()
    return data.ok ? success(assessAmong(livingAccounts(data.value), exampleOf(site))) : data
  }

  /** What a site is to one account: what the person has to be asked, or warned of, before a code goes. */
  async function readStanding(
    accountId: string,
    site: string,
  ): Promise<Result<Standing, ReadCode | 'account-missing'>> {
    const data = await vault.read()
    if (!data.ok) return data
    const accounts = livingAccounts(data.value)
    const account = accounts.find(({ id }) => id === accountId)
    return account ? success(standingOf(account, accounts, site)) : failure('account-missing')
  }

  /**
   * The sites as they may be kept, or why not. A site that imitates one is kept only if it was there
   * before or the person has seen the warning.
   */
  async function checkSites(
    accountId: string | undefined,
    sites: readonly string[],
    hasSeenWarning: boolean,
  ): Promise<Result<readonly string[], ReadCode | SiteCode | 'site-imitates'>> {
    const judged = sites.map(judgeSite)
    const refused = judged.find(({ ok }) => !ok)
    if (refused && !refused.ok) return refused
    const clean = [...new Set(judged.flatMap((it) => (it.ok ? [it.value] : [])))]
    const data = await vault.read()
    if (!data.ok) return data
    const accounts = livingAccounts(data.value)
    const before = accounts.find(({ id }) => id === accountId)?.sites ?? []
    for (const site of clean.filter((site) => !before.includes(site) && !hasSeenWarning)) {
      const { imitated } = assessAmong(accounts, exampleOf(site))
      if (imitated !== undefined) {
        return failure('site-imitates', { host: hostOfSite(site), imitated })
      }
    }
    return success(clean)
  }

  /**
   * Those of the sites which pass for one that is trusted already, or that belongs to a service among
   * `issuers`: the accounts that would come with them. Judging is costly, so there is an end to it.
   */
  async function findImitations(
    sites: readonly string[],
    issuers: readonly string[],
  ): Promise<Result<JudgedSites, ReadCode>> {
    const all = [...new Set(sites)]
    const judged = all.slice(0, MAX_SITES_AT_ONCE)
    const unchecked = all.length - judged.length
    if (judged.length === 0) return success({ judged, imitations: [], unchecked })
    const data = await vault.read()
    if (!data.ok) return data
    const newcomers = issuers.map((issuer) => ({ issuer, sites: [] }))
    const trusting = distinctTrust([...livingAccounts(data.value), ...newcomers])
    const imitations = judged.flatMap((site): readonly Imitation[] => {
      const imitated = imitatedAmong(trusting, exampleOf(site))
      return imitated === undefined ? [] : [{ site, imitated }]
    })
    return success({ judged, imitations, unchecked })
  }

  return { assess, readStanding, checkSites, findImitations }
}

export type TrustService = ReturnType<typeof createTrustService>

function assessAmong(accounts: readonly Account[], site: string): SiteAssessment {
  const kinships = accounts.map((account) => ({ account, ...judge(account, site) }))
  const imitated = imitatedAmong(accounts, site)
  const likely = kinships
    .filter(({ account, kinship }) => LIKELY.has(kinship) && !isBoundTo(account.sites, site))
    .map(({ account }) => account.id)
  return { likely, ...(imitated === undefined ? {} : { imitated }) }
}

/** The trusted host that a site passes for, unless it is itself one that is known. */
function imitatedAmong(accounts: readonly Trusting[], site: string): string | undefined {
  let imitated: string | undefined
  for (const account of accounts) {
    const { kinship, trusted } = judge(account, site)
    if (isBoundTo(account.sites, site) || kinship === 'same' || kinship === 'sibling') return
    if (kinship === 'imitation') imitated ??= trusted
  }
  return imitated
}

/** The same trust once: many accounts of one service make no difference. */
function distinctTrust(accounts: readonly Trusting[]): readonly Trusting[] {
  const distinct = new Map<string, Trusting>()
  for (const { issuer, sites } of accounts) {
    const isTelling = sites.length > 0 || domainsOf(issuer).length > 0
    if (isTelling) distinct.set(JSON.stringify([domainsOf(issuer), sites]), { issuer, sites })
  }
  return [...distinct.values()]
}

const LIKELY: ReadonlySet<Kinship> = new Set(['same', 'sibling', 'cousin', 'imitation'])

function standingOf(account: Account, accounts: readonly Account[], site: string): Standing {
  if (isBoundTo(account.sites, site)) return { kind: 'bound' }
  const { imitated } = assessAmong(accounts, site)
  if (imitated !== undefined) return { kind: 'imitation', trusted: imitated }
  const { kinship, trusted } = judge(account, site)
  const usedOn = trusted ?? account.sites.map(hostOfTrusted)[0]
  const wildcard = wildcardOf(site)
  return {
    kind: kinship === 'same' || kinship === 'sibling' || kinship === 'cousin' ? kinship : 'new',
    ...(usedOn === undefined ? {} : { trusted: usedOn }),
    ...(kinship === 'sibling' && account.sites.length > 0 && wildcard ? { wildcard } : {}),
  }
}

/** The nearest kinship of a site to what an account trusts, and to what of it. */
function judge(account: Trusting, site: string): { kinship: Kinship; trusted?: string } {
  const host = hostOfSite(site).replace(/:\d+$/u, '')
  let nearest: { kinship: Kinship; trusted?: string } = { kinship: 'unrelated' }
  for (const trusted of [...account.sites.map(hostOfTrusted), ...domainsOf(account.issuer)]) {
    const kinship = compareHosts(host, trusted.replace(/:\d+$/u, ''))
    if (NEARNESS.indexOf(kinship) < NEARNESS.indexOf(nearest.kinship)) {
      nearest = { kinship, trusted }
    }
  }
  return nearest
}

const NEARNESS: readonly Kinship[] = ['same', 'sibling', 'imitation', 'cousin', 'unrelated']

function hostOfTrusted(site: string): string {
  return isWildcard(site) ? site.slice(WILDCARD.length) : hostOfSite(site)
}

/** A site that a wildcard stands for. */
function exampleOf(site: string): string {
  return isWildcard(site) ? `https://${site.slice(WILDCARD.length)}` : site
}
