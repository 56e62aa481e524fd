export const MAX_NAME_CODE_POINTS = 512

// Control characters, halves of characters, bidirectional controls, zero-width characters, fillers and
// tags have no place in a name: they can make one account look like another.
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu

// Joiners spell words in these scripts, and make one picture of several. Between other letters they are
// nothing that anybody sees.
const SCRIPTS = `Arabic Syriac Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada
  Malayalam Sinhala Khmer Myanmar Tibetan`
const LETTER = `(?:(?=[\\p{L}\\p{M}])[${SCRIPTS.split(/\s+/u)
  .map((script) => `\\p{scx=${script}}`)
  .join('')}])`
const PICTURE = '\\p{Extended_Pictographic}'
const JOINS = [
  `(?<=${LETTER})[\\u200c\\u200d](?=${LETTER})`,
  `(?<=[${PICTURE}\\p{Emoji_Modifier}])\\u200d(?=${PICTURE})`,
]
const IDLE_JOINER = new RegExp(`(?!${JOINS.join('|')})[\\u200c\\u200d]`, 'gu')

/** A text as it may be shown and stored: NFC, no invisible characters, single spaces. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
    .normalize('NFC')
    .replace(/[\s\u2800]+/gu, ' ')
    .trim()
}

/** The same for a name, bounded. */
export function cleanName(text: string): string {
  const clean = cleanText(text)
  const points = [...clean]
  return points.length <= MAX_NAME_CODE_POINTS
    ? clean
    : cleanText(points.slice(0, MAX_NAME_CODE_POINTS).join(''))
}
