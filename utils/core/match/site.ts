/** How a wildcard begins: it stands for a domain and everything under it, on https and the usual port. */
export const WILDCARD = 'https://*.'

/**
 * A site is an exact origin (`https://host[:port]`): another port, scheme or subdomain is another site.
 * Codes go over https only; plain http is accepted on this machine's own loopback names.
 */
export function siteOfUrl(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url)
  if (!parsed) return undefined
  const { protocol, hostname, origin } = parsed
  if (protocol === 'https:' && hostname !== '' && !hostname.includes('*')) return origin
  return protocol === 'http:' && isLoopback(hostname) ? origin : undefined
}

/** The host of a page to which no code goes because anybody on the way can read and change it. */
export function insecureHostOf(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url)
  return parsed?.protocol === 'http:' && !isLoopback(parsed.hostname) ? parsed.host : undefined
}

/** The part of a site that a person reads: host, and port when it is not the usual one. */
export function hostOfSite(site: string): string {
  return site.replace(/^https?:\/\//u, '')
}

export function isWildcard(site: string): boolean {
  return site.startsWith(WILDCARD)
}

/** Whether a code that is kept for `sites` may be used on `site`, which is an exact origin. */
export function isBoundTo(sites: readonly string[], site: string): boolean {
  return sites.some((bound) => bound === site || (isWildcard(bound) && isUnder(bound, site)))
}

function isUnder(wildcard: string, site: string): boolean {
  const domain = wildcard.slice(WILDCARD.length)
  return (
    site === `https://${domain}` || (site.startsWith('https://') && site.endsWith(`.${domain}`))
  )
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  )
}
