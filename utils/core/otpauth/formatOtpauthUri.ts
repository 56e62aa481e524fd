import type { AccountDraft } from '../account'

/**
 * The canonical `otpauth://` URI of an account (Key URI format): every parameter is written out, and
 * spaces are %20, since readers disagree on '+'.
 */
export function formatOtpauthUri(draft: AccountDraft): string {
  const { type, issuer, account, secret, algorithm, digits, periodSeconds, counter } = draft
  // An empty prefix keeps readers from taking the start of `a:b` for an issuer.
  const isBare = issuer === '' && !account.includes(':')
  const label = (isBare ? [account] : [issuer, account]).map(encodeURIComponent).join(':')
  const query = [
    `secret=${secret}`,
    ...(issuer === '' ? [] : [`issuer=${encodeURIComponent(issuer)}`]),
    `algorithm=${algorithm}`,
    `digits=${String(digits)}`,
    type === 'hotp' ? `counter=${String(counter)}` : `period=${String(periodSeconds)}`,
  ]
  return `otpauth://${type}/${label}?${query.join('&')}`
}
