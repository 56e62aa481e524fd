const KEPT_CHARACTERS = 4
const SHORT_CHARACTERS = 10

// A family is one character of several code points, and stays whole.
const segmenter = new Intl.Segmenter()

/**
 * A name in two parts for a middle ellipsis: where room is short the head is cut and the tail stays,
 * because names of one service differ at the end. The tail of an e-mail address is its domain.
 */
export function splitName(name: string): { readonly head: string; readonly tail: string } {
  const at = name.lastIndexOf('@')
  if (at > 0) return { head: name.slice(0, at), tail: name.slice(at) }
  const characters = Array.from(segmenter.segment(name), ({ segment }) => segment)
  if (characters.length <= SHORT_CHARACTERS) return { head: name, tail: '' }
  const cut = characters.length - KEPT_CHARACTERS
  return { head: characters.slice(0, cut).join(''), tail: characters.slice(cut).join('') }
}
