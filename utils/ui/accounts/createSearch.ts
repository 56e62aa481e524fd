import type { AccountView } from '../../core/account'
import { hostOfSite } from '../../core/match/site'

/**
 * How well an account fits a search, 0 best; undefined where a word of it is missing. A service that
 * begins with the search comes before words that begin with it, and those before words that hold it:
 * Enter copies the first, and "git" means GitHub, not ASN Digital. A word that begins with # is the
 * beginning of a tag.
 */
export function createSearch(search: string): (account: AccountView) => number | undefined {
  const all = simplify(search).trim().split(' ')
  const tags = all.filter(isTag).map((word) => word.slice(1))
  const words = all.filter((word) => !isTag(word))
  const wanted = words.join(' ')
  return (view) => {
    if (!tags.every((tag) => view.tags?.some((it) => simplify(it).startsWith(tag))))
      return undefined
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
  const { issuer, account, sites, tags = [], note = '' } = view
  const parts = [issuer, account, ...tags, ...sites.map(hostOfSite), note]
  const text = ` ${simplify(parts.join(' '))}`
  texts.set(view, text)
  return text
}

function isTag(word: string): boolean {
  return word.startsWith('#') && word !== '#'
}

function startsAWord(text: string, word: string): boolean {
  return [' ', '.', '@', '-', '_', '/'].some((before) => text.includes(`${before}${word}`))
}

/** Without case and without accents, so that "cafe" finds "Café". */
export function simplify(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ')
}
