import { computed, ref, shallowRef } from 'vue'
import type { RequestCode } from '../../protocol/requests'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'
import { useApp } from '../stores/useApp'
import { useToasts } from '../stores/useToasts'
import { judge, useNewPassphrase } from './useNewPassphrase'

interface Problem {
  readonly place: 'code' | 'form'
  readonly sentence: () => string
}

const CODE_PROBLEMS: ReadonlySet<RequestCode> = new Set([
  'recovery-length',
  'recovery-character',
  'recovery-check',
  'wrong-recovery-code',
])

/** The form that unlocks with the recovery code and sets a new passphrase. */
export function useRecover() {
  const app = useApp()
  const toasts = useToasts()
  const fresh = useNewPassphrase()
  const code = ref('')
  const isBusy = shallowRef(false)
  const problem = shallowRef<Problem>()

  async function submit(): Promise<void> {
    if (isBusy.value) return
    const isCodeMissing = code.value.trim() === ''
    problem.value = isCodeMissing
      ? { place: 'code', sentence: () => t('forgot.codeEmpty') }
      : undefined
    isBusy.value = true
    const isFreshGood = await fresh.check()
    if (isFreshGood && !isCodeMissing) await recover()
    isBusy.value = false
  }

  async function recover(): Promise<void> {
    const passphrase = fresh.passphrase.value
    const reply = await app.recover(code.value, { passphrase, ...(await judge(passphrase)) })
    if (reply.ok) {
      toasts.show({ text: t('forgot.done') })
    } else if (app.status === 'unlocked') {
      toasts.fail(reply) // the code was right, and this form is gone
    } else {
      problem.value = {
        place: CODE_PROBLEMS.has(reply.code) ? 'code' : 'form',
        sentence: () => errorMessage(reply.code, reply.detail),
      }
    }
  }

  const errorAt = (place: Problem['place']) =>
    computed(() => (problem.value?.place === place ? problem.value.sentence() : undefined))

  return {
    fresh,
    code,
    isBusy,
    codeError: errorAt('code'),
    formError: errorAt('form'),
    submit,
  }
}
