import type { AccountExtras } from '../account'
import { fromBase64 } from '../bytes'
import { cleanName } from '../otpauth/cleanText'

export const MAX_NOTE_CHARACTERS = 10_000
export const MAX_TAGS = 32
/** More than an account keeps, so that too many are said to be too many. */
export const MAX_TYPED_TAGS = 5000

/** An icon as it is drawn anew here is far smaller. */
export const MAX_ICON_CHARACTERS = 40_000
const PNG = 'data:image/png;base64,'
const PNG_START = [0x89, 0x50, 0x4e, 0x47]

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
export function listTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map(cleanName))].filter((tag) => tag !== '')
}

/** As many of them as an account keeps. */
export function cleanTags(tags: readonly string[]): readonly string[] {
  return listTags(tags).slice(0, MAX_TAGS)
}

/** A small PNG as it is kept with an account, or nothing. */
function cleanIcon(icon: string): string | undefined {
  if (!icon.startsWith(PNG) || icon.length > MAX_ICON_CHARACTERS) return undefined
  const bytes = fromBase64(icon.slice(PNG.length))
  return bytes && PNG_START.every((byte, at) => bytes[at] === byte) ? icon : undefined
}

/** What an account carries beside its names, as it may be kept; what is not fit is left out. */
export function cleanExtras(extras: Perhaps<AccountExtras>): AccountExtras {
  const note = cleanNote(extras.note ?? '').text
  const tags = cleanTags(extras.tags ?? [])
  const icon = cleanIcon(extras.icon ?? '')
  return {
    ...(note === '' ? {} : { note }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(icon === undefined ? {} : { icon }),
  }
}

type Perhaps<T> = { readonly [Key in keyof T]?: T[Key] | undefined }
