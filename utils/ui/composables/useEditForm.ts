import { computed, reactive, shallowRef, watch } from 'vue'
import type { AccountView } from '../../core/account'
import { cleanName } from '../../core/otpauth/cleanText'
import { displayName } from '../../core/list/listSections'
import { shownName } from '../accounts/shownName'
import { hostOfSite } from '../../core/match/site'
import type { Failure } from '../../core/result'
import type { RequestCode } from '../../protocol/requests'
import {
  changesCodes,
  findContested,
  isSameField,
  readChange,
  rebase,
  toForm,
  type EditForm,
} from '../accounts/editForm'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useKeptForm } from '../stores/useKeptForm'
import { useToasts } from '../stores/useToasts'

export type EditErrors = Readonly<Partial<Record<keyof EditForm, string>>>

// Which field of the form a refusal is about.
const FIELDS: Readonly<Partial<Record<RequestCode, keyof EditForm>>> = {
  'secret-missing': 'secret',
  'secret-not-base32': 'secret',
  'secret-too-long': 'secret',
  'type-unknown': 'type',
  'digits-out-of-range': 'digits',
  'period-out-of-range': 'period',
  'algorithm-unknown': 'algorithm',
  'counter-out-of-range': 'counter',
  'site-unknown': 'sites',
  'site-shared': 'sites',
  'image-unreadable': 'icon',
  'tags-too-many': 'tags',
}

interface EditOptions {
  readonly account: AccountView
  readonly onSaved: () => void
}

/** The form of one account: saved only when the background said so, and lost through no refusal. */
export function useEditForm({ account, onSaved }: EditOptions) {
  const accounts = useAccounts()
  const toasts = useToasts()
  const keptForm = useKeptForm()
  const name = { view: 'edit', accountId: account.id } as const
  const base = shallowRef(account)
  const form = reactive(toForm(account))
  const errors = shallowRef<EditErrors>({})
  const isSaving = shallowRef(false)
  /** The account changed elsewhere, and the form shows that now. */
  const isStale = shallowRef(false)
  /** What was changed here and elsewhere, each in its own way. */
  const contested = shallowRef<readonly (keyof EditForm)[]>([])
  const imitation = shallowRef<{ readonly site: string; readonly trusted: string }>()

  takeKept(keptForm.find(name))
  void goOn()

  /** Goes on with what was typed in another view, unless something is typed here by now. */
  async function goOn(): Promise<void> {
    const before = JSON.stringify(form)
    const text = await keptForm.read(name)
    if (JSON.stringify(form) === before) takeKept(text)
  }

  /** What this very view has kept; the browser forgets it with every update of the extension. */
  function takeKept(text: string | undefined): void {
    if (text === undefined) return
    const kept = JSON.parse(text) as Kept
    Object.assign(form, rebase(kept.form, kept.base, base.value))
    isStale.value = !isSameForm(kept.base, base.value)
    contested.value = findContested(kept.form, kept.base, base.value)
  }

  async function save(hasSeenWarning = false): Promise<void> {
    if (isSaving.value) return
    errors.value = isNameless() ? { issuer: t('typed.issuerMissing') } : {}
    imitation.value = undefined
    if (errors.value.issuer !== undefined) return
    const change = readChange(base.value, form)
    if (!change) {
      onSaved()
      return
    }
    isSaving.value = true
    let reply = await accounts.edit(base.value, change, hasSeenWarning)
    const present = accounts.accounts.find(({ id }) => id === account.id)
    // What changed elsewhere is nothing that the form shows: no reason to ask twice.
    if (!reply.ok && reply.code === 'conflict' && present && isSameForm(base.value, present)) {
      base.value = present
      reply = await accounts.edit(present, change, hasSeenWarning)
    }
    isSaving.value = false
    if (!reply.ok) {
      refuse(reply)
      return
    }
    toasts.show({ text: t('edit.saved', { name: shownName(form) }) })
    onSaved()
  }

  function refuse({ code, detail }: Failure<RequestCode>): void {
    const field = FIELDS[code]
    if (code === 'conflict') {
      isStale.value = true
      takePresent()
    } else if (code === 'site-imitates') {
      const site = form.sites.find((it) => hostOfSite(it) === detail?.['host'])
      imitation.value = { site: site ?? '', trusted: String(detail?.['imitated']) }
    } else if (field) {
      errors.value = { [field]: errorMessage(code, detail) }
    } else {
      toasts.fail({ code, ...(detail ? { detail } : {}) })
    }
  }

  /** Goes on from the account as it is now; what was typed stays. */
  function takePresent(): void {
    const present = accounts.accounts.find(({ id }) => id === account.id)
    if (!present) return
    contested.value = [...contested.value, ...findContested(form, base.value, present)]
    Object.assign(form, rebase(form, base.value, present))
    base.value = present
  }

  /** One that had a name before needs one still. */
  function isNameless(): boolean {
    return cleanName(displayName(form)) === '' && displayName(base.value) !== ''
  }

  /** Those that still differ from what is saved; what was saved there is nowhere else to be seen. */
  const clashes = computed(() => {
    const saved = toForm(base.value)
    const fields = [...new Set(contested.value)]
    return fields
      .filter((field) => !isSameField(form, saved, field))
      .map((field) => ({ field, saved }))
  })

  /** Takes what was saved elsewhere in place of what was typed here. */
  function takeSaved(field: keyof EditForm): void {
    Object.assign(form, { [field]: toForm(base.value)[field] })
  }

  function dropImitation(): void {
    form.sites = form.sites.filter((site) => site !== imitation.value?.site)
    imitation.value = undefined
  }

  const isDirty = computed(() => readChange(base.value, form) !== undefined)
  watch([form, base], () => {
    if (isDirty.value) keep()
    else keptForm.forget(name)
  })

  /** For a popup that closes, or another view of the account. */
  function keep(): void {
    const text = JSON.stringify({ base: base.value, form })
    keptForm.keep({ ...name, text })
  }

  return {
    form,
    errors,
    isSaving,
    isStale,
    clashes,
    imitation,
    isDirty,
    changesCodes: computed(() => changesCodes(base.value, form)),
    keep,
    save,
    takePresent,
    takeSaved,
    dropImitation,
  }
}

interface Kept {
  readonly base: AccountView
  readonly form: EditForm
}

function isSameForm(a: AccountView, b: AccountView): boolean {
  return readChange(a, toForm(b)) === undefined
}
