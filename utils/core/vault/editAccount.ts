import type { Account, OtpParameters } from '../account'
import { codeOf } from '../codeOf'
import { cleanExtras, listTags, MAX_TAGS } from '../import/cleanExtras'
import { checkParameters, type ParameterCode, type RawParameters } from '../otp/checkParameters'
import { cleanName } from '../otpauth/cleanText'
import { failure, success, type Result } from '../result'
import { changeAccount, livingAccounts, type Edit } from './edits'

/** What the person changed about an account. What is not named stays; an empty text takes away. */
export interface AccountChange {
  readonly issuer?: string
  readonly account?: string
  readonly note?: string
  readonly tags?: readonly string[]
  readonly icon?: string
  readonly pinned?: boolean
  /** Checked already. */
  readonly sites?: readonly string[]
  /** As they were typed; without a secret the present one stays. */
  readonly parameters?: ParameterChange
}

export type ParameterChange = Omit<RawParameters, 'secret'> & { readonly secret?: string }

export type EditCode = ParameterCode | 'tags-too-many'

/** Changes one account outside the trash, or says by code what is wrong with the change. */
export function editAccount(
  id: string,
  change: AccountChange,
  now: number,
): Edit<Account, 'account-missing' | EditCode> {
  return (data, done) => {
    if (done) return changeAccount(id, now, (account) => account)(data, done)
    const before = livingAccounts(data).find((account) => account.id === id)
    if (!before) return failure('account-missing')
    const after = applyChange(before, change)
    return after.ok ? changeAccount(id, now, () => after.value)(data) : after
  }
}

/** The change of a key is taken back; the key that goes is kept in its place. */
export function swapFormer(id: string, now: number): Edit<Account, 'account-missing'> {
  const swap = (account: Account): Account =>
    account.former ? { ...account, ...account.former, former: parametersOf(account) } : account
  return (data, done) => changeAccount(id, now, done ? (it) => it : swap)(data, done)
}

function applyChange(before: Account, change: AccountChange): Result<Account, EditCode> {
  const parameters = changeParameters(before, change.parameters)
  if (!parameters.ok) return parameters
  const { issuer, account, pinned, sites, tags = [] } = change
  if (listTags(tags).length > MAX_TAGS) return failure('tags-too-many', { max: MAX_TAGS })
  return success({
    ...withExtras(before, change),
    ...parameters.value,
    ...(issuer === undefined ? {} : { issuer: cleanName(issuer) }),
    ...(account === undefined ? {} : { account: cleanName(account) }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(sites === undefined ? {} : { sites }),
  })
}

/** What makes the codes, and beside it what made them before, where other codes come of it. */
function changeParameters(
  before: Account,
  change: ParameterChange | undefined,
): Result<Partial<Account>, ParameterCode> {
  if (!change) return success({})
  const checked = checkParameters({ ...change, secret: change.secret ?? before.secret })
  if (!checked.ok) return checked
  return success({ ...checked.value, ...keepFormer(before, checked.value) })
}

/** What made the codes before, where other codes come of what makes them next. */
export function keepFormer(before: OtpParameters, next: OtpParameters): Pick<Account, 'former'> {
  return codeOf(next) === codeOf(before) ? {} : { former: parametersOf(before) }
}

function withExtras(before: Account, { note, tags, icon }: AccountChange): Account {
  const { note: oldNote, tags: oldTags, icon: oldIcon, ...rest } = before
  return {
    ...rest,
    ...cleanExtras({ note: note ?? oldNote, tags: tags ?? oldTags, icon: icon ?? oldIcon }),
  }
}

function parametersOf(account: OtpParameters): OtpParameters {
  const { type, secret, algorithm, digits, periodSeconds, counter } = account
  return { type, secret, algorithm, digits, periodSeconds, counter }
}
