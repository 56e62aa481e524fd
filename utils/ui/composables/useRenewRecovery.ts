import { computed, ref, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import { passphraseMessage } from '../i18n/passphraseMessage'

/** Makes a new recovery code, which stays in memory until it is put away. */
export function useRenewRecovery() {
  const passphrase = ref('')
  const code = shallowRef<string>()
  const isBusy = shallowRef(false)
  const problem = shallowRef<() => string>()

  async function submit(): Promise<void> {
    if (isBusy.value) return
    problem.value = undefined
    if (passphrase.value === '') {
      problem.value = () => passphraseMessage('passphrase-empty')
      return
    }
    isBusy.value = true
    const reply = await request('vault.renewRecovery', { passphrase: passphrase.value })
    isBusy.value = false
    if (reply.ok) {
      passphrase.value = ''
      code.value = reply.value.recoveryCode
    } else {
      problem.value = () => passphraseMessage(reply.code, reply.detail)
    }
  }

  function putAway(): void {
    code.value = undefined
  }

  return { passphrase, code, isBusy, error: computed(() => problem.value?.()), submit, putAway }
}
