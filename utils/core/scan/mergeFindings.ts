import type { AccountDraft } from '../account'
import { checkParameters } from '../otp/checkParameters'
import { parseOtpPayload, type PayloadCode } from '../otpauth/parseOtpPayload'
import { success, type Failure, type Result } from '../result'
import type { Finding, ScanOrigin } from './finding'

/** A draft with every place that it was found at. */
export interface FoundDraft {
  readonly draft: AccountDraft
  readonly origins: readonly ScanOrigin[]
}

export interface Merged {
  readonly found: readonly FoundDraft[]
  readonly refusals: readonly Failure<PayloadCode>[]
}

/**
 * Reads what was found and makes one draft of what means the same: a code and a link with one text, and
 * a key that stands beside its code. A key alone takes its issuer from the page.
 */
export function mergeFindings(findings: readonly Finding[], issuer: string): Merged {
  const found: { draft: AccountDraft; origins: ScanOrigin[] }[] = []
  const refusals: Failure<PayloadCode>[] = []
  const refused = new Set<string>()
  // Keys last: only then it is known which of them a code has told already.
  const ordered = [...findings].sort((a, b) => rankOf(a) - rankOf(b))
  for (const { text, origin } of ordered) {
    const read = origin.kind === 'key' ? readKey(text, issuer) : parseOtpPayload(text)
    if (!read.ok) {
      if (origin.kind !== 'key' && !refused.has(text)) refusals.push(read)
      refused.add(text)
      continue
    }
    const draft = read.value
    const same = found.find((other) =>
      origin.kind === 'key' ? other.draft.secret === draft.secret : isSame(other.draft, draft),
    )
    if (!same) found.push({ draft, origins: [origin] })
    else if (!same.origins.some((other) => isSameOrigin(other, origin))) same.origins.push(origin)
  }
  return { found, refusals }
}

function rankOf({ origin }: Finding): number {
  return origin.kind === 'key' ? 1 : 0
}

function readKey(text: string, issuer: string): Result<AccountDraft, PayloadCode> {
  const parameters = checkParameters({ type: 'totp', secret: text })
  return parameters.ok ? success({ ...parameters.value, issuer, account: '' }) : parameters
}

function isSame(a: AccountDraft, b: AccountDraft): boolean {
  return (
    a.secret === b.secret &&
    a.type === b.type &&
    a.algorithm === b.algorithm &&
    a.digits === b.digits &&
    a.periodSeconds === b.periodSeconds &&
    a.issuer === b.issuer &&
    a.account === b.account
  )
}

function isSameOrigin(a: ScanOrigin, b: ScanOrigin): boolean {
  return a.kind === b.kind && a.place === b.place
}
