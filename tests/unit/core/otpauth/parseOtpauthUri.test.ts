import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountDraft } from '@/utils/core/account'
import { MAX_URI_CHARACTERS, parseOtpauthUri } from '@/utils/core/otpauth/parseOtpauthUri'
import { anyText } from '../../../support/anyText'

const SECRET = 'JBSWY3DPEHPK3PXP'
const S = `secret=${SECRET}`

function draft(change: Partial<AccountDraft> = {}): AccountDraft {
  return {
    type: 'totp',
    secret: SECRET,
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    counter: 0,
    issuer: '',
    account: '',
    ...change,
  }
}

const hotp = (change: Partial<AccountDraft> = {}) => draft({ type: 'hotp', ...change })
const steam = (change: Partial<AccountDraft> = {}) => draft({ type: 'steam', digits: 5, ...change })
const acme = { issuer: 'Acme', account: 'me' }

const GOOD: readonly (readonly [string, string, AccountDraft])[] = [
  // Labels
  ['a label alone', `otpauth://totp/me?${S}`, draft({ account: 'me' })],
  ['no label', `otpauth://totp?${S}`, draft()],
  ['an empty label', `otpauth://totp/?${S}&issuer=Acme`, draft({ issuer: 'Acme' })],
  ['a prefix', `otpauth://totp/Acme:me?${S}`, draft(acme)],
  ['a prefix with a space', `otpauth://totp/Acme:%20me?${S}`, draft(acme)],
  ['an escaped colon', `otpauth://totp/Acme%3Ame?${S}&issuer=Acme`, draft(acme)],
  ['an escaped lower-case colon', `otpauth://totp/Acme%3ame?${S}`, draft(acme)],
  ['an empty prefix', `otpauth://totp/:me?${S}`, draft({ account: 'me' })],
  ['an empty account', `otpauth://totp/Acme:?${S}`, draft({ issuer: 'Acme' })],
  ['an issuer without prefix', `otpauth://totp/me?${S}&issuer=Acme`, draft(acme)],
  ['issuer equal to the prefix', `otpauth://totp/Acme:me?${S}&issuer=Acme`, draft(acme)],
  ['issuer in another case', `otpauth://totp/ACME:me?${S}&issuer=Acme`, draft(acme)],
  ['issuer other than the prefix', `otpauth://totp/Old:me?${S}&issuer=Acme`, draft(acme)],
  ['an empty issuer parameter', `otpauth://totp/Acme:me?${S}&issuer=`, draft(acme)],
  ['an issuer key without value', `otpauth://totp/Acme:me?${S}&issuer&period=30`, draft(acme)],
  ['issuer=null', `otpauth://totp/Acme:me?${S}&issuer=null`, draft(acme)],
  [
    'an issuer with a colon',
    `otpauth://totp/A%3AB:me?${S}&issuer=A%3AB`,
    draft({ issuer: 'A:B', account: 'me' }),
  ],
  [
    'an account with a colon',
    `otpauth://totp/Acme:a%3Ab?${S}&issuer=Acme`,
    draft({ issuer: 'Acme', account: 'a:b' }),
  ],
  [
    'an unescaped # in the label',
    `otpauth://totp/Acc !@#444?${S}`,
    draft({ account: 'Acc !@#444' }),
  ],
  [
    'a raw space in the label',
    `otpauth://totp/Air Canada:me you?${S}`,
    draft({ issuer: 'Air Canada', account: 'me you' }),
  ],
  [
    '+ in the issuer as a space',
    `otpauth://totp/me?${S}&issuer=Air+Canada`,
    draft({ issuer: 'Air Canada', account: 'me' }),
  ],
  [
    '%2B in the issuer as a plus',
    `otpauth://totp/me?${S}&issuer=A%2BB`,
    draft({ issuer: 'A+B', account: 'me' }),
  ],
  [
    '+ in the label as it stands',
    `otpauth://totp/me+tag@x.id?${S}`,
    draft({ account: 'me+tag@x.id' }),
  ],
  [
    'a slash in the label',
    `otpauth://totp/Acme/eu:me?${S}`,
    draft({ issuer: 'Acme/eu', account: 'me' }),
  ],
  [
    'a lone % in the label',
    `otpauth://totp/100%:me?${S}`,
    draft({ issuer: '100%', account: 'me' }),
  ],
  [
    'a lone % in the issuer',
    `otpauth://totp/me?${S}&issuer=100%`,
    draft({ issuer: '100%', account: 'me' }),
  ],
  [
    'other scripts',
    `otpauth://totp/%E9%93%B6%E8%A1%8C:me?${S}`,
    draft({ issuer: '银行', account: 'me' }),
  ],
  [
    'decomposed letters',
    `otpauth://totp/me?${S}&issuer=Cafe%CC%81`,
    draft({ issuer: 'Café', account: 'me' }),
  ],
  ['an emoji', `otpauth://totp/%F0%9F%98%80:me?${S}`, draft({ issuer: '😀', account: 'me' })],
  [
    'a second question mark',
    `otpauth://totp/me?${S}&issuer=who?`,
    draft({ issuer: 'who?', account: 'me' }),
  ],
  // What may hide in names
  ['bidi overrides', `otpauth://totp/%E2%80%AEAcme%E2%80%AC:me?${S}`, draft(acme)],
  ['bidi isolates', `otpauth://totp/%E2%81%A6Acme%E2%81%A9:me?${S}`, draft(acme)],
  ['zero-width characters', `otpauth://totp/Ac%E2%80%8Bme:m%EF%BB%BFe?${S}`, draft(acme)],
  ['control characters', `otpauth://totp/Ac%00me:m%07e?${S}`, draft(acme)],
  ['invisible tag characters', `otpauth://totp/Acme%F3%A0%81%A1:me?${S}`, draft(acme)],
  [
    'runs of spaces',
    `otpauth://totp/me?${S}&issuer=%20Air%20%20%C2%A0Asia%20`,
    draft({ issuer: 'Air Asia', account: 'me' }),
  ],
  // Parameters
  ['upper-case scheme and type', `OTPAUTH://TOTP/me?${S}`, draft({ account: 'me' })],
  [
    'upper-case keys',
    `otpauth://totp/me?SECRET=${SECRET}&ISSUER=Acme&DIGITS=8`,
    draft({ ...acme, digits: 8 }),
  ],
  ['spaces around the link', `  otpauth://totp/me?${S}\r\n`, draft({ account: 'me' })],
  [
    'a lower-case secret with spaces',
    `otpauth://totp/me?secret=jbsw+y3dp%20ehpk-3pxp`,
    draft({ account: 'me' }),
  ],
  [
    'a padded secret',
    `otpauth://totp/me?secret=MZXW6%3D%3D%3D`,
    draft({ account: 'me', secret: 'MZXW6' }),
  ],
  [
    'unescaped padding',
    `otpauth://totp/me?secret=MZXW6===`,
    draft({ account: 'me', secret: 'MZXW6' }),
  ],
  [
    'sha256',
    `otpauth://totp/me?${S}&algorithm=sha256`,
    draft({ account: 'me', algorithm: 'SHA256' }),
  ],
  [
    'SHA-512',
    `otpauth://totp/me?${S}&algorithm=SHA-512`,
    draft({ account: 'me', algorithm: 'SHA512' }),
  ],
  [
    'HmacSHA512',
    `otpauth://totp/me?${S}&algorithm=HmacSHA512`,
    draft({ account: 'me', algorithm: 'SHA512' }),
  ],
  ['Algorithm.sha1', `otpauth://totp/me?${S}&algorithm=Algorithm.sha1`, draft({ account: 'me' })],
  [
    'null parameters',
    `otpauth://totp/me?${S}&algorithm=null&digits=null&period=null`,
    draft({ account: 'me' }),
  ],
  ['4 digits', `otpauth://totp/me?${S}&digits=4`, draft({ account: 'me', digits: 4 })],
  ['9 digits', `otpauth://totp/me?${S}&digits=9`, draft({ account: 'me', digits: 9 })],
  [
    'a period of 1 s',
    `otpauth://totp/me?${S}&period=1`,
    draft({ account: 'me', periodSeconds: 1 }),
  ],
  [
    'a period of 90 s',
    `otpauth://totp/me?${S}&period=90`,
    draft({ account: 'me', periodSeconds: 90 }),
  ],
  [
    'a period of a day',
    `otpauth://totp/me?${S}&period=86400`,
    draft({ account: 'me', periodSeconds: 86_400 }),
  ],
  [
    'unknown parameters',
    `otpauth://totp/me?${S}&image=https%3A%2F%2Fx.id%2Fa.png&codeDisplay=%7B%7D`,
    draft({ account: 'me' }),
  ],
  [
    'repeated parameters: the first counts',
    `otpauth://totp/me?${S}&secret=MZXW6&digits=8&digits=6`,
    draft({ account: 'me', digits: 8 }),
  ],
  [
    'prototype names as parameters',
    `otpauth://totp/me?${S}&__proto__=x&constructor=y&toString=z`,
    draft({ account: 'me' }),
  ],
  ['empty pairs', `otpauth://totp/me?&&${S}&&=x&`, draft({ account: 'me' })],
  ['hotp', `otpauth://hotp/me?${S}&counter=42`, hotp({ account: 'me', counter: 42 })],
  ['hotp without counter', `otpauth://hotp/me?${S}`, hotp({ account: 'me' })],
  [
    'hotp with a period that it does not use',
    `otpauth://hotp/me?${S}&counter=0&period=0`,
    hotp({ account: 'me' }),
  ],
  [
    'totp with a counter that it does not use',
    `otpauth://totp/me?${S}&counter=-1`,
    draft({ account: 'me' }),
  ],
  // Steam
  [
    'steam',
    `otpauth://steam/Steam:me?${S}&issuer=Steam`,
    steam({ issuer: 'Steam', account: 'me' }),
  ],
  ['steamtotp', `otpauth://steamtotp/me?${S}&digits=5`, steam({ account: 'me' })],
  [
    'encoder=steam',
    `otpauth://totp/Steam:me?${S}&encoder=steam`,
    steam({ issuer: 'Steam', account: 'me' }),
  ],
  ['algorithm=Steam', `otpauth://totp/me?${S}&algorithm=Steam`, steam({ account: 'me' })],
]

