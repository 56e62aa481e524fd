import { siteOfUrl, WILDCARD } from '../../core/match/site'

/**
 * A site as people write it: an address, a bare host, or `*.host` for a domain and everything under it.
 * The background has the last word on whether it may be kept.
 */
export function readTypedSite(text: string): string | undefined {
  const typed = text.trim().replace(/^https:\/\/(?=\*\.)/iu, '')
  if (typed.startsWith('*.')) {
    return siteOfUrl(`https://${typed.slice(2)}`)?.replace('https://', WILDCARD)
  }
  return /^[a-z][a-z\d+.-]*:\/\//iu.test(typed) ? siteOfUrl(typed) : readHost(typed)
}

/** Without a dot it is no host that a page can have, but for those of this machine. */
function readHost(text: string): string | undefined {
  const isLocal = /^localhost(?::\d+)?$/iu.test(text)
  if (isLocal) return siteOfUrl(`http://${text}`)
  return text.includes('.') && !/\s/u.test(text) ? siteOfUrl(`https://${text}`) : undefined
}
