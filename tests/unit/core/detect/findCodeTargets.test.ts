import { describe, expect, it } from 'vitest'
import type { FieldTraits } from '@/utils/core/detect/fieldTraits'
import { findCodeTargets } from '@/utils/core/detect/findCodeTargets'
import { makeBoxes, makeTraits } from './makeTraits'

const targetsOf = (...fields: readonly FieldTraits[]) =>
  findCodeTargets(fields).map((target) => target.fields)

const SINGLE: readonly (readonly [string, Partial<FieldTraits>])[] = [
  ['autocomplete=one-time-code', { autocomplete: 'one-time-code' }],
  ['one-time-code among other tokens', { autocomplete: 'section-login one-time-code' }],
  ['name=otp', { label: 'otp' }],
  ['id=totpCode', { label: 'totpCode' }],
  ['a label "Authentication code"', { label: 'Authentication code' }],
  [
    'a label "6-digit code" of a numeric field',
    { label: 'Enter the 6-digit code', inputMode: 'numeric' },
  ],
  ['a label "Kode OTP"', { label: 'Kode OTP' }],
  ['a label "Kode verifikasi"', { label: 'Masukkan kode verifikasi' }],
  ['a label "Kode autentikator"', { label: 'Kode Autentikator' }],
  [
    'name=code on a two-step page',
    { label: 'code', page: 'Two-step verification', inputMode: 'numeric', maxLength: 6 },
  ],
  [
    'name=kode under "Verifikasi dua langkah"',
    { label: 'kode', page: 'Verifikasi dua langkah', maxLength: 6 },
  ],
  [
    'name=token beside "authenticator app"',
    { label: 'token', near: 'Open your authenticator app' },
  ],
  ['a nameless field beside "Kode OTP"', { near: 'Kode OTP', maxLength: 6 }],
  ['a hidden-typed code: type=password named otp', { label: 'otp', type: 'password' }],
]

const NOT: readonly (readonly [string, Partial<FieldTraits>])[] = [
  ['nothing said', {}],
  ['a user name', { label: 'username', autocomplete: 'username' }],
  ['an e-mail address', { label: 'email', autocomplete: 'email' }],
  [
    'an e-mail address on a two-step page',
    { label: 'email', autocomplete: 'email', page: 'two factor' },
  ],
  ['a password', { label: 'password', type: 'password' }],
  ['a password on a two-step page', { type: 'password', page: 'two factor authentication' }],
  ['a phone number', { label: 'phone', autocomplete: 'tel' }],
  ['a phone number for the code', { label: 'Phone number', near: 'We send a verification code' }],
  ['nomor ponsel', { label: 'Nomor ponsel', near: 'Kami kirim kode verifikasi' }],
  ['a country code', { label: 'country code', inputMode: 'numeric' }],
  ['a search', { label: 'search', page: 'Verification' }],
  ['cari', { label: 'cari kode', page: 'Verifikasi' }],
  ['a captcha', { label: 'captcha code', maxLength: 6 }],
  ['a captcha named in front', { label: 'code', near: 'Type the captcha', maxLength: 6 }],
  ['a recovery code', { label: 'recovery code', page: 'two factor authentication' }],
  ['a recovery code with one-time-code', { label: 'recovery_code', autocomplete: 'one-time-code' }],
  ['a backup code', { label: 'Backup code', page: 'Two-factor authentication' }],
  ['kode pemulihan', { label: 'Kode pemulihan', page: 'Autentikasi dua faktor' }],
  ['kode cadangan', { label: 'kode cadangan', autocomplete: 'one-time-code' }],
  ['a coupon', { label: 'coupon code' }],
  ['kode kupon', { label: 'kode kupon', maxLength: 8 }],
  ['a promo code', { label: 'promoCode', maxLength: 8 }],
  ['a voucher', { label: 'kode voucher' }],
  ['a gift card', { label: 'gift card code', inputMode: 'numeric' }],
  ['a discount code', { label: 'discount-code' }],
  ['a referral code', { label: 'referral code' }],
  ['an invite code', { label: 'invite code' }],
  ['a booking code', { label: 'kode booking', maxLength: 6 }],
  ['a tracking number', { label: 'nomor resi' }],
  ['a postal code', { label: 'postal code', autocomplete: 'postal-code', maxLength: 5 }],
  ['kode pos', { label: 'kode pos', inputMode: 'numeric', maxLength: 5 }],
  ['a zip', { label: 'zip', pattern: '[0-9]{5}' }],
  ['a card’s security code', { label: 'security code', autocomplete: 'cc-csc', maxLength: 4 }],
  ['cvv', { label: 'cvv', inputMode: 'numeric', maxLength: 3 }],
  ['a card number', { label: 'card number', autocomplete: 'cc-number', inputMode: 'numeric' }],
  ['nomor kartu', { label: 'Nomor kartu', inputMode: 'numeric' }],
  ['a sort code', { label: 'sort code', inputMode: 'numeric', maxLength: 6 }],
  ['an IBAN', { label: 'iban' }],
  ['a serial number', { label: 'serial code' }],
  ['a licence key', { label: 'license key code' }],
  ['a product key', { label: 'product key' }],
  ['a room code', { label: 'room code', maxLength: 6 }],
  ['a game pin', { label: 'game pin', inputMode: 'numeric' }],
  ['an ATM pin', { label: 'PIN ATM', inputMode: 'numeric', maxLength: 6 }],
  ['an API token', { label: 'api token' }],
  ['a bare pin', { label: 'pin', type: 'password' }],
  ['a bare code', { label: 'code' }],
  ['a bare kode', { label: 'kode' }],
  ['a code of three characters', { label: 'code', maxLength: 3, page: 'two factor' }],
  ['a word with otp in it', { label: 'laptop option' }],
  ['a number of pieces', { label: 'quantity', type: 'number' }],
  ['a year', { label: 'year', type: 'number', maxLength: 4 }],
  ['an amount', { label: 'jumlah', inputMode: 'numeric', maxLength: 8 }],
  ['a date', { label: 'tanggal', placeholder: '00/00/0000' }],
  ['a name on a two-step page', { label: 'device name', autocomplete: 'name', page: 'Two step' }],
]