const BAD: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'not-otpauth'],
  ['the scheme alone', 'otpauth:', 'not-otpauth'],
  ['one slash', `otpauth:/totp/me?${S}`, 'not-otpauth'],
  ['a script', `javascript:alert(1)//otpauth://totp/me?${S}`, 'not-otpauth'],
  ['a data URL', `data:text/html,otpauth://totp/me?${S}`, 'not-otpauth'],
  ['a web page', `https://x.id/otpauth://totp/me?${S}`, 'not-otpauth'],
  ['a link that contains one', `see otpauth://totp/me?${S}`, 'not-otpauth'],
  ['another scheme', `steam://${SECRET}`, 'not-otpauth'],
  ['a Google export', 'otpauth-migration://offline?data=abcd', 'not-otpauth'],
  ['a look-alike scheme', `otpаuth://totp/me?${S}`, 'not-otpauth'],
  ['too long a link', `otpauth://totp/${'x'.repeat(MAX_URI_CHARACTERS)}?${S}`, 'uri-too-long'],
  ['no type', `otpauth:///me?${S}`, 'type-unknown'],
  ['only slashes', 'otpauth://', 'type-unknown'],
  ['an unknown type', `otpauth://motp/me?${S}`, 'type-unknown'],
  ['Yandex', `otpauth://yaotp/me?${S}&pin_length=8`, 'type-unknown'],
  ['a prototype name as type', `otpauth://constructor/me?${S}`, 'type-unknown'],
  ['a user in the type', `otpauth://a@totp/me?${S}`, 'type-unknown'],
  ['a port in the type', `otpauth://totp:1/me?${S}`, 'type-unknown'],
  ['an unknown type marked as steam', `otpauth://banana/me?${S}&encoder=steam`, 'type-unknown'],
  [
    'an unknown type with steam as algorithm',
    `otpauth://yaotp/me?${S}&algorithm=steam`,
    'type-unknown',
  ],
  ['no secret', 'otpauth://totp/me?issuer=Acme', 'secret-missing'],
  ['no query', 'otpauth://totp/me', 'secret-missing'],
  ['an empty secret', 'otpauth://totp/me?secret=', 'secret-missing'],
  ['a secret key without value', 'otpauth://totp/me?secret&issuer=Acme', 'secret-missing'],
  ['a secret of padding', 'otpauth://totp/me?secret====', 'secret-missing'],
  ['a secret of one character', 'otpauth://totp/me?secret=A', 'secret-missing'],
  ['the word null as secret', 'otpauth://totp/me?secret=null', 'secret-missing'],
  ['a secret behind a fragment', `otpauth://totp/me#?x&#${S}`, 'secret-missing'],
  ['an empty secret before a good one', `otpauth://totp/me?secret=&${S}`, 'secret-missing'],
  ['a secret with 1 and 8', 'otpauth://totp/me?secret=1234ABC8', 'secret-not-base32'],
  ['a hex secret', 'otpauth://totp/me?secret=48656c6c6f21deadbeef', 'secret-not-base32'],
  ['a base64 secret', 'otpauth://totp/me?secret=SGVsbG8/', 'secret-not-base32'],
  ['a secret of other letters', 'otpauth://totp/me?secret=ABCDé', 'secret-not-base32'],
  ['a secret with a broken escape', 'otpauth://totp/me?secret=ABCD%', 'secret-not-base32'],
  ['too long a secret', `otpauth://totp/me?secret=${'A'.repeat(420)}`, 'secret-too-long'],
  ['MD5', `otpauth://totp/me?${S}&algorithm=MD5`, 'algorithm-unknown'],
  ['SHA224', `otpauth://totp/me?${S}&algorithm=SHA224`, 'algorithm-unknown'],
  ['SHA3-256', `otpauth://totp/me?${S}&algorithm=SHA3-256`, 'algorithm-unknown'],
  ['an algorithm by number', `otpauth://totp/me?${S}&algorithm=1`, 'algorithm-unknown'],
  [
    'a counted account marked as steam',
    `otpauth://hotp/me?${S}&algorithm=steam`,
    'algorithm-unknown',
  ],
  ['3 digits', `otpauth://totp/me?${S}&digits=3`, 'digits-out-of-range'],
  ['11 digits', `otpauth://totp/me?${S}&digits=11`, 'digits-out-of-range'],
  ['digits in words', `otpauth://totp/me?${S}&digits=six`, 'digits-out-of-range'],
  ['digits with a fraction', `otpauth://totp/me?${S}&digits=6.5`, 'digits-out-of-range'],
  ['digits in hex', `otpauth://totp/me?${S}&digits=0x6`, 'digits-out-of-range'],
  ['NaN digits', `otpauth://totp/me?${S}&digits=NaN`, 'digits-out-of-range'],
  ['a period of 0', `otpauth://totp/me?${S}&period=0`, 'period-out-of-range'],
  ['a negative period', `otpauth://totp/me?${S}&period=-30`, 'period-out-of-range'],
  ['a period of more than a day', `otpauth://totp/me?${S}&period=86401`, 'period-out-of-range'],
  ['an endless period', `otpauth://totp/me?${S}&period=1e400`, 'period-out-of-range'],
  ['a period with a fragment', `otpauth://totp/me?${S}&period=30#x`, 'period-out-of-range'],
  ['a negative counter', `otpauth://hotp/me?${S}&counter=-1`, 'counter-out-of-range'],
  ['a counter in words', `otpauth://hotp/me?${S}&counter=one`, 'counter-out-of-range'],
  [
    'a counter beyond safe integers',
    `otpauth://hotp/me?${S}&counter=9007199254740993`,
    'counter-out-of-range',
  ],
  [
    'a 64-bit counter',
    `otpauth://hotp/me?${S}&counter=18446744073709551615`,
    'counter-out-of-range',
  ],
]

