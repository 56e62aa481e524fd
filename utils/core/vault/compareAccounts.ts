import type { Account } from '../account'
import { codeOf } from '../codeOf'

/** An account of a backup as seen from the vault. */
export interface ComparedAccount {
  readonly account: Account
  readonly standing: 'new' | 'same' | 'different'
  /** The account of the vault that it was compared with; absent where it is new. */
  readonly here?: Account
}

export interface Comparison {
  readonly rows: readonly ComparedAccount[]
  /** Accounts of the vault that the backup does not have. */
  readonly missing: readonly Account[]
}

/**
 * Finds for each account of a backup the one in the vault that it is: the one with its id, or else one
 * that makes the same codes. They are the same when every field is, moments aside.
 */
export function compareAccounts(backup: readonly Account[], vault: readonly Account[]): Comparison {
  const byId = new Map(vault.map((account) => [account.id, account]))
  const taken = new Set(backup.map(({ id }) => id).filter((id) => byId.has(id)))
  const byCode = new Map<string, Account[]>()
  for (const account of vault) {
    if (taken.has(account.id)) continue
    const key = codeOf(account)
    byCode.set(key, [...(byCode.get(key) ?? []), account])
  }
  const rows = backup.map((account): ComparedAccount => {
    const here = byId.get(account.id) ?? byCode.get(codeOf(account))?.shift()
    if (!here) return { account, standing: 'new' }
    taken.add(here.id)
    const isSame = fingerprint(here) === fingerprint(account)
    return { account, standing: isSame ? 'same' : 'different', here }
  })
  return { rows, missing: vault.filter(({ id }) => !taken.has(id)) }
}

/** Whether the accounts that both have stand in another order there. */
export function isReordered({ rows }: Comparison, vault: readonly Account[]): boolean {
  const common = rows.flatMap(({ here }) => here ?? [])
  const inBackup = new Set(common.map(({ id }) => id))
  const present = vault.filter(({ id }) => inBackup.has(id))
  return common.some(({ id }, at) => present[at]?.id !== id)
}

/** Everything that a person would miss of an account, in one order of keys. */
export function fingerprint({
  id: _id,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  usedAt: _usedAt,
  uses: _uses,
  ...rest
}: Account): string {
  const entries = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(entries)
}
