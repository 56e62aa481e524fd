import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeText } from '@/utils/core/detect/normalizeText'
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
    ['DOĞRULAMA', ' dogrulama '],
    ['doğrulamadı', ' dogrulamadi '],
    ['Größe', ' grosse '],
    ['کد ۶ رقمی', ' كد 6 رقمي '],
    ['二要素', ' 二要素 '],
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
