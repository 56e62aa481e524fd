import type { RandomBytes } from '../crypto/aead'
import english from './lists/suggest-en.txt?raw'
import indonesian from './lists/suggest-id.txt?raw'
import { readWords } from './readWords'

/** Where a guess costs as much as here, 64 random bits are out of reach. */
const MIN_BITS = 64

const ENGLISH = readWords(english)
const INDONESIAN = readWords(indonesian)

/** Words drawn at random, Indonesian ones for `id` and else English ones, as many as make at least 64 bits. */
export function suggestPassphrase(language: string, randomBytes: RandomBytes): string {
  const words = language === 'id' ? INDONESIAN : ENGLISH
  const count = Math.ceil(MIN_BITS / Math.log2(words.length))
  return Array.from({ length: count }, () => words[drawIndex(words.length, randomBytes)]).join('-')
}

/** A number below `size` (at most 65 536), each as likely as the other. */
export function drawIndex(size: number, randomBytes: RandomBytes): number {
  // What does not divide evenly is drawn again: a remainder would favour the first words.
  const limit = 65_536 - (65_536 % size)
  for (;;) {
    const [high = 0, low = 0] = randomBytes(2)
    const drawn = high * 256 + low
    if (drawn < limit) return drawn % size
  }
}
