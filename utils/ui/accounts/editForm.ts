import type { AccountView } from '../../core/account'
import type { AccountChange, ParameterChange } from '../../core/vault/editAccount'
import { listTags } from '../../core/import/cleanExtras'

/** An account as the form holds it: texts, as they are typed. The secret is empty: it stays. */
export interface EditForm {
  issuer: string
  account: string
  tags: string
  note: string
  icon: string
  pinned: boolean
  sites: readonly string[]
  type: string
  secret: string
  algorithm: string
  digits: string
  period: string
  counter: string
}

const PARAMETERS = ['type', 'secret', 'algorithm', 'digits', 'period', 'counter'] as const

export function toForm(account: AccountView): EditForm {
  return {
    issuer: account.issuer,
    account: account.account,
    tags: (account.tags ?? []).join(', '),
    note: account.note ?? '',
    icon: account.icon ?? '',
    pinned: account.pinned,
    sites: [...account.sites],
    type: account.type,
    secret: '',
    algorithm: account.algorithm,
    digits: String(account.digits),
    period: String(account.periodSeconds),
    counter: String(account.counter),
  }
}

/** What the form says otherwise than the account it was made from; `undefined` where nothing. */
export function readChange(base: AccountView, form: EditForm): AccountChange | undefined {
  const before = toForm(base)
  const differs = (field: keyof EditForm) => !isSame(form[field], before[field])
  const change: AccountChange = {
    ...(differs('issuer') ? { issuer: form.issuer } : {}),
    ...(differs('account') ? { account: form.account } : {}),
    ...(differs('tags') ? { tags: readTags(form.tags) } : {}),
    ...(differs('note') ? { note: form.note } : {}),
    ...(differs('icon') ? { icon: form.icon } : {}),
    ...(differs('pinned') ? { pinned: form.pinned } : {}),
    ...(differs('sites') ? { sites: [...form.sites] } : {}),
    ...(PARAMETERS.some(differs) ? { parameters: readParameters(form) } : {}),
  }
  return Object.keys(change).length === 0 ? undefined : change
}

/** Whether other codes would come of it. */
export function changesCodes(base: AccountView, form: EditForm): boolean {
  const before = toForm(base)
  return PARAMETERS.some((field) => form[field].trim() !== before[field])
}

/** The same form over a newer state of its account: what was not touched shows the newer state. */
export function rebase(form: EditForm, before: AccountView, after: AccountView): EditForm {
  const [old, next] = [toForm(before), toForm(after)]
  const untouched = Object.entries(next).filter(([field]) =>
    isSame(form[field as keyof EditForm], old[field as keyof EditForm]),
  )
  return { ...form, ...Object.fromEntries(untouched) }
}

/** The fields that were changed here and there to different things: only one of them can be kept. */
export function findContested(
  form: EditForm,
  before: AccountView,
  after: AccountView,
): readonly (keyof EditForm)[] {
  const [old, next] = [toForm(before), toForm(after)]
  const fields = Object.keys(next) as (keyof EditForm)[]
  return fields.filter(
    (field) =>
      !isSameField(form, old, field) &&
      !isSameField(next, old, field) &&
      !isSameField(form, next, field),
  )
}

export function isSameField(a: EditForm, b: EditForm, field: keyof EditForm): boolean {
  return isSame(a[field], b[field])
}

export function readTags(text: string): readonly string[] {
  return listTags(text.split(','))
}

function readParameters(form: EditForm): ParameterChange {
  const { type, algorithm, digits, period, counter } = form
  const secret = form.secret.trim()
  return { type, algorithm, digits, period, counter, ...(secret === '' ? {} : { secret }) }
}

function isSame(a: EditForm[keyof EditForm], b: EditForm[keyof EditForm]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
