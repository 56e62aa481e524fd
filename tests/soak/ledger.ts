import { TOTP } from 'otpauth'
import type { AppState } from '../../utils/protocol/views.ts'

/** One account as the ledger expects it; the trash keeps those that were deleted. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly secret: string
  readonly pinned: boolean
  readonly sites: readonly string[]
  readonly deleted: boolean
}

/** What the vault should hold: kept outside the browser, and changed only by acknowledged commands. */
export interface Ledger {
  readonly entries: readonly Entry[]
  readonly passphrase: string
  /** Absent when it was renewed and the answer never arrived. */
  readonly recoveryCode: string | undefined
  readonly isRecoveryConfirmed: boolean
}

export function emptyLedger(passphrase: string, recoveryCode: string): Ledger {
  return { entries: [], passphrase, recoveryCode, isRecoveryConfirmed: false }
}

/** Where the open vault differs from a ledger; empty when it does not. */
export function compareWithLedger(state: AppState, ledger: Ledger): readonly string[] {
  const { entries, isRecoveryConfirmed } = ledger
  const living = new Map(entries.filter(({ deleted }) => !deleted).map((it) => [it.id, it]))
  const problems: string[] = []
  const seen = new Set<string>()
  for (const account of state.accounts) {
    const entry = living.get(account.id)
    if (seen.has(account.id)) problems.push(`${account.id} is there twice`)
    seen.add(account.id)
    if (!entry) problems.push(`${account.id} (${account.account}) should not be there`)
    else problems.push(...compareEntry(account, entry))
  }
  for (const { id, name } of living.values()) {
    if (!seen.has(id)) problems.push(`${id} (${name}) is lost`)
  }
  if (state.isRecoveryConfirmed !== isRecoveryConfirmed) {
    problems.push(`the recovery code counts as confirmed: ${String(state.isRecoveryConfirmed)}`)
  }
  return [...problems, ...compareCodes(state, living)]
}

function compareEntry(account: AppState['accounts'][number], entry: Entry): string[] {
  const found = JSON.stringify([account.account, account.pinned, account.sites])
  const expected = JSON.stringify([entry.name, entry.pinned, entry.sites])
  return found === expected ? [] : [`${entry.id} is ${found} and not ${expected}`]
}

/** A code tells whether the secret behind it is the one that was saved. */
function compareCodes({ codes }: AppState, living: ReadonlyMap<string, Entry>): string[] {
  return codes.flatMap(({ accountId, code, validUntil }) => {
    const entry = living.get(accountId)
    if (!entry || validUntil === undefined) return []
    const expected = new TOTP({ secret: entry.secret }).generate({ timestamp: validUntil - 1 })
    return code === expected ? [] : [`${accountId} has another secret`]
  })
}
