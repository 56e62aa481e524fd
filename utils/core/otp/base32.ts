import type { Bytes } from '../bytes'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * Base32 of RFC 4648 section 6, upper case and without padding: the form the Key URI format asks for.
 */
export function encodeBase32(bytes: Bytes): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET.charAt((buffer >>> bits) & 31)
    }
    buffer &= (1 << bits) - 1
  }
  if (bits > 0) text += ALPHABET.charAt((buffer << (5 - bits)) & 31)
  return text
}

/**
 * Decodes base32 leniently, as services print it: any case, spaces and hyphens between groups, any
 * padding, any length (leftover bits are dropped). `undefined` when a character is not base32.
 */
export function decodeBase32(text: string): Bytes | undefined {
  const clean = normalizeBase32(text)
  const bytes = new Uint8Array(Math.floor((clean.length * 5) / 8))
  let buffer = 0
  let bits = 0
  let at = 0
  for (const character of clean) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return undefined
    buffer = (buffer << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >>> bits) & 255
    }
    buffer &= (1 << bits) - 1
  }
  return bytes
}

// `Key: …`, `Kunci rahasia: …`: what stands before a key where it was copied from. A key has no colon.
const LABEL =
  /^[\s\p{L}()-]{0,40}(?:key|secret|kunci|rahasia|code|kode|clave|clé|schlüssel|chiave|chave|ключ|密钥|キー)[\s\p{L}()-]{0,40}:/iu

/** Removes what people and services put before, between and behind the characters of a key. */
export function normalizeBase32(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(LABEL, '')
      .replace(/[\s\u200b-\u200d\u2060\ufeff\-_.]/gu, '')
      .replace(/(?:=|%3D)+$/iu, '')
      // Only ASCII: 'ß' and 'ı' would become letters that nobody typed.
      .replace(/[a-z]+/gu, (letters) => letters.toUpperCase())
  )
}

/** The first character of a key that base32 does not know, for a message that names it. */
export function findBadBase32Character(text: string): string | undefined {
  for (const character of normalizeBase32(text)) {
    if (!ALPHABET.includes(character)) return character
  }
  return undefined
}
