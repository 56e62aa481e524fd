import { decodeLabel } from './punycode'
import { skeletonOf } from './skeleton'

/**
 * A host with letters beyond ASCII as people read it: `münchen.de` of `xn--mnchen-3ya.de`. `undefined` for
 * all others, and where a label could be taken for another one: then the browser's own form has to do.
 */
export function readableHost(host: string): string | undefined {
  const [, name = '', port = ''] = /^(.*?)(:\d+)?$/u.exec(host) ?? []
  const labels = name.split('.')
  const coded = labels.filter((label) => label.startsWith('xn--'))
  if (coded.length === 0 || !coded.map(decodeLabel).every(isPlain)) return undefined
  const readable = labels.map(decodeLabel).join('.') + port
  // What does not lead back is no form of this host.
  return URL.parse(`https://${readable}`)?.host === host ? readable : undefined
}

/** In one script, and neither made of what looks like Latin letters nor of rare Latin ones. */
function isPlain(label: string): boolean {
  const letters = label.replace(/[\d-]/gu, '')
  if (/^\p{ASCII}*$/u.test(label)) return false
  if (LATIN.test(letters)) return true
  return SCRIPTS.some((script) => script.test(letters)) && /\P{ASCII}/u.test(skeletonOf(letters))
}

// As European languages write; not the letters that pass for others: `ı`, `ĸ`, `ſ`, `þ`, `ð`, `ŧ`.
const LATIN = /^[a-zß-ïñ-öø-ýÿ-İĲ-ķĹ-ťŨ-ž]+$/u

const SCRIPTS = [
  ...'Cyrillic Greek Armenian Georgian Hebrew Arabic Devanagari Bengali Gurmukhi Gujarati Tamil Telugu'.split(
    ' ',
  ),
  ...'Kannada Malayalam Sinhala Thai Lao Khmer Myanmar'.split(' '),
]
  .map((script) => new RegExp(`^[\\p{Script=${script}}\\p{M}]+$`, 'u'))
  .concat(/^[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}]+$/u, /^[\p{Script=Hangul}]+$/u)
