import { shownHost } from './shownHost'
import { t } from '../i18n/i18n'
import type { MessageKey } from '../i18n/messages/en'
import type { EditForm } from './editForm'

const LABELS = {
  issuer: 'typed.issuer',
  account: 'typed.account',
  tags: 'edit.tags',
  note: 'edit.note',
  icon: 'edit.icon',
  pinned: 'edit.pinned',
  sites: 'menu.sites',
  type: 'typed.type',
  secret: 'typed.secret',
  algorithm: 'typed.algorithm',
  digits: 'typed.digits',
  period: 'typed.period',
  counter: 'typed.counter',
} as const satisfies Record<keyof EditForm, MessageKey>

/** A field of an account in words: what it is called and what is in it. */
export function describeField(
  form: EditForm,
  field: keyof EditForm,
): { readonly label: string; readonly value: string } {
  return { label: t(LABELS[field]), value: valueOf(form, field) }
}

function valueOf(form: EditForm, field: keyof EditForm): string {
  if (field === 'sites') return form.sites.map(shownHost).join(', ')
  if (field === 'pinned') return t(form.pinned ? 'edit.yes' : 'edit.no')
  // A picture that is not there is empty; one that is there has no words.
  if (field === 'icon') return form.icon === '' ? '' : t('edit.iconOther')
  return form[field]
}
