import { describe, expect, it } from 'vitest'
import type { FieldTraits } from '@/utils/core/detect/fieldTraits'
import { findCodeTargets } from '@/utils/core/detect/findCodeTargets'
import { makeBoxes, makeTraits } from './makeTraits'

const targetsOf = (...fields: readonly FieldTraits[]) =>
  findCodeTargets(fields).map((target) => target.fields)

const SINGLE: readonly (readonly [string, Partial<FieldTraits>])[] = [
  ['autocomplete=one-time-code', { autocomplete: 'one-time-code' }],
  ['one-time-code among other tokens', { autocomplete: 'section-login one-time-code' }],
  ['name=otp', { own: 'otp' }],
  ['id=totpCode', { own: 'totpCode' }],
  ['a label "Authentication code"', { own: 'Authentication code' }],
  [
    'a label "6-digit code" of a numeric field',
    { own: 'Enter the 6-digit code', inputMode: 'numeric' },
  ],
  ['a label "Kode OTP"', { own: 'Kode OTP' }],
  ['a label "Kode verifikasi"', { own: 'Masukkan kode verifikasi' }],
  ['a label "Kode autentikator"', { own: 'Kode Autentikator' }],
  [
    'name=code on a two-step page',
    { own: 'code', context: 'Two-step verification', inputMode: 'numeric', maxLength: 6 },
  ],
  [
    'name=kode under "Verifikasi dua langkah"',
    { own: 'kode', context: 'Verifikasi dua langkah', maxLength: 6 },
  ],
  ['name=token beside "authenticator app"', { own: 'token', near: 'Open your authenticator app' }],
  ['a nameless field beside "Kode OTP"', { near: 'Kode OTP', maxLength: 6 }],
  ['a hidden-typed code: type=password named otp', { own: 'otp', type: 'password' }],
]

const NOT: readonly (readonly [string, Partial<FieldTraits>])[] = [
  ['nothing said', {}],
  ['a user name', { own: 'username', autocomplete: 'username' }],
  ['an e-mail address', { own: 'email', autocomplete: 'email' }],
  [
    'an e-mail address on a two-step page',
    { own: 'email', autocomplete: 'email', context: 'two factor' },
  ],
  ['a password', { own: 'password', type: 'password' }],
  ['a password on a two-step page', { type: 'password', context: 'two factor authentication' }],
  ['a phone number', { own: 'phone', autocomplete: 'tel' }],
  ['a phone number for the code', { own: 'Phone number', near: 'We send a verification code' }],
  ['nomor ponsel', { own: 'Nomor ponsel', near: 'Kami kirim kode verifikasi' }],
  ['a country code', { own: 'country code', inputMode: 'numeric' }],
  ['a search', { own: 'search', context: 'Verification' }],
  ['cari', { own: 'cari kode', context: 'Verifikasi' }],
  ['a captcha', { own: 'captcha code', maxLength: 6 }],
  ['a captcha named in front', { own: 'code', near: 'Type the captcha', maxLength: 6 }],
  ['a recovery code', { own: 'recovery code', context: 'two factor authentication' }],
  ['a recovery code with one-time-code', { own: 'recovery_code', autocomplete: 'one-time-code' }],
  ['a backup code', { own: 'Backup code', context: 'Two-factor authentication' }],
  ['kode pemulihan', { own: 'Kode pemulihan', context: 'Autentikasi dua faktor' }],
  ['kode cadangan', { own: 'kode cadangan', autocomplete: 'one-time-code' }],
  ['a coupon', { own: 'coupon code' }],
  ['kode kupon', { own: 'kode kupon', maxLength: 8 }],
  ['a promo code', { own: 'promoCode', maxLength: 8 }],
  ['a voucher', { own: 'kode voucher' }],
  ['a gift card', { own: 'gift card code', inputMode: 'numeric' }],
  ['a discount code', { own: 'discount-code' }],
  ['a referral code', { own: 'referral code' }],
  ['an invite code', { own: 'invite code' }],
  ['a booking code', { own: 'kode booking', maxLength: 6 }],
  ['a tracking number', { own: 'nomor resi' }],
  ['a postal code', { own: 'postal code', autocomplete: 'postal-code', maxLength: 5 }],
  ['kode pos', { own: 'kode pos', inputMode: 'numeric', maxLength: 5 }],
  ['a zip', { own: 'zip', pattern: '[0-9]{5}' }],
  ['a card’s security code', { own: 'security code', autocomplete: 'cc-csc', maxLength: 4 }],
  ['cvv', { own: 'cvv', inputMode: 'numeric', maxLength: 3 }],
  ['a card number', { own: 'card number', autocomplete: 'cc-number', inputMode: 'numeric' }],
  ['nomor kartu', { own: 'Nomor kartu', inputMode: 'numeric' }],
  ['a sort code', { own: 'sort code', inputMode: 'numeric', maxLength: 6 }],
  ['an IBAN', { own: 'iban' }],
  ['a serial number', { own: 'serial code' }],
  ['a licence key', { own: 'license key code' }],
  ['a product key', { own: 'product key' }],
  ['a room code', { own: 'room code', maxLength: 6 }],
  ['a game pin', { own: 'game pin', inputMode: 'numeric' }],
  ['an ATM pin', { own: 'PIN ATM', inputMode: 'numeric', maxLength: 6 }],
  ['an API token', { own: 'api token' }],
  ['a bare pin', { own: 'pin', type: 'password' }],
  ['a bare code', { own: 'code' }],
  ['a bare kode', { own: 'kode' }],
  ['a code of three characters', { own: 'code', maxLength: 3, context: 'two factor' }],
  ['a word with otp in it', { own: 'laptop option' }],
  ['a number of pieces', { own: 'quantity', type: 'number' }],
  ['a year', { own: 'year', type: 'number', maxLength: 4 }],
  ['an amount', { own: 'jumlah', inputMode: 'numeric', maxLength: 8 }],
  ['a date', { own: 'tanggal', placeholder: '00/00/0000' }],
  ['a name on a two-step page', { own: 'device name', autocomplete: 'name', context: 'Two step' }],
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
    const weak = makeTraits({ own: 'verification code' })
    const strong = makeTraits({ own: 'otp', autocomplete: 'one-time-code' })
    expect(targetsOf(weak, makeTraits({ own: 'email' }), strong)).toEqual([[2], [0]])
  })

  it('says why it was found', () => {
    const [target] = findCodeTargets([makeTraits({ own: 'otp', inputMode: 'numeric' })])
    expect(target?.score.reasons).toEqual(['own:otp', 'numeric'])
  })
})

