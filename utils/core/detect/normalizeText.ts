/**
 * Text as the lexicon compares it: camelCase split, compatibility forms folded, diacritics dropped,
 * letters that decompose into nothing replaced by their usual spelling, digits of all scripts as ASCII,
 * lower case, everything else a single space. A space stands at both ends.
 */
export function normalizeText(text: string): string {
  if (ASCII.test(text)) return ` ${normalizeAscii(text)} `
  const plain = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => SPELLINGS[letter] ?? letter)
    .replace(OTHER_DIGITS, toAsciiDigit)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return ` ${plain} `
}

/** The same for what most names and pages are made of, many times faster. */
function normalizeAscii(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
}

const ASCII = /^[\u0000-\u007f]*$/u

/** Letters that Unicode does not decompose, and Persian ones that stand for Arabic ones. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'e',
  ک: 'ك',
  ی: 'ي',
  ى: 'ي',
  ة: 'ه',
}
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'gu')

/** The first digit of each script that is used beside languages of the lexicon. */
const ZEROS = ['٠', '۰', '०', '০', '๐']
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯๐-๙]/gu

function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZEROS.map((first) => first.codePointAt(0) ?? 0).find(
    (it) => code >= it && code < it + 10,
  )
  return String(code - (zero ?? code))
}
