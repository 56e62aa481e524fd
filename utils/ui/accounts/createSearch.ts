import type { AccountView } from '../../core/account'
import { hostOfSite } from '../../core/match/site'

/**
 * How well an account fits a search, 0 best; undefined where a word of it is missing. A service that
 * begins with the search comes before words that begin with it, and those before words that hold it:
 * Enter copies the first, and "git" means GitHub, not ASN Digital.
 */
export function createSearch(search: string): (account: AccountView) => number | undefined {
  const wanted = simplify(search).trim()
  const words = wanted.split(' ')
  return (view) => {
    const text = textOf(view)
    if (!words.every((word) => text.includes(word))) return undefined
    if (text.startsWith(` ${wanted}`)) return 0
    return words.every((word) => startsAWord(text, word)) ? 1 : 2
  }
}

/** The searched text of an account, kept for as long as the account itself: every letter asks for it. */
const texts = new WeakMap<AccountView, string>()

export function textOf(view: AccountView): string {
  const known = texts.get(view)
  if (known !== undefined) return known
  const { issuer, account, sites } = view
  const text = ` ${simplify([issuer, account, ...sites.map(hostOfSite)].join(' '))}`
  texts.set(view, text)
  return text
}

function startsAWord(text: string, word: string): boolean {
  return [' ', '.', '@', '-', '_', '/'].some((before) => text.includes(`${before}${word}`))
}

/** Without case and without accents, so that "cafe" finds "Café". */
export function simplify(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ')
}
