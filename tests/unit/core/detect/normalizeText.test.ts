import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTerm, normalizeText } from '@/utils/core/detect/normalizeText'
import { CONTEXT_TERMS, STRONG_TERMS, VETO_TERMS, WEAK_TERMS } from '@/utils/core/detect/vocabulary'
import { anyText } from '../../../support/anyText'

describe('normalizeText', () => {
  it.each([
    ['', '  '],
    ['OTP', ' otp '],
    ['otpCode', ' otp code '],
    ['one-time_code', ' one time code '],
    ['  Kode   OTP: ', ' kode otp '],
    ['Código', ' codigo '],
    ['ＯＴＰ', ' otp '],
    ['2FA', ' 2fa '],
    ['mfa[code]', ' mfa code '],
    ['\u200botp\u0000', ' otp '],
  ])('reads %j as %j', (text, normalized) => {
    expect(normalizeText(text)).toBe(normalized)
  })

  it('changes nothing more when done again, and never throws', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const once = normalizeText(text)
        expect(normalizeText(once)).toBe(once)
      }),
    )
  })
})

describe('findTerm', () => {
  it.each([
    ['otp', 'otp'],
    ['enter otp now', 'otp'],
    ['one time code', 'one time code'],
    ['totp', undefined],
    ['otpx', undefined],
    ['laptop', undefined],
    ['one time', undefined],
    ['', undefined],
  ])('finds whole words in %j: %j', (text, term) => {
    expect(findTerm(normalizeText(text), ['otp', 'one time code'])).toBe(term)
  })
})

describe('the vocabulary', () => {
  it.each([
    ['strong', STRONG_TERMS],
    ['weak', WEAK_TERMS],
    ['context', CONTEXT_TERMS],
    ['veto', VETO_TERMS],
  ])('is written normalised: %s terms', (_name, terms) => {
    for (const term of terms) expect(normalizeText(term)).toBe(` ${term} `)
  })

  it('calls nothing both a code and something else', () => {
    const vetoes = new Set<string>(VETO_TERMS)
    expect([...STRONG_TERMS, ...WEAK_TERMS].filter((term) => vetoes.has(term))).toEqual([])
  })
})
