import { computed, onScopeDispose, reactive, shallowRef, watch } from 'vue'
import { isOtpLink } from '../../core/import/isOtpLink'
import type { RequestCode } from '../../protocol/requests'
import { errorMessage } from '../i18n/errorMessage'
import { useDrafts, type DraftView, type TypedDraft } from '../stores/useDrafts'
import { useKeptForm } from '../stores/useKeptForm'
import { useToasts } from '../stores/useToasts'
import { useView } from '../stores/useView'
import { useNow } from './useNow'

const TYPING_PAUSE_MS = 250
const FORM = { view: 'typed' } as const

export type TypedForm = { -readonly [Field in keyof TypedDraft]: string }
type Errors = Readonly<Partial<Record<keyof TypedForm, string>>>

// Which field of the form a refusal is about.
const FIELDS: Readonly<Partial<Record<RequestCode, keyof TypedForm>>> = {
  'secret-missing': 'secret',
  'secret-not-base32': 'secret',
  'secret-too-long': 'secret',
  'type-unknown': 'type',
  'digits-out-of-range': 'digits',
  'period-out-of-range': 'period',
  'algorithm-unknown': 'algorithm',
  'counter-out-of-range': 'counter',
}

/** A typed account, judged by the background while it is typed. */
export function useTypedDraft() {
  const drafts = useDrafts()
  const toasts = useToasts()
  const keptForm = useKeptForm()
  const view = useView()
  const kept = keptForm.find(FORM)
  const now = useNow()
  const form = reactive<TypedForm>({
    issuer: '',
    account: '',
    type: 'totp',
    secret: '',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
    counter: '0',
    // A key that was pasted as a link.
    ...(view.typedKey === undefined ? {} : { secret: view.typedKey }),
    // What this very view has kept for a popup that closed over it.
    ...(kept === undefined ? {} : (JSON.parse(kept) as TypedForm)),
  })
  /** A setup link stands where the key belongs. */
  const isLink = computed(() => isOtpLink(form.secret))
  const draft = shallowRef<DraftView>()
  const errors = shallowRef<Errors>({})
  let asked = 0

  /** The draft that the form makes right now; undefined leaves the reason in `errors`. */
  async function check(): Promise<DraftView | undefined> {
    const mine = ++asked
    const reply = await drafts.readTyped({ ...form })
    // If something was typed meanwhile, its own check shows what it comes to.
    if (mine === asked) show(reply)
    return reply.ok ? reply.value.drafts[0] : undefined
  }

  function show(reply: Awaited<ReturnType<typeof drafts.readTyped>>): void {
    draft.value = reply.ok ? reply.value.drafts[0] : undefined
    errors.value = {}
    if (reply.ok) return
    const field = FIELDS[reply.code]
    if (field) errors.value = { [field]: errorMessage(reply.code, reply.detail) }
    else toasts.fail(reply)
  }

  watch(form, (_form, _before, onCleanup) => {
    keptForm.keep({ ...FORM, text: JSON.stringify(form) })
    const timer = setTimeout(() => {
      if (form.secret.trim() === '' || isLink.value) forget()
      else void check()
    }, TYPING_PAUSE_MS)
    onCleanup(() => {
      clearTimeout(timer)
    })
  })

  if (form.secret.trim() !== '' && !isLink.value) void check()
  // Left for another view, and not because the popup closed.
  onScopeDispose(() => {
    keptForm.forget(FORM)
  })
  if (view.typedKey === undefined) void goOn()

  /** Goes on with what was typed in another view, unless something is typed here by now. */
  async function goOn(): Promise<void> {
    const before = JSON.stringify(form)
    const text = await keptForm.read(FORM)
    if (text !== undefined && JSON.stringify(form) === before) Object.assign(form, JSON.parse(text))
  }

  // Nothing typed yet is no mistake.
  function forget(): void {
    asked += 1
    draft.value = undefined
    errors.value = {}
  }

  const remainingSeconds = computed(() => {
    const validUntil = draft.value?.validUntil
    return validUntil === undefined
      ? undefined
      : Math.max(0, Math.ceil((validUntil - now.value) / 1000))
  })
  watch(remainingSeconds, (seconds) => {
    if (seconds === 0) void check()
  })

  return { form, draft, errors, isLink, remainingSeconds, check }
}
