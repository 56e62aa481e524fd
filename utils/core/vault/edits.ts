import type { Account } from '../account'
import { failure, success, type Result } from '../result'
import type { VaultData } from './vaultData'

/** A pure edit of the vault: the next data and an answer, or why nothing changes. */
export type Edit<T, Code extends string> = (
  data: VaultData,
) => Result<{ readonly data: VaultData; readonly answer: T }, Code>

/**
 * Adds accounts that are not there yet. An id that is already there was added by an earlier try: the
 * answer then names the account as it is.
 */
export function addAccounts(accounts: readonly Account[]): Edit<readonly Account[], never> {
  return (data) => {
    const known = new Map(data.accounts.map((account) => [account.id, account]))
    const added: Account[] = []
    for (const account of accounts) {
      if (known.has(account.id)) continue
      known.set(account.id, account)
      added.push(account)
    }
    return success({
      data: { ...data, accounts: [...data.accounts, ...added] },
      answer: accounts.map((account) => known.get(account.id) ?? account),
    })
  }
}

/** Replaces one account by what `change` makes of it. */
export function changeAccount(
  id: string,
  now: number,
  change: (account: Account) => Account,
): Edit<Account, 'account-missing'> {
  return (data) => {
    const before = data.accounts.find((account) => account.id === id)
    if (!before) return failure('account-missing')
    const answer = { ...change(before), updatedAt: now }
    const accounts = data.accounts.map((account) => (account.id === id ? answer : account))
    return success({ data: { ...data, accounts }, answer })
  }
}

export function moveToTrash(id: string, now: number): Edit<Account, 'account-missing'> {
  return changeAccount(id, now, (account) => ({ ...account, deletedAt: now }))
}

export function restoreFromTrash(id: string, now: number): Edit<Account, 'account-missing'> {
  return changeAccount(id, now, ({ deletedAt: _deletedAt, ...account }) => account)
}

/** Accounts outside the trash. */
export function livingAccounts(data: VaultData): readonly Account[] {
  return data.accounts.filter(({ deletedAt }) => deletedAt === undefined)
}
