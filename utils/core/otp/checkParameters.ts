import { ALGORITHMS, OTP_TYPES, type Algorithm, type OtpParameters, type OtpType } from '../account'
import { failure, success, type Result } from '../result'
import { decodeBase32, encodeBase32, findBadBase32Character, normalizeBase32 } from './base32'

export const MIN_DIGITS = 4
export const MAX_DIGITS = 10
export const MAX_PERIOD_SECONDS = 86_400
export const MAX_SECRET_BYTES = 256
export const DEFAULT_DIGITS = 6
export const DEFAULT_PERIOD_SECONDS = 30
export const STEAM_DIGITS = 5

export type ParameterCode =
  | 'type-unknown'
  | 'secret-missing'
  | 'secret-not-base32'
  | 'secret-too-long'
  | 'algorithm-unknown'
  | 'digits-out-of-range'
  | 'period-out-of-range'
  | 'counter-out-of-range'

/** The parameters as they were printed, pasted or typed; absent ones take the format's defaults. */
export interface RawParameters {
  readonly type: string
  readonly secret: string
  readonly algorithm?: string | undefined
  readonly digits?: string | undefined
  readonly period?: string | undefined
  readonly counter?: string | undefined
}

/**
 * Turns raw parameters into ones that a code can be made from, or says by code what is wrong. An
 * unknown value is refused and never replaced by a default: a wrong default makes wrong codes.
 */
export function checkParameters(raw: RawParameters): Result<OtpParameters, ParameterCode> {
  const type = OTP_TYPES.find((known) => known === raw.type.toLowerCase())
  if (!type) return failure('type-unknown')
  const secret = checkSecret(raw.secret)
  if (!secret.ok) return secret
  const algorithm = type === 'steam' ? 'SHA1' : readAlgorithm(raw.algorithm)
  if (!algorithm) return failure('algorithm-unknown')
  const digits = readDigits(type, raw.digits)
  if (digits === undefined) {
    return failure('digits-out-of-range', { min: MIN_DIGITS, max: MAX_DIGITS })
  }
  const periodSeconds = readPeriod(type, raw.period)
  if (periodSeconds === undefined) {
    return failure('period-out-of-range', { min: 1, max: MAX_PERIOD_SECONDS })
  }
  const counter = type === 'hotp' ? readInteger(raw.counter, 0, Number.MAX_SAFE_INTEGER - 1, 0) : 0
  if (counter === undefined) return failure('counter-out-of-range')
  return success({ type, secret: secret.value, algorithm, digits, periodSeconds, counter })
}

/**
 * Cleans a base32 secret; the failure names the first character that does not belong. Leftover bits go,
 * so that equal secrets are equal texts and strict readers take what is exported.
 */
export function checkSecret(
  text: string,
): Result<string, 'secret-missing' | 'secret-not-base32' | 'secret-too-long'> {
  const secret = normalizeBase32(text)
  if (secret === '') return failure('secret-missing')
  const bytes = decodeBase32(secret)
  if (!bytes) {
    return failure('secret-not-base32', { character: findBadBase32Character(text) ?? '' })
  }
  if (bytes.length === 0) return failure('secret-missing')
  if (bytes.length > MAX_SECRET_BYTES) return failure('secret-too-long', { max: MAX_SECRET_BYTES })
  return success(encodeBase32(bytes))
}

/** Reads the spellings that real issuers use: SHA-256, sha256, HmacSHA256, Algorithm.sha256. */
function readAlgorithm(text: string | undefined): Algorithm | undefined {
  if (isAbsent(text)) return 'SHA1'
  const name = text
    .toUpperCase()
    .replace(/^(?:ALGORITHM\.|HMAC[-_]?)/u, '')
    .replace(/[-_]/gu, '')
  return ALGORITHMS.find((known) => known === name)
}

function readDigits(type: OtpType, text: string | undefined): number | undefined {
  if (type === 'steam') return STEAM_DIGITS
  return readInteger(text, MIN_DIGITS, MAX_DIGITS, DEFAULT_DIGITS)
}

function readPeriod(type: OtpType, text: string | undefined): number | undefined {
  if (type !== 'totp') return DEFAULT_PERIOD_SECONDS
  return readInteger(text, 1, MAX_PERIOD_SECONDS, DEFAULT_PERIOD_SECONDS)
}

function readInteger(
  text: string | undefined,
  min: number,
  max: number,
  fallback: number,
): number | undefined {
  if (isAbsent(text)) return fallback
  if (!/^\d{1,16}$/u.test(text.trim())) return undefined
  const value = Number(text)
  return value >= min && value <= max ? value : undefined
}

/** Some exporters write the word null where they mean nothing. */
function isAbsent(text: string | undefined): text is undefined | '' | 'null' {
  return text === undefined || text.trim() === '' || text === 'null'
}
