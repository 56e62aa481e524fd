import type { OtpParameters } from './account'

/** What makes the codes, as one text: accounts of which it is the same make the same codes. */
export function codeOf({ type, secret, algorithm, digits, periodSeconds }: OtpParameters): string {
  return JSON.stringify([type, secret, algorithm, digits, periodSeconds])
}
