import { createLexicon } from '../detect/createLexicon'
import { normalizeText } from '../detect/normalizeText'
import { SITE_WORDS } from './vocabulary/siteWords'

/** What a page says about its refusal, beside that there was one. */
export type SiteWord = keyof typeof SITE_WORDS

const findTerms = createLexicon<SiteWord>(SITE_WORDS)

/** What the visible text of a page says, each once and in the order of the vocabulary. */
export function readSiteWords(text: string): readonly SiteWord[] {
  const said = new Set(
    text
      .split('\n')
      .flatMap((line) => findTerms(normalizeText(line)).map(({ meaning }) => meaning)),
  )
  return (Object.keys(SITE_WORDS) as SiteWord[]).filter((word) => said.has(word))
}
