import { describe, expect, it } from 'vitest'
import type { Algorithm, OtpParameters } from '@/utils/core/account'
import { utf8 } from '@/utils/core/bytes'
import { encodeBase32 } from '@/utils/core/otp/base32'
import { generateCode, generateTimedCode, timeStepAt } from '@/utils/core/otp/generateCode'
import { referenceHotp } from './referenceHotp'

const SEED = '12345678901234567890'

// RFC 4226 appendix D: count, truncated decimal, code.
const HOTP_VECTORS = [
  [0, '1284755224', '755224'],
  [1, '1094287082', '287082'],
  [2, '0137359152', '359152'],
  [3, '1726969429', '969429'],
  [4, '1640338314', '338314'],
  [5, '0868254676', '254676'],
  [6, '1918287922', '287922'],
  [7, '0082162583', '162583'],
  [8, '0673399871', '399871'],
  [9, '0645520489', '520489'],
] as const

// RFC 6238 appendix B: seconds, then the codes of SHA1, SHA256 and SHA512.
const TOTP_VECTORS = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const

const SEED_BYTES = { SHA1: 20, SHA256: 32, SHA512: 64 } as const

function seedFor(algorithm: Algorithm): string {
  return SEED.repeat(4).slice(0, SEED_BYTES[algorithm])
}

function parameters(change: Partial<OtpParameters> = {}): OtpParameters {
  const algorithm = change.algorithm ?? 'SHA1'
  return {
    type: 'totp',
    secret: encodeBase32(utf8(seedFor(algorithm))),
    algorithm,
    digits: 6,
    periodSeconds: 30,
    counter: 0,
    ...change,
  }
}

describe('generateCode', () => {
  it.each(HOTP_VECTORS)('gives the code of RFC 4226 for count %i', (count, _decimal, code) => {
    expect(generateCode(parameters({ type: 'hotp' }), count)).toBe(code)
  })

  it.each(HOTP_VECTORS)('truncates as RFC 4226 does for count %i', (count, decimal) => {
    expect(generateCode(parameters({ type: 'hotp', digits: 10 }), count)).toBe(decimal)
  })

  it.each(
    TOTP_VECTORS.flatMap(([seconds, sha1, sha256, sha512]) => [
      { seconds, algorithm: 'SHA1' as const, code: sha1 },
      { seconds, algorithm: 'SHA256' as const, code: sha256 },
      { seconds, algorithm: 'SHA512' as const, code: sha512 },
    ]),
  )('gives the code of RFC 6238 at $seconds s with $algorithm', ({ seconds, algorithm, code }) => {
    const account = parameters({ algorithm, digits: 8 })
    expect(generateTimedCode(account, seconds * 1000).code).toBe(code)
  })

  it.each([4, 5, 6, 7, 8, 9, 10])('keeps leading zeros with %i digits', (digits) => {
    for (let count = 0; count < 50; count++) {
      const code = generateCode(parameters({ type: 'hotp', digits }), count)
      expect(code).toBe(referenceHotp(utf8(SEED), 'SHA1', count, digits))
      expect(code).toHaveLength(digits)
    }
  })

  it.each([2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 1, Number.MAX_SAFE_INTEGER])(
    'counts in 64 bits: factor %i',
    (factor) => {
      expect(generateCode(parameters({ type: 'hotp' }), factor)).toBe(
        referenceHotp(utf8(SEED), 'SHA1', factor, 6),
      )
    },
  )

  it.each([1, 10, 63, 64, 65, 128, 129, 256])('takes a secret of %i bytes', (length) => {
    const bytes = new Uint8Array(length).map((_, at) => (at * 37 + 11) & 255)
    for (const algorithm of ['SHA1', 'SHA256', 'SHA512'] as const) {
      const account = parameters({ type: 'hotp', algorithm, secret: encodeBase32(bytes) })
      expect(generateCode(account, 7)).toBe(referenceHotp(bytes, algorithm, 7, 6))
    }
  })

  it('throws on a secret that was not checked', () => {
    expect(() => generateCode(parameters({ secret: 'not base32!' }), 0)).toThrow(/not checked/u)
  })

  it('does not say the secret when it throws', () => {
    expect(() => generateCode(parameters({ secret: 'CANARY!' }), 0)).not.toThrow(/CANARY/u)
  })
})

describe('generateTimedCode', () => {
  it.each([1, 15, 30, 45, 60, 90, 86_400])('changes exactly on the boundary of %i s', (period) => {
    const account = parameters({ periodSeconds: period })
    const boundary = 1_700_000_000_000 - (1_700_000_000_000 % (period * 1000))
    const before = generateTimedCode(account, boundary - 1)
    const at = generateTimedCode(account, boundary)
    expect(before.validUntil).toBe(boundary)
    expect(at.validFrom).toBe(boundary)
    expect(at.validUntil).toBe(boundary + period * 1000)
    expect(at.code).toBe(before.next)
    expect(at.code).toBe(referenceHotp(utf8(SEED), 'SHA1', Math.floor(boundary / 1000 / period), 6))
    expect(generateTimedCode(account, at.validUntil - 1)).toEqual(at)
  })

  it('starts with step 0 at the epoch', () => {
    expect(generateTimedCode(parameters(), 0)).toEqual({
      code: '755224',
      next: '287082',
      validFrom: 0,
      validUntil: 30_000,
    })
  })
})

describe('timeStepAt', () => {
  it.each([
    [0, 30, 0],
    [29_999, 30, 0],
    [30_000, 30, 1],
    [30_000.5, 30, 1],
    [59_999.999, 30, 1],
    [44_999, 45, 0],
    [45_000, 45, 1],
    [999, 1, 0],
    [1000, 1, 1],
    [86_399_999, 86_400, 0],
    [86_400_000, 86_400, 1],
  ])('counts whole periods: %d ms of %i s is step %i', (now, period, step) => {
    expect(timeStepAt(now, period)).toBe(step)
  })
})
