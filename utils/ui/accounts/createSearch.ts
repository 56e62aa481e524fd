import type { AccountView } from '../../core/account'
import { hostOfSite } from '../../core/match/site'

/**
 * How well an account fits a search, 0 best; undefined where a word of it is missing. A service that
 * begins with the search comes before words that begin with it, and those before words that hold it:
 * Enter copies the first, and "git" means GitHub, not ASN Digital. Last come those that only the spaces
 * keep from fitting ("tokobuah"). A word that begins with # is the beginning of a tag.
 */
export function createSearch(
  search: string,
): (view: AccountView, text?: string) => number | undefined {
  const all = simplify(search).trim().split(' ')
  const tags = all.filter(isTag).map((word) => word.slice(1))
  const words = all.filter((word) => !isTag(word))
  const wanted = words.join(' ')
  const beginnings = words.map((word) => [' ', '.', '@', '-', '_', '/'].map((it) => it + word))
  const whole = apartFromSpaces(wanted)
  const each = words.map(apartFromSpaces)
  return (view, text = textOf(view)) => {
    if (!tags.every((tag) => view.tags?.some((it) => simplify(it).startsWith(tag))))
      return undefined
    if (words.every((word) => text.includes(word))) {
      if (text.startsWith(wanted, 1)) return 0
      return beginnings.every((some) => some.some((it) => text.includes(it))) ? 1 : 2
    }
    if (whole.test(text)) return 3
    const fits = (word: string, place: number) => text.includes(word) || each[place]?.test(text)
    return words.length > 1 && words.every(fits) ? 3 : undefined
  }
}

/** The searched text of an account, kept for as long as the account itself: every letter asks for it. */
const texts = new WeakMap<AccountView, string>()

export function textOf(view: AccountView): string {
  const known = texts.get(view)
  if (known !== undefined) return known
  const { issuer, account, sites, tags = [], note = '' } = view
  // A space stands before the first word, too.
  const text = simplify(['', issuer, account, ...tags, ...sites.map(hostOfSite), note].join(' '))
  texts.set(view, text)
  return text
}

function isTag(word: string): boolean {
  return word.startsWith('#') && word !== '#'
}

/** Finds the same letters from the beginning of a word on, with other spaces, dots or dashes between them. */
function apartFromSpaces(words: string): RegExp {
  const letters = words.match(/[\p{L}\p{N}]/gu) ?? []
  return letters.length > 1 ? new RegExp(`[ .@_/-]${letters.join('[ .@_/-]*')}`, 'u') : /[]/u
}

/** Without case and without accents, so that "cafe" finds "Café"; most texts have nothing to take away. */
export function simplify(text: string): string {
  const plain = IS_ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/\s{2,}|[^\S ]/gu, ' ')
}

const IS_ASCII = /^[\0-\x7f]*$/u
