import { describe, expect, it } from 'vitest'
import { checkParameters, checkSecret, MAX_SECRET_BYTES } from '@/utils/core/otp/checkParameters'
import { encodeBase32 } from '@/utils/core/otp/base32'

const SECRET = 'JBSWY3DPEHPK3PXP'
const GOOD = { type: 'totp', secret: SECRET } as const

describe('checkParameters', () => {
  it('takes the defaults of the Key URI format for what is absent', () => {
    expect(checkParameters(GOOD)).toEqual({
      ok: true,
      value: {
        type: 'totp',
        secret: SECRET,
        algorithm: 'SHA1',
        digits: 6,
        periodSeconds: 30,
        counter: 0,
      },
    })
  })

  it.each([
    ['sha1', 'SHA1'],
    ['SHA-1', 'SHA1'],
    ['sha256', 'SHA256'],
    ['SHA_256', 'SHA256'],
    ['HmacSHA256', 'SHA256'],
    ['HMAC-SHA-512', 'SHA512'],
    ['Algorithm.sha512', 'SHA512'],
    ['', 'SHA1'],
    ['null', 'SHA1'],
  ])('reads the algorithm %j', (algorithm, read) => {
    expect(checkParameters({ ...GOOD, algorithm })).toMatchObject({ value: { algorithm: read } })
  })

  it.each(['MD5', 'SHA224', 'SHA384', 'SHA3-256', 'SHA512/256', 'SHA', '1', '0', 'SHA1;', 'GOST'])(
    'refuses the algorithm %j and does not guess',
    (algorithm) => {
      expect(checkParameters({ ...GOOD, algorithm })).toEqual({
        ok: false,
        code: 'algorithm-unknown',
      })
    },
  )

  it.each(['', 'otp', 'TOTP2', 'motp', 'yaotp', 'constructor', '__proto__'])(
    'refuses the type %j',
    (type) => {
      expect(checkParameters({ ...GOOD, type })).toMatchObject({ code: 'type-unknown' })
    },
  )

  it.each([
    [{ digits: '3' }, 'digits-out-of-range'],
    [{ digits: '11' }, 'digits-out-of-range'],
    [{ digits: '0' }, 'digits-out-of-range'],
    [{ digits: '-6' }, 'digits-out-of-range'],
    [{ digits: '6.0' }, 'digits-out-of-range'],
    [{ digits: '0x6' }, 'digits-out-of-range'],
    [{ digits: '6e0' }, 'digits-out-of-range'],
    [{ digits: '٦' }, 'digits-out-of-range'],
    [{ digits: 'six' }, 'digits-out-of-range'],
    [{ period: '0' }, 'period-out-of-range'],
    [{ period: '86401' }, 'period-out-of-range'],
    [{ period: '-30' }, 'period-out-of-range'],
    [{ period: '30.5' }, 'period-out-of-range'],
    [{ period: 'Infinity' }, 'period-out-of-range'],
    [{ period: '99999999999999999' }, 'period-out-of-range'],
    [{ type: 'hotp', counter: '-1' }, 'counter-out-of-range'],
    [{ type: 'hotp', counter: '1.5' }, 'counter-out-of-range'],
    [{ type: 'hotp', counter: '9007199254740991' }, 'counter-out-of-range'],
    [{ type: 'hotp', counter: '18446744073709551615' }, 'counter-out-of-range'],
  ])('refuses %j', (change, code) => {
    expect(checkParameters({ ...GOOD, ...change })).toMatchObject({ ok: false, code })
  })

  it.each([
    [{ digits: '4' }, { digits: 4 }],
    [{ digits: ' 8 ' }, { digits: 8 }],
    [{ digits: '10' }, { digits: 10 }],
    [{ period: '1' }, { periodSeconds: 1 }],
    [{ period: '86400' }, { periodSeconds: 86_400 }],
    [{ type: 'HOTP', counter: '9007199254740990' }, { counter: Number.MAX_SAFE_INTEGER - 1 }],
    [{ type: 'hotp' }, { counter: 0, periodSeconds: 30 }],
    [{ type: 'totp', counter: '77' }, { counter: 0 }],
    [
      { type: 'Steam', digits: '6', period: '60', algorithm: 'SHA256' },
      { digits: 5, algorithm: 'SHA1', periodSeconds: 30 },
    ],
  ])('takes %j', (change, read) => {
    expect(checkParameters({ ...GOOD, ...change })).toMatchObject({ ok: true, value: read })
  })
})

describe('checkSecret', () => {
  it('cleans what people type', () => {
    expect(checkSecret(' jbsw y3dp-ehpk 3pxp ==')).toEqual({ ok: true, value: SECRET })
  })

  it.each([
    ['JBSWY3DPEHPK3PX', 'JBSWY3DPEHPK3PQ'],
    ['MZ', 'MY'],
    ['MZXW6YTBOIA', 'MZXW6YTBOI'],
  ])('writes %s as every other reader of the same bytes would', (text, canonical) => {
    expect(checkSecret(text)).toEqual({ ok: true, value: canonical })
  })

  it.each(['', '   ', '====', '-', '\u200b', 'A'])('finds no secret in %j', (text) => {
    expect(checkSecret(text)).toEqual({ ok: false, code: 'secret-missing' })
  })

  it('names the character that does not belong', () => {
    expect(checkSecret('JBSW 1PEH')).toEqual({
      ok: false,
      code: 'secret-not-base32',
      detail: { character: '1' },
    })
  })

  it('takes the longest secret and refuses a longer one', () => {
    const longest = encodeBase32(new Uint8Array(MAX_SECRET_BYTES).fill(1))
    expect(checkSecret(longest).ok).toBe(true)
    expect(checkSecret(encodeBase32(new Uint8Array(MAX_SECRET_BYTES + 1).fill(1)))).toMatchObject({
      code: 'secret-too-long',
    })
  })
})
