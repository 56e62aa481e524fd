import * as v from 'valibot'
import { encodeBase32 } from '../otp/base32'
import type { RawEntry } from './readEntry'
import { label, printed, signedBytes } from './schemas'

/** A token as every version of FreeOTP and FreeOTP+ writes it. `…Alt` is what the person made of a name. */
export const freeotpToken = v.object({
  type: v.nullish(v.string()),
  algo: printed,
  counter: printed,
  digits: printed,
  period: printed,
  issuerExt: label,
  issuerInt: label,
  issuerAlt: label,
  label: label,
  labelAlt: label,
  secret: signedBytes,
})

export function toRawToken(token: v.InferOutput<typeof freeotpToken>): RawEntry {
  return {
    type: token.type ?? 'totp',
    issuer: token.issuerAlt || token.issuerExt || token.issuerInt,
    account: token.labelAlt || token.label,
    secret: encodeBase32(token.secret),
    algorithm: token.algo,
    digits: token.digits,
    period: token.period,
    counter: token.counter,
  }
}
