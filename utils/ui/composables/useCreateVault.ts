import { computed, ref, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import { errorMessage } from '../i18n/errorMessage'
import { judge, useNewPassphrase } from './useNewPassphrase'

interface CreatedVault {
  readonly recoveryCode: string
  readonly isCostReduced: boolean
}

/** The form that creates the vault. `onCreated` is told the recovery code when it stands. */
export function useCreateVault(onCreated: (created: CreatedVault) => void) {
  const fresh = useNewPassphrase()
  const isBusy = ref(false)
  const problem = shallowRef<() => string>()

  async function submit(): Promise<void> {
    problem.value = undefined
    if (isBusy.value) return
    isBusy.value = true
    if (await fresh.check()) await create()
    isBusy.value = false
  }

  async function create(): Promise<void> {
    const passphrase = fresh.passphrase.value
    const reply = await request('vault.create', { passphrase, ...(await judge(passphrase)) })
    if (reply.ok) {
      fresh.clear()
      onCreated(reply.value)
    } else {
      problem.value = () => errorMessage(reply.code, reply.detail)
    }
  }

  return { fresh, isBusy, formError: computed(() => problem.value?.()), submit }
}
