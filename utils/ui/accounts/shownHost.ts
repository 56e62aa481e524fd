import { readableHost } from '../../core/match/readableHost'
import { hostOfSite, isWildcard, WILDCARD } from '../../core/match/site'

/** A site's host where a person reads it: in its own letters, with the browser's form beside it. */
export function shownHost(site: string): string {
  const host = isWildcard(site) ? site.slice(WILDCARD.length) : hostOfSite(site)
  const readable = readableHost(host)
  return readable === undefined ? host : `${readable} · ${host}`
}
