import type { AccountDraft } from '../account'
import { checkParameters } from '../otp/checkParameters'
import { failure, success, type Result } from '../result'
import { describeQrText } from '../scan/describeQrText'
import { parseOtpauthUri, type OtpauthCode } from './parseOtpauthUri'

export type PayloadCode = OtpauthCode | 'migration-damaged' | 'other-code'

/**
 * Reads the text of one QR code or one pasted line. A text that has nothing to do with one-time codes
 * is refused as `other-code`; its content is neither followed nor repeated.
 */
export function parseOtpPayload(text: string): Result<AccountDraft, OtpauthCode | 'other-code'> {
  const payload = text.trim()
  if (/^(?:apple-)?otpauth:/iu.test(payload)) return parseOtpauthUri(payload)
  // As long as Steam's keys are: its own links (`steam://run/440`) start games.
  const steam = /^steam:\/\/([a-z2-7]{26,}=*)\/?$/iu.exec(payload)
  if (steam) return readSteam(steam[1] ?? '')
  return failure('other-code', { kind: describeQrText(payload) })
}

/** The key alone, as several authenticators write it. */
function readSteam(secret: string): Result<AccountDraft, OtpauthCode> {
  const parameters = checkParameters({ type: 'steam', secret })
  return parameters.ok ? success({ ...parameters.value, issuer: 'Steam', account: '' }) : parameters
}