const OTP_PAGE = { context: 'Two-factor authentication', inputMode: 'numeric' }

describe('boxes', () => {
  it.each<[string, readonly FieldTraits[]]>([
    ['six with maxlength 1', makeBoxes(6, OTP_PAGE)],
    ['six without maxlength', makeBoxes(6, { ...OTP_PAGE, maxLength: -1 })],
    [
      'six on an Indonesian page',
      makeBoxes(6, { context: 'Masukkan kode OTP', inputMode: 'numeric' }),
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
  ])('are one target: %s', (_name, boxes) => {
    expect(targetsOf(...boxes)).toEqual([boxes.map((_box, at) => at)])
  })

  it('stand between other fields', () => {
    const email = makeTraits({ own: 'email', autocomplete: 'email' })
    expect(targetsOf(email, ...makeBoxes(6, OTP_PAGE), email)).toEqual([[1, 2, 3, 4, 5, 6]])
  })

  it('are found by the words on one of them', () => {
    const boxes = makeBoxes(6).map((box, at) => (at === 0 ? { ...box, own: 'Kode OTP' } : box))
    expect(targetsOf(...boxes)).toEqual([[0, 1, 2, 3, 4, 5]])
  })

  it.each<[string, readonly FieldTraits[]]>([
    ['without a word on the page', makeBoxes(6)],
    ['of a PIN pad', makeBoxes(6, { type: 'password', own: 'pin', inputMode: 'numeric' })],
    ['of a recovery code', makeBoxes(6, { ...OTP_PAGE, own: 'recovery code' })],
    ['of kode pemulihan', makeBoxes(6, { ...OTP_PAGE, own: 'kode pemulihan' })],
    ['of a coupon', makeBoxes(6, { own: 'coupon' })],
    ['of a game room', makeBoxes(4, { own: 'room code' })],
    ['of a product key', makeBoxes(5, { own: 'product key', maxLength: 5 })],
    ['too few', makeBoxes(3, OTP_PAGE)],
    ['too many', makeBoxes(9, OTP_PAGE)],
    ['too wide', makeBoxes(6, { ...OTP_PAGE, width: 120 })],
    ['of two characters each', makeBoxes(6, { ...OTP_PAGE, maxLength: 2 })],
    ['below each other', makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, top: 100 + at * 50 }))],
    ['upon each other', makeBoxes(6, { ...OTP_PAGE, left: 100 })],
    [
      'of different widths',
      makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, width: 30 + at * 10 })),
    ],
    ['of different forms', makeBoxes(6, OTP_PAGE).map((box, at) => ({ ...box, form: at }))],
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
