import type { AccountDraft } from '../account'
import { codeOf } from '../codeOf'
import { checkParameters } from '../otp/checkParameters'
import { parseOtpPayload, type PayloadCode } from '../otpauth/parseOtpPayload'
import { isMigration, readMigration } from '../otpauth/readMigration'
import { failure, success, type Failure, type Result } from '../result'
import type { Finding, ScanOrigin } from './finding'

/** A draft with every place that it was found at. */
export interface FoundDraft {
  readonly draft: AccountDraft
  readonly origins: readonly ScanOrigin[]
  /** Only an export told of it: the page that shows one is not where its accounts are used. */
  readonly isExported: boolean
}

/** Why something was not read; an entry of an export has a name. */
export type Refusal = Failure<PayloadCode> & { readonly name?: string }

export interface Merged {
  readonly found: readonly FoundDraft[]
  readonly refusals: readonly Refusal[]
}

interface Found extends FoundDraft {
  readonly origins: ScanOrigin[]
  isExported: boolean
}

/**
 * Reads what was found and makes one draft of what means the same: a code and a link with one text, and
 * a key that stands beside its code. A key alone takes its issuer from the page.
 */
export function mergeFindings(findings: readonly Finding[], issuer: string): Merged {
  const byAccount = new Map<string, Found>()
  const bySecret = new Map<string, Found>()
  const refusals: Refusal[] = []
  const known = new Set<string>()

  function take(draft: AccountDraft, origin: ScanOrigin, isExported: boolean): void {
    const key = JSON.stringify([codeOf(draft), draft.issuer, draft.account])
    const same = origin.kind === 'key' ? bySecret.get(draft.secret) : byAccount.get(key)
    if (!same) {
      const found = { draft, origins: [origin], isExported }
      byAccount.set(key, found)
      if (!bySecret.has(draft.secret)) bySecret.set(draft.secret, found)
      return
    }
    same.isExported &&= isExported
    if (!same.origins.some((other) => isSameOrigin(other, origin))) same.origins.push(origin)
  }

  // Keys last: only then it is known which of them a code has told already.
  const ordered = [...findings].sort((a, b) => rankOf(a) - rankOf(b))
  for (const { text, origin } of ordered) {
    const isExported = isMigration(text)
    const entries = isExported
      ? readExport(text)
      : [origin.kind === 'key' ? readKey(text, issuer) : parseOtpPayload(text)]
    const isKnown = known.has(text)
    for (const entry of entries) {
      if (entry.ok) take(entry.value, origin, isExported)
      else if (origin.kind !== 'key' && !isKnown) refusals.push(entry)
    }
    known.add(text)
  }
  return { found: [...byAccount.values()], refusals }
}

function rankOf({ origin }: Finding): number {
  return origin.kind === 'key' ? 1 : 0
}

function readExport(text: string): readonly (Result<AccountDraft, PayloadCode> | Refusal)[] {
  const migration = readMigration(text)
  if (!migration.ok || migration.value.entries.length === 0) {
    return [failure('migration-damaged')]
  }
  return migration.value.entries.map((entry) => {
    if (entry.ok) return entry
    const { issuer, account, ...refusal } = entry
    const name = [issuer, account].filter((it) => it !== '').join(' · ')
    return name === '' ? refusal : { ...refusal, name }
  })
}

function readKey(text: string, issuer: string): Result<AccountDraft, PayloadCode> {
  const parameters = checkParameters({ type: 'totp', secret: text })
  return parameters.ok ? success({ ...parameters.value, issuer, account: '' }) : parameters
}

function isSameOrigin(a: ScanOrigin, b: ScanOrigin): boolean {
  return a.kind === b.kind && a.place === b.place
}
