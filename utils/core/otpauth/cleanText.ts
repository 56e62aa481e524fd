export const MAX_NAME_CODE_POINTS = 512

// Control characters, halves of characters, bidirectional controls, zero-width characters, fillers and
// tags have no place in a name: they can make one account look like another.
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu

/** A text as it may be shown and stored: NFC, no invisible characters, single spaces. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** The same for a name, bounded. */
export function cleanName(text: string): string {
  return [...cleanText(text)].slice(0, MAX_NAME_CODE_POINTS).join('').trim()
}
