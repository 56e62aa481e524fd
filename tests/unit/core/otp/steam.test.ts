import { describe, expect, it } from 'vitest'
import type { OtpParameters } from '@/utils/core/account'
import { utf8 } from '@/utils/core/bytes'
import { encodeBase32 } from '@/utils/core/otp/base32'
import { generateCode, generateTimedCode } from '@/utils/core/otp/generateCode'
import { referenceSteamCode } from './referenceHotp'

const SECRETS = ['12345678901234567890', 'made-up steam secret', 'x']

function steam(secret: string): OtpParameters {
  return {
    type: 'steam',
    secret: encodeBase32(utf8(secret)),
    algorithm: 'SHA1',
    digits: 5,
    periodSeconds: 30,
    counter: 0,
  }
}

describe('Steam Guard codes', () => {
  it.each(SECRETS)('equal an independent reference: %s', (secret) => {
    for (let step = 0; step < 200; step++) {
      expect(generateCode(steam(secret), step)).toBe(referenceSteamCode(utf8(secret), step))
    }
  })

  it('are five letters without vowels and look-alikes', () => {
    for (let step = 50_000_000; step < 50_000_200; step++) {
      expect(generateCode(steam('letters'), step)).toMatch(/^[2-9BCDFGHJKMNPQRTVWXY]{5}$/u)
    }
  })

  it('change every thirty seconds', () => {
    const moment = 1_700_000_010_000
    const { code, next, validUntil } = generateTimedCode(steam('time'), moment)
    expect(validUntil).toBe(1_700_000_040_000)
    expect(code).toBe(referenceSteamCode(utf8('time'), 56_666_667))
    expect(next).toBe(referenceSteamCode(utf8('time'), 56_666_668))
  })
})
