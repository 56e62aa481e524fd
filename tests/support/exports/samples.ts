import { type Buffer } from 'node:buffer'
import { utf8, type Bytes } from '../../../utils/core/bytes'
import { encodeBase32 } from '../../../utils/core/otp/base32'

/** An account as the writers of other apps' formats get it. Every secret is made up. */
export interface Sample {
  readonly type: 'totp' | 'hotp' | 'steam'
  readonly issuer: string
  readonly account: string
  readonly secret: string
  readonly algorithm: 'SHA1' | 'SHA256' | 'SHA512'
  readonly digits: number
  readonly periodSeconds: number
  readonly counter: number
}

const secretOf = (text: string) => encodeBase32(utf8(text))
const USUAL = { type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 } as const

export const USUAL_SAMPLE: Sample = {
  ...USUAL,
  issuer: 'Lantern Mail',
  account: 'sari@example.org',
  secret: secretOf('made-up-lantern-key1'),
}
export const LONG_SAMPLE: Sample = {
  ...USUAL,
  issuer: 'Dompet',
  account: 'nur+kerja',
  secret: secretOf('made-up-dompet-secret-of-32-byte'),
  algorithm: 'SHA256',
  digits: 8,
  periodSeconds: 60,
}
export const COUNTER_SAMPLE: Sample = {
  ...USUAL,
  type: 'hotp',
  issuer: 'Old Bank',
  account: 'ketut',
  secret: secretOf('made-up-bank'),
  algorithm: 'SHA512',
  digits: 7,
  counter: 4_300_000_000,
}
export const STEAM_SAMPLE: Sample = {
  ...USUAL,
  type: 'steam',
  issuer: 'Steam',
  account: 'gamer',
  secret: secretOf('made-up-steam-secret'),
  digits: 5,
}
export const TIMED = [USUAL_SAMPLE, LONG_SAMPLE]
export const ALL_SAMPLES = [...TIMED, COUNTER_SAMPLE, STEAM_SAMPLE]

export const PASSWORD = 'kertas biru 7'

export function json(value: unknown): Bytes {
  return utf8(JSON.stringify(value))
}

/** Bytes of Node's own kind as the product's. */
export function bytesOf(buffer: Buffer | Uint8Array): Bytes {
  return new Uint8Array(buffer)
}
