import type { Account, AccountDraft } from '../account'
import { codeOf } from '../codeOf'
import { success } from '../result'
import { keepFormer } from '../vault/editAccount'
import type { Edit } from '../vault/edits'
import { livingAccounts, nextCounter } from '../vault/edits'
import type { ImportedAccount } from './importer'

/**
 * How an imported account stands to the vault. `conflict` means that one of the two is known here and the
 * other differs: the same names with another key, or the same key under other names.
 */
export type ImportStanding =
  | { readonly standing: 'new' | 'repeated' }
  | { readonly standing: 'duplicate' | 'conflict'; readonly here: Account }

/** What the person decided for one account of the file. */
export interface ImportChoice {
  readonly account: ImportedAccount
  /** The account of the vault that this one takes the place of; what the file does not say stays. */
  readonly replaces?: string
}

/** What has to be known to take an import back. */
export interface ImportReceipt {
  readonly addedIds: readonly string[]
  readonly replaced: readonly Replaced[]
}

/** An account as it was before the import, and the counter that it got by it. */
export interface Replaced {
  readonly before: Account
  readonly counter: number
}

/** Compares each account with the vault and with those before it in the same import. */
export function compareImport(
  imported: readonly AccountDraft[],
  accounts: readonly Account[],
): readonly ImportStanding[] {
  const byWhole = new Map(accounts.map((account) => [wholeOf(account), account]))
  const byCode = new Map(accounts.map((account) => [codeOf(account), account]))
  const byNames = new Map(accounts.map((account) => [namesOf(account), account]))
  const seen = new Set<string>()
  return imported.map((draft): ImportStanding => {
    const whole = wholeOf(draft)
    const same = byWhole.get(whole)
    // A counter that went on in the other app makes other codes: that is a question for the person.
    if (same && draft.counter > same.counter) return { standing: 'conflict', here: same }
    if (same) return { standing: 'duplicate', here: same }
    if (seen.has(whole)) return { standing: 'repeated' }
    seen.add(whole)
    const other = byNames.get(namesOf(draft)) ?? byCode.get(codeOf(draft))
    return other ? { standing: 'conflict', here: other } : { standing: 'new' }
  })
}

/** Adds and replaces in one write. Of the sites come along those that the person agreed to. */
export function applyImport(
  choices: readonly ImportChoice[],
  ids: readonly string[],
  options: { readonly sites: readonly string[]; readonly now: number },
): Edit<ImportReceipt, never> {
  const agreed = new Set(options.sites)
  return (data, done) => {
    if (done) return success({ data, answer: { addedIds: [], replaced: [] } })
    const living = new Map(livingAccounts(data).map((account) => [account.id, account]))
    const changed = new Map<string, Account>()
    const replaced = new Map<string, Replaced>()
    const added: Account[] = []
    for (const [at, { account, replaces }] of choices.entries()) {
      const before = living.get(replaces ?? '')
      const id = before?.id ?? ids[at] ?? ''
      const next = complete(account, id, before, { agreed, now: options.now })
      if (before) changed.set(id, next)
      else added.push(next)
      if (before) replaced.set(id, { before, counter: next.counter })
    }
    const kept = data.accounts.map((account) => changed.get(account.id) ?? account)
    return success({
      data: { ...data, accounts: [...kept, ...added] },
      answer: { addedIds: added.map(({ id }) => id), replaced: [...replaced.values()] },
    })
  }
}

/** Takes an import back: what it added goes, what it replaced returns, with what came to it since. */
export function undoImport({ addedIds, replaced }: ImportReceipt): Edit<null, never> {
  return (data) => {
    const gone = new Set(addedIds)
    const former = new Map(replaced.map((it) => [it.before.id, it]))
    const accounts = data.accounts
      .filter(({ id }) => !gone.has(id))
      .map((account) => takeBack(account, former.get(account.id)))
    return success({ data: { ...data, accounts }, answer: null })
  }
}

/** A file says nothing of recovery codes and uses; codes of a counter that were shown since stay used. */
function takeBack(account: Account, replaced: Replaced | undefined): Account {
  if (!replaced) return account
  const { before, counter } = replaced
  const { recoveryCodes, usedAt, uses } = account
  const isAdvanced = account.secret === before.secret && account.counter !== counter
  return {
    ...withoutUse(before),
    ...(recoveryCodes ? { recoveryCodes } : {}),
    ...(usedAt === undefined ? {} : { usedAt }),
    ...(uses === undefined ? {} : { uses }),
    ...(isAdvanced ? { counter: account.counter } : {}),
  }
}

function withoutUse({ recoveryCodes: _codes, usedAt: _usedAt, uses: _uses, ...rest }: Account) {
  return rest
}

function complete(
  { sites, pinned, ...draft }: ImportedAccount,
  id: string,
  before: Account | undefined,
  { agreed, now }: { readonly agreed: ReadonlySet<string>; readonly now: number },
): Account {
  const known = before?.sites ?? []
  return {
    // What the file says nothing of stays: notes, recovery codes, how often it was used.
    ...before,
    ...draft,
    ...(before ? keepFormer(before, draft) : {}),
    counter: before ? nextCounter(before, draft) : draft.counter,
    id,
    sites: [...new Set([...known, ...sites.filter((site) => agreed.has(site))])],
    pinned: pinned || (before?.pinned ?? false),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  }
}

function wholeOf(draft: AccountDraft): string {
  return JSON.stringify([codeOf(draft), namesOf(draft)])
}

function namesOf({ issuer, account }: AccountDraft): string {
  return JSON.stringify([issuer, account])
}
