import { isSharedSuffix, readDomain } from './registrableDomain'
import { hostOfSite, isWildcard, siteOfUrl, WILDCARD } from './site'

/**
 * A site as it may be kept with an account: an exact origin, or a wildcard (`https://*.bank.com`: the
 * domain and everything under it). A wildcard stands on a name that has one owner, never on a suffix
 * under which everybody may take a name. `undefined` for anything else.
 */
export function cleanSite(site: string): string | undefined {
  if (!isWildcard(site)) return siteOfUrl(site)
  const base = siteOfUrl(`https://${site.slice(WILDCARD.length)}`)
  const host = base && hostOfSite(base)
  return !host || host.includes(':') || isSharedSuffix(host) ? undefined : `${WILDCARD}${host}`
}

/** The wildcard that may be offered beside an exact site: its whole registrable domain. */
export function wildcardOf(site: string): string | undefined {
  const domain = readDomain(hostOfSite(site))?.domain
  return domain === undefined || !site.startsWith('https://') || /:\d+$/u.test(site)
    ? undefined
    : cleanSite(`${WILDCARD}${domain}`)
}