describe('parseOtpauthUri', () => {
  it.each(GOOD)('reads %s', (_name, uri, value) => {
    expect(parseOtpauthUri(uri)).toEqual({ ok: true, value })
  })

  it.each(BAD)('refuses %s', (_name, uri, code) => {
    expect(parseOtpauthUri(uri)).toMatchObject({ ok: false, code })
  })

  it.each(BAD)('keeps the content to itself when it refuses %s', (_name, uri, code) => {
    const result = parseOtpauthUri(uri)
    if (result.ok) throw new Error(`expected ${code}`)
    expect(JSON.stringify(result)).not.toContain(SECRET)
  })

  it('never throws on arbitrary text', () => {
    const pieces = fc.constantFrom(
      '?',
      '&',
      '=',
      '%',
      ':',
      '/',
      '#',
      '%3A',
      'secret=',
      'issuer=',
      S,
    )
    const broken = fc.array(fc.oneof(anyText(), pieces), { maxLength: 12 })
    fc.assert(
      fc.property(broken, (parts) => {
        expect(typeof parseOtpauthUri(`otpauth://totp/${parts.join('')}`).ok).toBe('boolean')
        expect(typeof parseOtpauthUri(parts.join('')).ok).toBe('boolean')
      }),
      { numRuns: 2000 },
    )
  })
})
