import UFuzzy from '@leeoniya/ufuzzy'

/** One slip per word: a letter too many, too few, wrong, or two swapped. The first letter has to fit. */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",

  intraMode: 1,
})

/** Which of the texts hold all words of the search but for a slip in each, the best ones first. */
export function searchFuzzily(texts: readonly string[], search: string): readonly number[] {
  const [indexes, info, order] = fuzzy.search([...texts], search, 1)
  if (!indexes) return []
  // With very many hits the library leaves out the ranking; the order of the list stands then.
  return order ? order.map((place) => info.idx[place] ?? 0) : indexes
}
