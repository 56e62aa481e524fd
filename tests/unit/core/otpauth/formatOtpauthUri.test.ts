import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALGORITHMS, type AccountDraft } from '@/utils/core/account'
import { encodeBase32 } from '@/utils/core/otp/base32'
import { cleanName, MAX_NAME_CODE_POINTS } from '@/utils/core/otpauth/cleanText'
import { formatOtpauthUri } from '@/utils/core/otpauth/formatOtpauthUri'
import { parseOtpauthUri } from '@/utils/core/otpauth/parseOtpauthUri'
import { anyText } from '../../../support/anyText'

const DRAFT: AccountDraft = {
  type: 'totp',
  secret: 'JBSWY3DPEHPK3PXP',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  counter: 0,
  issuer: 'Acme Co',
  account: 'me+tag@example.id',
}

describe('formatOtpauthUri', () => {
  it.each<[string, Partial<AccountDraft>, string]>([
    [
      'every parameter of a totp account',
      {},
      'otpauth://totp/Acme%20Co:me%2Btag%40example.id?secret=JBSWY3DPEHPK3PXP&issuer=Acme%20Co&algorithm=SHA1&digits=6&period=30',
    ],
    [
      'the counter of a hotp account and no period',
      { type: 'hotp', counter: 7, algorithm: 'SHA512', digits: 8 },
      'otpauth://hotp/Acme%20Co:me%2Btag%40example.id?secret=JBSWY3DPEHPK3PXP&issuer=Acme%20Co&algorithm=SHA512&digits=8&counter=7',
    ],
    [
      'no issuer when there is none',
      { issuer: '', account: 'me' },
      'otpauth://totp/me?secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30',
    ],
  ])('writes %s', (_name, change, uri) => {
    expect(formatOtpauthUri({ ...DRAFT, ...change })).toBe(uri)
  })

  it.each<[string, string]>([
    ['', 'a:b'],
    ['', ':'],
    ['A:B', 'c:d'],
    ['A', ''],
    ['null', 'null'],
    ['A', 'A:b'],
    ['100%', '50%41'],
    ['a+b', 'c d'],
    ['#?&=/', '/?#&='],
    ['İstanbul', 'me'],
  ])('is read back as issuer %j and account %j', (issuer, account) => {
    const draft = { ...DRAFT, issuer, account }
    expect(parseOtpauthUri(formatOtpauthUri(draft))).toEqual({ ok: true, value: draft })
  })

  it('is read back with the longest names', () => {
    const [issuer, account] = ['x', 'y'].map((letter) => letter.repeat(MAX_NAME_CODE_POINTS))
    const draft = { ...DRAFT, issuer: issuer ?? '', account: account ?? '' }
    expect(parseOtpauthUri(formatOtpauthUri(draft))).toEqual({ ok: true, value: draft })
  })

  it('is read back as the same draft', { timeout: 60_000 }, () => {
    const name = fc.oneof(
      anyText(40),
      fc.string({ unit: fc.constantFrom(':', '%', '+', '#', '&', 'a', ' '), maxLength: 8 }),
    )
    const drafts = fc
      .record({
        type: fc.constantFrom('totp' as const, 'hotp' as const, 'steam' as const),
        secret: fc.uint8Array({ minLength: 1, maxLength: 40 }),
        algorithm: fc.constantFrom(...ALGORITHMS),
        digits: fc.integer({ min: 4, max: 10 }),
        periodSeconds: fc.integer({ min: 1, max: 86_400 }),
        counter: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 }),
        issuer: name,
        account: name,
      })
      .map(asDraft)
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(parseOtpauthUri(formatOtpauthUri(draft))).toEqual({ ok: true, value: draft })
      }),
      { numRuns: 10_000 },
    )
  })
})

/** What the parsers and forms can produce: clean names, and the constants of each type. */
function asDraft(raw: Omit<AccountDraft, 'secret'> & { secret: Uint8Array }): AccountDraft {
  const base = {
    ...raw,
    secret: encodeBase32(Uint8Array.from(raw.secret)),
    issuer: cleanName(raw.issuer),
    account: cleanName(raw.account),
  }
  switch (raw.type) {
    case 'totp':
      return { ...base, counter: 0 }
    case 'hotp':
      return { ...base, periodSeconds: 30 }
    case 'steam':
      return { ...base, algorithm: 'SHA1', digits: 5, periodSeconds: 30, counter: 0 }
  }
}
