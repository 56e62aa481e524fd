import type { AccountDraft } from '../account'
import { failure, type Result } from '../result'
import { describeQrText } from '../scan/describeQrText'
import { parseOtpauthUri, type OtpauthCode } from './parseOtpauthUri'

export type PayloadCode = OtpauthCode | 'migration-damaged' | 'other-code'

/**
 * Reads the text of one QR code or one pasted line. A text that has nothing to do with one-time codes
 * is refused as `other-code`; its content is neither followed nor repeated.
 */
export function parseOtpPayload(text: string): Result<AccountDraft, OtpauthCode | 'other-code'> {
  const payload = text.trim()
  if (/^otpauth:/iu.test(payload)) return parseOtpauthUri(payload)
  return failure('other-code', { kind: describeQrText(payload) })
}
