import { computed, ref, shallowRef } from 'vue'
import { t } from '../i18n/i18n'
import { passphraseMessage } from '../i18n/passphraseMessage'
import { useApp } from '../stores/useApp'
import { useToasts } from '../stores/useToasts'
import { judge, useNewPassphrase } from './useNewPassphrase'

/** The form that unlocks with a passphrase which the vault had once, and sets a new one. */
export function useOlderPassphrase() {
  const app = useApp()
  const toasts = useToasts()
  const fresh = useNewPassphrase()
  const older = ref('')
  const isBusy = shallowRef(false)
  const problem = shallowRef<() => string>()

  async function submit(): Promise<void> {
    if (isBusy.value) return
    const isMissing = older.value === ''
    problem.value = isMissing ? () => passphraseMessage('passphrase-empty') : undefined
    isBusy.value = true
    const isFreshGood = await fresh.check()
    if (isFreshGood && !isMissing) await recover()
    isBusy.value = false
  }

  async function recover(): Promise<void> {
    const passphrase = fresh.passphrase.value
    const next = { passphrase, ...(await judge(passphrase)) }
    const reply = await app.recoverOlder(older.value, next)
    if (reply.ok) toasts.show({ text: t('forgot.done') })
    else problem.value = () => passphraseMessage(reply.code, reply.detail)
  }

  return {
    fresh,
    older,
    isBusy,
    olderError: computed(() => problem.value?.()),
    submit,
  }
}
