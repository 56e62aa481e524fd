import { normalizeText } from './normalizeText'
import type { Meanings } from './vocabulary/meanings'

/** A term of the lexicon found in a text: what it means and where it begins and ends. */
export interface Found<Meaning extends string> {
  readonly meaning: Meaning
  readonly term: string
  readonly start: number
  readonly end: number
}

interface Term<Meaning extends string> {
  readonly meaning: Meaning
  readonly term: string
  readonly words: readonly string[]
}
type Index<Meaning extends string> = Map<string, Term<Meaning>[]>

/** Scripts that put no spaces between words: their terms match anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u
const UNSPACED_RUN = new RegExp(UNSPACED.source, 'gu')
const MAX_AFFIX = 24
const MAX_KNOWN = 4000

/** Finds terms in a normalised text. The index is made for the first one: most starts read none. */
export function createLexicon<Meaning extends string>(
  meanings: Readonly<Record<Meaning, Meanings>>,
): (text: string) => readonly Found<Meaning>[] {
  let findTerms: ((text: string) => readonly Found<Meaning>[]) | undefined
  return (text) => {
    findTerms ??= buildLexicon(meanings)
    return findTerms(text)
  }
}

/**
 * All terms of all meanings in one index, so that a text is walked once: by whole words, by their
 * beginnings and ends where a term has a `*`, and by characters in scripts without spaces.
 */
function buildLexicon<Meaning extends string>(meanings: Readonly<Record<Meaning, Meanings>>) {
  const whole: Index<Meaning> = new Map()
  const starts: Index<Meaning> = new Map()
  const ends: Index<Meaning> = new Map()
  const anywhere: Index<Meaning> = new Map()
  const known = new Map<string, readonly Term<Meaning>[]>()
  for (const [meaning, languages] of Object.entries(meanings) as [Meaning, Meanings][]) {
    for (const terms of Object.values(languages)) {
      const written = terms.split('|')
      const isUnspaced = UNSPACED.test(terms)
      normalizeTerms(terms).forEach((plain, index) => {
        addTerm(meaning, written[index]?.trim() ?? '', plain, isUnspaced)
      })
    }
  }

  /** `plain` is what is `written`, normalised; a word such as `e-mail` makes two. */
  function addTerm(meaning: Meaning, written: string, plain: string, isUnspaced: boolean): void {
    const entry = { meaning, term: written, words: plain.split(' ') }
    const [first = ''] = entry.words
    if (isUnspaced && UNSPACED.test(first))
      put(anywhere, plain.charAt(0), { ...entry, words: [plain] })
    else if (first.endsWith('*')) put(starts, first.slice(0, -1), entry)
    else if (first.startsWith('*')) put(ends, first.slice(1), entry)
    else put(whole, first, entry)
  }

  /** Every term in a normalised text. */
  return function findTerms(text: string): readonly Found<Meaning>[] {
    const found: Found<Meaning>[] = []
    const words = text.trim().split(' ')
    let start = 1
    words.forEach((word, index) => {
      for (const term of candidates(word)) {
        const end = matchWords(term.words, words, index, start)
        if (end !== undefined) found.push({ meaning: term.meaning, term: term.term, start, end })
      }
      start += word.length + 1
    })
    for (const { index } of text.matchAll(UNSPACED_RUN)) {
      for (const { meaning, term, words } of anywhere.get(text.charAt(index)) ?? []) {
        const [plain = ''] = words
        if (text.startsWith(plain, index))
          found.push({ meaning, term, start: index, end: index + plain.length })
      }
    }
    return found
  }

  /** Pages say the same words again and again, so what a word may begin is looked up once. */
  function candidates(word: string): readonly Term<Meaning>[] {
    const found = known.get(word) ?? lookUp(word)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(word, found)
    return found
  }

  function lookUp(word: string): readonly Term<Meaning>[] {
    const found = [...(whole.get(word) ?? [])]
    for (let length = 1; length <= Math.min(word.length, MAX_AFFIX); length++) {
      const byStart = starts.get(word.slice(0, length))
      const byEnd = ends.get(word.slice(-length))
      if (byStart) found.push(...byStart)
      if (byEnd) found.push(...byEnd)
    }
    return found
  }
}

/** All terms of a language at once: each by itself would take ten times as long. */
function normalizeTerms(terms: string): readonly string[] {
  const marked = terms.replaceAll('|', BAR).replaceAll('*', STAR)
  return normalizeText(marked)
    .split(BAR)
    .map((term) => term.trim().replaceAll(STAR, '*'))
}

/** Letters of scripts for clicks: they stand in no term and stay as they are. */
const BAR = 'ǀ'
const STAR = 'ǁ'

/** The end of the last word when all words of the term follow each other from `index` on. */
function matchWords(
  term: readonly string[],
  words: readonly string[],
  index: number,
  start: number,
): number | undefined {
  let end = start - 1
  for (const [offset, wanted] of term.entries()) {
    const word = words[index + offset]
    if (word === undefined || !matchesWord(word, wanted)) return undefined
    end += word.length + 1
  }
  return end
}

function matchesWord(word: string, wanted: string): boolean {
  if (wanted.endsWith('*')) return word.startsWith(wanted.slice(0, -1))
  if (wanted.startsWith('*')) return word.endsWith(wanted.slice(1))
  return word === wanted
}

function put<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key)
  if (list) list.push(value)
  else index.set(key, [value])
}
