import type { Account, OtpParameters } from '../account'
import { codeOf } from '../codeOf'
import { moveTo, type Place } from '../list/moveTo'
import { failure, success, type Result } from '../result'
import type { CommandRecord, Receipt } from './commands'
import type { VaultData } from './vaultData'

/**
 * A pure edit of the vault: the next data and an answer, or why nothing changes. `done` is there when the
 * same command was carried out before: then the answer alone counts, and `receipt` is what it was given.
 */
export type Edit<T, Code extends string> = (
  data: VaultData,
  done?: CommandRecord,
) => Result<{ readonly data: VaultData; readonly answer: T } & Receipt, Code>

const TRASH_MS = 30 * 24 * 60 * 60_000

/**
 * Adds accounts that are not there yet. An id that is already there was added by an earlier try: the
 * answer then names the account as it is. One that lies in the trash comes back with its new names.
 */
export function addAccounts(accounts: readonly Account[]): Edit<readonly Account[], never> {
  return (data) => {
    const known = new Map(data.accounts.map((account) => [account.id, account]))
    const trashed = new Map(
      data.accounts.filter(isTrashed).map((account) => [codeOf(account), account]),
    )
    const added: Account[] = []
    const replaced = new Set<string>()
    for (const account of accounts) {
      if (known.has(account.id)) continue
      const before = trashed.get(codeOf(account))
      if (before) replaced.add(before.id)
      const complete = before ? takeUp(account, before) : account
      known.set(account.id, complete)
      added.push(complete)
    }
    const others = data.accounts.filter(({ id }) => !replaced.has(id))
    return success({
      data: { ...data, accounts: [...others, ...added] },
      answer: accounts.map((account) => known.get(account.id) ?? account),
    })
  }
}

/** Replaces one account outside the trash by what `change` makes of it. */
export function changeAccount(
  id: string,
  now: number,
  change: (account: Account) => Account,
): Edit<Account, 'account-missing'> {
  return (data, done) => {
    // Done before, it may lie in the trash since.
    const isThere = (account: Account) => account.id === id && (done || !isTrashed(account))
    const before = data.accounts.find(isThere)
    return before ? replace(data, before, change, now) : failure('account-missing')
  }
}

/** Notes that a code of the account was copied or filled. */
export function noteUse(id: string, now: number): Edit<null, 'account-missing'> {
  return (data) => {
    const before = data.accounts.find((account) => account.id === id && !isTrashed(account))
    if (!before) return failure('account-missing')
    const used = { ...before, usedAt: now, uses: (before.uses ?? 0) + 1 }
    const accounts = data.accounts.map((account) => (account === before ? used : account))
    return success({ data: { ...data, accounts }, answer: null })
  }
}

/** Moves an account in the person's own order, which is the order of the accounts in the vault. */
export function moveAccount(id: string, place: Place): Edit<null, 'account-missing'> {
  return (data) => {
    const accounts = moveTo(data.accounts, id, place)
    const isMissing = accounts === data.accounts
    return isMissing
      ? failure('account-missing')
      : success({ data: { ...data, accounts }, answer: null })
  }
}

/** Deletes for ever what lies in the trash; what does not, stays. */
export function deleteTrashed(ids: readonly string[]): Edit<null, never> {
  return (data) => {
    const deleted = new Set(ids)
    const accounts = data.accounts.filter(
      (account) => !isTrashed(account) || !deleted.has(account.id),
    )
    return success({ data: { ...data, accounts }, answer: null })
  }
}

/** Deletes for ever what could not be read as accounts. */
export function dropUnreadable(): Edit<null, never> {
  return ({ unreadable: _unreadable, ...data }) => success({ data, answer: null })
}

/** Drops what lay in the trash long enough. */
export function purgeTrash(data: VaultData, now: number): VaultData {
  const isOver = ({ deletedAt }: Account) => deletedAt !== undefined && now >= purgedAt(deletedAt)
  return data.accounts.some(isOver)
    ? { ...data, accounts: data.accounts.filter((account) => !isOver(account)) }
    : data
}

/** When an account that lies in the trash is dropped. */
export function purgedAt(deletedAt: number): number {
  return deletedAt + TRASH_MS
}

/** Accounts outside the trash. */
export function livingAccounts(data: VaultData): readonly Account[] {
  return data.accounts.filter((account) => !isTrashed(account))
}

/** Accounts in the trash, the last deleted first. */
export function trashedAccounts(data: VaultData): readonly Account[] {
  return data.accounts.filter(isTrashed).sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0))
}

/** Of the same key a counter never goes back: the service would refuse every code up to where it was. */
export function nextCounter(before: OtpParameters, next: OtpParameters): number {
  return before.secret === next.secret ? Math.max(before.counter, next.counter) : next.counter
}

function isTrashed({ deletedAt }: Account): boolean {
  return deletedAt !== undefined
}

function replace(
  data: VaultData,
  before: Account,
  change: (account: Account) => Account,
  now: number,
) {
  const answer = { ...change(before), updatedAt: now }
  const accounts = data.accounts.map((account) => (account === before ? answer : account))
  return success({ data: { ...data, accounts }, answer })
}

/** An account that was set up again keeps what is known of it; its counter never goes back. */
function takeUp(account: Account, { deletedAt: _deletedAt, ...before }: Account): Account {
  return {
    ...before,
    ...account,
    sites: [...new Set([...account.sites, ...before.sites])],
    counter: Math.max(account.counter, before.counter),
    pinned: account.pinned || before.pinned,
    createdAt: before.createdAt,
  }
}
