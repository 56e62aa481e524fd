import { HOTP, Secret } from 'otpauth'
import type { OtpParameters } from '../account'
import { decodeBase32 } from './base32'

// The alphabet of Steam Guard codes: no vowels and no look-alikes.
const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY'
const STEAM_CODE_LENGTH = 5

/** A time-based code and the one after it. Moments are epoch milliseconds; `validUntil` is exclusive. */
export interface TimedCode {
  readonly code: string
  readonly next: string
  readonly validFrom: number
  readonly validUntil: number
}

/**
 * The code for a moving factor (RFC 4226 section 5.3). For totp and steam the factor is the time
 * step, for hotp the counter. Expects parameters that passed `checkParameters`.
 */
export function generateCode(parameters: OtpParameters, factor: number): string {
  const secret = secretOf(parameters.secret)
  if (parameters.type === 'steam') return steamCode(secret, factor)
  const { algorithm, digits } = parameters
  return HOTP.generate({ secret, algorithm, digits, counter: factor })
}

/** The time step of RFC 6238 section 4.2 (T0 = 0): it changes exactly on the boundary. */
export function timeStepAt(now: number, periodSeconds: number): number {
  return Math.floor(now / (periodSeconds * 1000))
}

/** The code that is valid at `now` (epoch ms), and the one that follows. For totp and steam. */
export function generateTimedCode(parameters: OtpParameters, now: number): TimedCode {
  const step = timeStepAt(now, parameters.periodSeconds)
  const periodMs = parameters.periodSeconds * 1000
  return {
    code: generateCode(parameters, step),
    next: generateCode(parameters, step + 1),
    validFrom: step * periodMs,
    validUntil: (step + 1) * periodMs,
  }
}

function steamCode(secret: Secret, step: number): string {
  // Ten digits hold the whole 31-bit number of RFC 4226's truncation, which Steam writes in base 26.
  const decimal = HOTP.generate({ secret, algorithm: 'SHA1', digits: 10, counter: step })
  let rest = Number(decimal)
  let code = ''
  for (let at = 0; at < STEAM_CODE_LENGTH; at++) {
    code += STEAM_ALPHABET.charAt(rest % STEAM_ALPHABET.length)
    rest = Math.floor(rest / STEAM_ALPHABET.length)
  }
  return code
}

function secretOf(base32: string): Secret {
  const bytes = decodeBase32(base32)
  if (!bytes) throw new Error('secret is not base32: parameters were not checked')
  return new Secret({ buffer: bytes.buffer })
}
