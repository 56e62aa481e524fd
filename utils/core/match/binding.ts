import { failure, success, type Result } from '../result'
import { isAddress, isSharedSuffix, readDomain } from './registrableDomain'
import { hostOfSite, isWildcard, siteOfUrl, WILDCARD } from './site'

export type SiteCode = 'site-unknown' | 'site-shared'

/**
 * A site as it may be kept with an account: an exact origin, or a wildcard (`https://*.bank.com`: the
 * domain and everything under it). A wildcard stands on a name that has one owner, never on a suffix
 * under which everybody may take a name: that is `site-shared`. Anything else is `site-unknown`.
 */
export function judgeSite(site: string): Result<string, SiteCode> {
  const clean = isWildcard(site) ? cleanWildcard(site) : siteOfUrl(site)
  if (clean === undefined) return failure('site-unknown', { host: hostOfSite(site) })
  const host = clean.slice(WILDCARD.length)
  return isWildcard(clean) && isSharedSuffix(host)
    ? failure('site-shared', { host })
    : success(clean)
}

/** The same where nobody asks why not. */
export function cleanSite(site: string): string | undefined {
  const judged = judgeSite(site)
  return judged.ok ? judged.value : undefined
}

function cleanWildcard(site: string): string | undefined {
  const base = siteOfUrl(`https://${site.slice(WILDCARD.length)}`)
  const host = base && hostOfSite(base)
  return !host || isAddress(host) ? undefined : `${WILDCARD}${host}`
}

/** The wildcard that may be offered beside an exact site: its whole registrable domain. */
export function wildcardOf(site: string): string | undefined {
  const domain = readDomain(hostOfSite(site))?.domain
  return domain === undefined || !site.startsWith('https://') || /:\d+$/u.test(site)
    ? undefined
    : cleanSite(`${WILDCARD}${domain}`)
}
