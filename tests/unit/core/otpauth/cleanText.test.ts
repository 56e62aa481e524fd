import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, MAX_NAME_CODE_POINTS } from '@/utils/core/otpauth/cleanText'
import { anyText } from '../../../support/anyText'

describe('cleanName', () => {
  it.each([
    ['leaves a plain name', 'Acme Co', 'Acme Co'],
    ['trims', '  Acme\u00a0', 'Acme'],
    ['makes runs of spaces one', 'Acme \u3000 \u2003Co', 'Acme Co'],
    ['composes', 'Cafe\u0301', 'Café'],
    ['drops line ends', 'Ac\r\nme', 'Acme'],
    ['drops NUL and DEL', 'Ac\u0000m\u007fe', 'Acme'],
    ['drops bidi overrides', '\u202emocA\u202c', 'mocA'],
    ['drops bidi isolates and marks', '\u2066Ac\u200em\u200fe\u2069\u061c', 'Acme'],
    ['drops zero-width characters', 'A\u200bc\u200cm\u200de\u2060\ufeff', 'Acme'],
    ['drops soft hyphens', 'Ac\u00adme', 'Acme'],
    ['drops invisible tags', 'Acme\u{e0041}\u{e007f}', 'Acme'],
    ['drops blank fillers', 'Ac\u3164me\uffa0\u115f', 'Acme'],
    ['composes what a dropped character held apart', 'e\u200b\u0301', 'é'],
    ['drops lone surrogates', 'Ac\ud83dme\ude00', 'Acme'],
    ['keeps whole emoji', '😀 Acme', '😀 Acme'],
    ['keeps a family', '👨\u200d👩\u200d👧\u200d👦 Us', '👨\u200d👩\u200d👧\u200d👦 Us'],
    ['keeps a skin and a trade', '👩🏽\u200d💻', '👩🏽\u200d💻'],
    ['keeps how Persian is spelled', 'می\u200cروم', 'می\u200cروم'],
    ['keeps how Bengali is spelled', 'র\u200d্যাম', 'র\u200d্যাম'],
    ['keeps a joiner behind a virama', 'क्\u200dष', 'क्\u200dष'],
    ['drops joiners at an end', '\u200dمی\u200c \u200cب\u200d', 'می ب'],
    ['drops joiners in a row', 'می\u200c\u200c\u200dروم', 'میروم'],
    ['drops joiners between numbers and signs', '1\u200d2#\u200d*', '12#*'],
    ['drops joiners between two scripts', 'ب\u200dA\u200cব', 'بAব'],
    ['is empty of what is invisible', '\u200b\u200d\u2800\ufeff', ''],
    ['keeps combining marks of other scripts', 'ที่', 'ที่'],
    ['keeps markup as text', '<b onload=x>', '<b onload=x>'],
  ])('%s', (_name, text, clean) => {
    expect(cleanName(text)).toBe(clean)
  })

  it('bounds by code points and halves no character', () => {
    const clean = cleanName('😀'.repeat(MAX_NAME_CODE_POINTS + 10))
    expect([...clean]).toHaveLength(MAX_NAME_CODE_POINTS)
    expect(clean.isWellFormed()).toBe(true)
  })

  it('is clean after one pass and can always be put into a link', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const once = cleanName(text)
        expect(cleanName(once)).toBe(once)
        expect(encodeURIComponent(once)).toBeTypeOf('string')
      }),
      { numRuns: 2000 },
    )
  })
})
