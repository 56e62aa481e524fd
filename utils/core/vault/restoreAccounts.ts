import type { Account } from '../account'
import { success } from '../result'
import { compareAccounts, type ComparedAccount } from './compareAccounts'
import { livingAccounts, nextCounter, type Edit } from './edits'

/**
 * `merge` adds what the vault does not have; `replace` makes it what the backup holds, in its order, and
 * what the backup does not have goes to the trash.
 */
export interface RestoreChoice {
  readonly mode: 'merge' | 'replace'
  /** Of accounts that differ, a merge keeps the vault's unless the backup's are wanted. */
  readonly takesDifferent: boolean
}

export interface RestoreCount {
  readonly added: number
  readonly changed: number
  readonly trashed: number
}

/** Brings the accounts of a backup into the vault. */
export function restoreAccounts(
  backup: readonly Account[],
  { mode, takesDifferent }: RestoreChoice,
  now: number,
): Edit<RestoreCount, never> {
  return (data) => {
    const { rows, missing } = compareAccounts(backup, livingAccounts(data))
    const added = rows.filter(({ standing }) => standing === 'new').map(bringBack(now))
    const isTaken = mode === 'replace' || takesDifferent
    const different = rows.filter(({ standing }) => isTaken && standing === 'different')
    const changed = different.map(takeOver(now))
    const trashed = mode === 'merge' ? [] : missing.map((account) => discard(account, now))
    const known = new Map(data.accounts.map((account) => [account.id, account]))
    for (const account of [...changed, ...trashed, ...added]) known.set(account.id, account)
    const order = mode === 'replace' ? rows.map(({ account, here = account }) => here.id) : []
    const accounts = new Map([...order, ...known.keys()].map((id) => [id, known.get(id)]))
    return success({
      data: { ...data, accounts: [...accounts.values()].filter((it) => it !== undefined) },
      answer: { added: added.length, changed: changed.length, trashed: trashed.length },
    })
  }
}

/** A change of today, for the next backup to hold; its id may still lie in the trash. */
function bringBack(now: number) {
  return ({ account }: ComparedAccount): Account => ({ ...account, updatedAt: now })
}

function takeOver(now: number) {
  return ({ account, here = account }: ComparedAccount): Account => ({
    ...account,
    id: here.id,
    createdAt: here.createdAt,
    updatedAt: now,
    counter: nextCounter(here, account),
  })
}

function discard(account: Account, now: number): Account {
  return { ...account, updatedAt: now, deletedAt: now }
}
