/**
 * A site is an exact origin (`https://host[:port]`): another port, scheme or subdomain is another site.
 * Codes go over https only; plain http is accepted on this machine's own loopback names.
 */
export function siteOfUrl(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url)
  if (!parsed) return undefined
  const { protocol, hostname, origin } = parsed
  if (protocol === 'https:' && hostname !== '') return origin
  return protocol === 'http:' && isLoopback(hostname) ? origin : undefined
}

/** The part of a site that a person reads: host, and port when it is not the usual one. */
export function hostOfSite(site: string): string {
  return site.replace(/^https?:\/\//u, '')
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  )
}
