import { describe, expect, it } from 'vitest'
import { estimateStrength } from '@/utils/core/passphrase/estimateStrength'
import english from '@/utils/core/passphrase/lists/suggest-en.txt?raw'
import indonesian from '@/utils/core/passphrase/lists/suggest-id.txt?raw'
import { readWords } from '@/utils/core/passphrase/readWords'
import { drawIndex, suggestPassphrase } from '@/utils/core/passphrase/suggestPassphrase'
import { createCountingBytes } from '../../../support/countingBytes'

const LISTS = { en: readWords(english), id: readWords(indonesian) }

describe.each(['en', 'id'] as const)('a suggestion in %s', (language) => {
  it('has at least 64 random bits', () => {
    const words = suggestPassphrase(language, createCountingBytes('bits')).split('-')
    expect(words.length * Math.log2(LISTS[language].length)).toBeGreaterThanOrEqual(64)
    for (const word of words) expect(LISTS[language]).toContain(word)
  })

  it('is strong by our own estimate, and another one each time', () => {
    const randomBytes = createCountingBytes('suggestion')
    const some = Array.from({ length: 8 }, () => suggestPassphrase(language, randomBytes))
    expect(new Set(some).size).toBe(8)
    expect(some.filter((words) => estimateStrength(words).level !== 'strong')).toEqual([])
  })

  it('comes from plain words, each once in its list', () => {
    const words = LISTS[language]
    expect(new Set(words).size).toBe(words.length)
    // The English list has four words with a hyphen of their own.
    expect(words.filter((word) => !/^[a-z]{3,9}(?:-[a-z]+)?$/u.test(word))).toEqual([])
  })
})

describe('drawing', () => {
  const from = (...values: number[]) => {
    const bytes = values.flatMap((value) => [value >> 8, value & 255])
    return (length: number) => Uint8Array.from(bytes.splice(0, length))
  }

  it.each([
    [0, 0],
    [1992, 1992],
    [1993, 0],
    [63_775, 1992], // 32 · 1993 − 1: the last that divides evenly
  ])('takes %i as %i of 1993', (drawn, index) => {
    expect(drawIndex(1993, from(drawn))).toBe(index)
  })

  it('draws again what would favour the first words', () => {
    expect(drawIndex(1993, from(63_776, 65_535, 7))).toBe(7)
  })

  it('reaches every one of few equally often', () => {
    const counts = [0, 0, 0]
    for (let value = 0; value < 65_535; value++) {
      const index = drawIndex(3, from(value, 0))
      counts[index] = (counts[index] ?? 0) + 1
    }
    expect(new Set(counts).size).toBe(1)
  })
})
