import { describe, expect, it } from 'vitest'
import { computeHotp, computeTotp, type Algorithm } from '../../demo/totp.ts'

const SEED = '12345678901234567890'

// RFC 6238 appendix B. The seed is repeated to the length of the hash (erratum 2866).
const TOTP_VECTORS: readonly (readonly [number, Algorithm, string])[] = [
  [59, 'SHA1', '94287082'],
  [59, 'SHA256', '46119246'],
  [59, 'SHA512', '90693936'],
  [1111111109, 'SHA1', '07081804'],
  [1111111109, 'SHA256', '68084774'],
  [1111111109, 'SHA512', '25091201'],
  [1111111111, 'SHA1', '14050471'],
  [1111111111, 'SHA256', '67062674'],
  [1111111111, 'SHA512', '99943326'],
  [1234567890, 'SHA1', '89005924'],
  [1234567890, 'SHA256', '91819424'],
  [1234567890, 'SHA512', '93441116'],
  [2000000000, 'SHA1', '69279037'],
  [2000000000, 'SHA256', '90698825'],
  [2000000000, 'SHA512', '38618901'],
  [20000000000, 'SHA1', '65353130'],
  [20000000000, 'SHA256', '77737706'],
  [20000000000, 'SHA512', '47863826'],
]

const SEED_LENGTHS = { SHA1: 20, SHA256: 32, SHA512: 64 } as const

describe('computeTotp', () => {
  it.each(TOTP_VECTORS)('at %i s with %s gives %s', (seconds, algorithm, code) => {
    const secret = Buffer.from(SEED.repeat(4).slice(0, SEED_LENGTHS[algorithm]))
    expect(computeTotp({ secret, algorithm, digits: 8 }, seconds * 1000, 30)).toBe(code)
  })
})

// RFC 4226 appendix D.
const HOTP_CODES = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
]

describe('computeHotp', () => {
  it.each(HOTP_CODES.map((code, counter) => ({ code, counter })))(
    'at counter $counter gives $code',
    ({ code, counter }) => {
      const shape = { secret: Buffer.from(SEED), algorithm: 'SHA1', digits: 6 } as const
      expect(computeHotp(shape, counter)).toBe(code)
    },
  )
})
