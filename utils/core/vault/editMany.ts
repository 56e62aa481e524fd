import type { Account } from '../account'
import { cleanTags, MAX_TAGS } from '../import/cleanExtras'
import { failure, success } from '../result'
import { livingAccounts, type Edit } from './edits'

/** Puts a tag on accounts, or takes it off them; how many were changed. Refused where none has room for it. */
export function tagAccounts(
  ids: readonly string[],
  tag: string,
  isOn: boolean,
  now: number,
): Edit<number, 'tags-too-many'> {
  const change = changeMany(ids, now, (account) => {
    const { tags = [] } = account
    return withTags(account, isOn ? [...tags, tag] : tags.filter((it) => it !== tag))
  })
  const isFull = ({ id, tags = [] }: Account) =>
    tags.length === MAX_TAGS && !tags.includes(tag) && ids.includes(id)
  return (data, done) => {
    const changed = change(data, done)
    const isRefused = isOn && changed.ok && changed.value.answer === 0 && data.accounts.some(isFull)
    return isRefused ? failure('tags-too-many', { max: MAX_TAGS }) : changed
  }
}

/** Refused where not one of them is there outside the trash; how many went there. */
export function moveToTrash(ids: readonly string[], now: number): Edit<number, 'account-missing'> {
  const trash = changeMany(ids, now, (account) =>
    account.deletedAt === undefined ? { ...account, deletedAt: now } : account,
  )
  return (data, done) =>
    done || holdsOne(livingAccounts(data), ids) ? trash(data, done) : failure('account-missing')
}

/** Refused where not one of them is there; how many came back. */
export function restoreFromTrash(
  ids: readonly string[],
  now: number,
): Edit<number, 'account-missing'> {
  const restore = changeMany(ids, now, ({ deletedAt: _deletedAt, ...account }) => account)
  return (data, done) =>
    done || holdsOne(data.accounts, ids) ? restore(data, done) : failure('account-missing')
}

/**
 * Gives a tag another name wherever it is, in the trash too, or takes it away where that name is empty.
 * A name that another tag has makes one of the two.
 */
export function renameTag(tag: string, next: string, now: number): Edit<number, never> {
  return (data, done) => {
    const tagged = data.accounts.filter(({ tags }) => tags?.includes(tag))
    const rename = (account: Account) =>
      withTags(
        account,
        (account.tags ?? []).map((it) => (it === tag ? next : it)),
      )
    return changeMany(
      tagged.map(({ id }) => id),
      now,
      rename,
    )(data, done)
  }
}

function changeMany(
  ids: readonly string[],
  now: number,
  change: (account: Account) => Account,
): Edit<number, never> {
  const wanted = new Set(ids)
  return (data, done) => {
    let changed = 0
    const accounts = data.accounts.map((account) => {
      if (!wanted.has(account.id)) return account
      const after = change(account)
      if (isSame(after, account)) return account
      changed += 1
      return { ...after, updatedAt: now }
    })
    const answer = done?.receipt ?? changed
    return success({ data: { ...data, accounts }, answer, receipt: answer })
  }
}

function holdsOne(accounts: readonly Account[], ids: readonly string[]): boolean {
  const wanted = new Set(ids)
  return accounts.some(({ id }) => wanted.has(id))
}

function withTags({ tags: _tags, ...account }: Account, tags: readonly string[]): Account {
  const clean = cleanTags(tags)
  return clean.length === 0 ? account : { ...account, tags: clean }
}

function isSame(a: Account, b: Account): boolean {
  return a.deletedAt === b.deletedAt && (a.tags ?? []).join('\n') === (b.tags ?? []).join('\n')
}