describe('a single field', () => {
  it.each(SINGLE)('is found by %s', (_name, traits) => {
    expect(targetsOf(makeTraits(traits))).toEqual([[0]])
  })

  it.each(NOT)('is not found: %s', (_name, traits) => {
    expect(targetsOf(makeTraits(traits))).toEqual([])
  })

  it('is refused by more words than it is found by', () => {
    expect(NOT.length).toBeGreaterThan(2 * SINGLE.length)
  })

  it('comes before a weaker one', () => {
    const weak = makeTraits({ label: 'verification code' })
    const strong = makeTraits({ label: 'otp', autocomplete: 'one-time-code' })
    expect(targetsOf(weak, makeTraits({ label: 'email' }), strong)).toEqual([[2], [0]])
  })

  it('says why it was found', () => {
    const [target] = findCodeTargets([makeTraits({ label: 'otp', inputMode: 'numeric' })])
    expect(target?.score.reasons).toEqual(['one-time-own:otp*', 'numeric', 'alone'])
  })
})

const OTP_PAGE = { page: 'Two-factor authentication', inputMode: 'numeric' }

describe('boxes', () => {
  it.each<[string, readonly FieldTraits[]]>([
    ['six with maxlength 1', makeBoxes(6, OTP_PAGE)],
    ['six without maxlength', makeBoxes(6, { ...OTP_PAGE, maxLength: -1 })],
    [
      'six on an Indonesian page',
      makeBoxes(6, { page: 'Masukkan kode OTP', inputMode: 'numeric' }),
    ],
    ['six with one-time-code', makeBoxes(6, { autocomplete: 'one-time-code' })],
    ['eight', makeBoxes(8, OTP_PAGE)],
    ['seven', makeBoxes(7, OTP_PAGE)],
    ['five', makeBoxes(5, OTP_PAGE)],
    ['four', makeBoxes(4, OTP_PAGE)],
    [
      'six whose first takes a paste',
      makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, maxLength: at === 0 ? 6 : 1 })),
    ],
    [
      'six that are not quite alike',
      makeBoxes(6, OTP_PAGE).map((box, at) => ({
        ...box,
        width: 40 + (at % 2),
        top: 100 + (at % 3),
      })),
    ],
    [
      'six from right to left',
      makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, left: 600 - at * 50 })),
    ],
    ['six of type number', makeBoxes(6, { ...OTP_PAGE, type: 'number' })],
    ['six, alone on a page without a word', makeBoxes(6)],
  ])('are one target: %s', (_name, boxes) => {
    expect(targetsOf(...boxes)).toEqual([boxes.map((_box, at) => at)])
  })

  it('stand between other fields', () => {
    const email = makeTraits({ label: 'email', autocomplete: 'email' })
    expect(targetsOf(email, ...makeBoxes(6, OTP_PAGE), email)).toEqual([[1, 2, 3, 4, 5, 6]])
  })

  it('are found by the words on one of them', () => {
    const boxes = makeBoxes(6).map((box, at) => (at === 0 ? { ...box, label: 'Kode OTP' } : box))
    expect(targetsOf(...boxes)).toEqual([[0, 1, 2, 3, 4, 5]])
  })

  it.each<[string, readonly FieldTraits[]]>([
    ['four without a word on the page', makeBoxes(4)],
    ['of a PIN pad', makeBoxes(6, { type: 'password', label: 'pin', inputMode: 'numeric' })],
    ['of a recovery code', makeBoxes(6, { ...OTP_PAGE, label: 'recovery code' })],
    ['of kode pemulihan', makeBoxes(6, { ...OTP_PAGE, label: 'kode pemulihan' })],
    ['of a coupon', makeBoxes(6, { label: 'coupon' })],
    ['of a game room', makeBoxes(4, { label: 'room code' })],
    ['of a product key', makeBoxes(5, { label: 'product key', maxLength: 5 })],
    ['too few', makeBoxes(3, OTP_PAGE)],
    ['too many', makeBoxes(9, OTP_PAGE)],
    ['too wide', makeBoxes(6, { ...OTP_PAGE, width: 120, maxLength: -1 })],
    ['of two characters each', makeBoxes(6, { ...OTP_PAGE, maxLength: 2 })],
    ['below each other', makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, top: 100 + at * 50 }))],
    ['upon each other', makeBoxes(6, { ...OTP_PAGE, left: 100 })],
    [
      'of different widths',
      makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, width: 30 + at * 10 })),
    ],
    ['of different forms', makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, formId: at }))],
    [
      'of different types',
      makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, type: at % 2 ? 'text' : 'tel' })),
    ],
    ['that are not laid out', makeBoxes(6, { ...OTP_PAGE, width: 0 })],
    ['of a puzzle', [0, 1, 2].flatMap((row) => makeBoxes(6, { ...OTP_PAGE, top: 100 + row * 50 }))],
  ])('are none: %s', (_name, boxes) => {
    expect(targetsOf(...boxes)).toEqual([])
  })
})

describe('no field', () => {
  it('is no target', () => {
    expect(findCodeTargets([])).toEqual([])
  })
})
