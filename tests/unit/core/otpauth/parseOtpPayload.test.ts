import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOtpPayload } from '@/utils/core/otpauth/parseOtpPayload'
import { anyText } from '../../../support/anyText'

describe('parseOtpPayload', () => {
  it('reads a link with spaces around it', () => {
    expect(parseOtpPayload('\n otpauth://totp/me?secret=MZXW6 ')).toMatchObject({ ok: true })
  })

  it('reads what iOS makes of a link, and the links of Steam keys', () => {
    const link = 'totp/Acme:me?secret=MZXW6'
    expect(parseOtpPayload(`apple-otpauth://${link}`)).toEqual(parseOtpPayload(`otpauth://${link}`))
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(parseOtpPayload(`steam://${secret}`)).toMatchObject({
      ok: true,
      value: { type: 'steam', secret, issuer: 'Steam', digits: 5 },
    })
  })

  it.each([
    ['otpauth:totp', 'not-otpauth'],
    ['otpauth://totp/me', 'secret-missing'],
  ])('refuses %s as %s and repeats nothing of it', (text, code) => {
    expect(parseOtpPayload(text)).toEqual({ ok: false, code })
  })

  it.each([
    ['', 'text'],
    ['https://evil.example/otpauth://totp/me?secret=MZXW6', 'url'],
    ['javascript:alert(1)', 'text'],
    ['WIFI:S:home;T:WPA;P:hunter2;;', 'wifi'],
    ['JBSWY3DPEHPK3PXP', 'key'],
    ['steam://run/440', 'text'],
    ['steam://validatemyfilesandgames', 'text'],
    ['otpauthx://totp/me?secret=MZXW6', 'text'],
  ])('says of "%s" no more than its kind, %s', (text, kind) => {
    expect(parseOtpPayload(text)).toEqual({ ok: false, code: 'other-code', detail: { kind } })
  })

  it('never throws on arbitrary text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(typeof parseOtpPayload(text).ok).toBe('boolean')
      }),
    )
  })
})
