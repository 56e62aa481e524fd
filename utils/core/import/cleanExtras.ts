import { cleanName } from '../otpauth/cleanText'

export const MAX_NOTE_CHARACTERS = 10_000
export const MAX_TAGS = 32

const INVISIBLE = /(?!\n)[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu

/** A note as it may be shown and stored; its lines stay. */
export function cleanNote(text: string): { readonly text: string; readonly isShortened: boolean } {
  const clean = text.replaceAll(/\r\n?/gu, '\n').replaceAll(INVISIBLE, '').normalize('NFC').trim()
  return {
    text: clean.slice(0, MAX_NOTE_CHARACTERS),
    isShortened: clean.length > MAX_NOTE_CHARACTERS,
  }
}

/** Tags by their names, each once, in the order given. */
export function cleanTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map(cleanName))].filter((tag) => tag !== '').slice(0, MAX_TAGS)
}
