import { computed, ref, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import { t } from '../i18n/i18n'
import { passphraseMessage } from '../i18n/passphraseMessage'
import { judge, useNewPassphrase } from './useNewPassphrase'

/** The form that changes the passphrase of the unlocked vault. */
export function useChangePassphrase() {
  const fresh = useNewPassphrase()
  const present = ref('')
  const forgetsOlder = ref(false)
  const isBusy = shallowRef(false)
  const isDone = shallowRef(false)
  const problem = shallowRef<() => string>()

  async function submit(): Promise<void> {
    if (isBusy.value) return
    isDone.value = false
    const isPresentMissing = present.value === ''
    problem.value = isPresentMissing ? () => passphraseMessage('passphrase-empty') : undefined
    isBusy.value = true
    const isFreshGood = await fresh.check()
    if (isFreshGood && !isPresentMissing) await change()
    isBusy.value = false
  }

  async function change(): Promise<void> {
    const next = fresh.passphrase.value
    const payload = {
      passphrase: present.value,
      next,
      ...(await judge(next)),
      ...(forgetsOlder.value ? { forgetsOlder: true as const } : {}),
    }
    const reply = await request('vault.changePassphrase', payload)
    isDone.value = reply.ok
    if (reply.ok) {
      present.value = ''
      fresh.clear()
      forgetsOlder.value = false
    } else {
      problem.value = () => passphraseMessage(reply.code, reply.detail)
    }
  }

  const status = computed(() => {
    if (isBusy.value) return t('options.makingKey')
    return isDone.value ? t('options.changed') : ''
  })

  return {
    fresh,
    present,
    forgetsOlder,
    presentError: computed(() => problem.value?.()),
    isBusy,
    status,
    submit,
  }
}
