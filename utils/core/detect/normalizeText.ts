/**
 * Text as the vocabulary is written: camelCase and digits split from letters where a word changes,
 * compatibility forms folded, diacritics dropped, lower case, everything else a single space. The
 * result has a space at both ends, so that ` term ` finds whole words.
 */
export function normalizeText(text: string): string {
  const plain = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return ` ${plain} `
}

/** The first of `terms` that stands in a normalised text. */
export function findTerm(normalized: string, terms: readonly string[]): string | undefined {
  return terms.find((term) => normalized.includes(` ${term} `))
}
