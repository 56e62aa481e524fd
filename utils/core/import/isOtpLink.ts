/** Whether a text is one of the links that authenticators exchange. */
export function isOtpLink(text: string): boolean {
  return /^\s*(?:(?:apple-)?otpauth|otpauth-migration|steam|motp):\/\//iu.test(text)
}
