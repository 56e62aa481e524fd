import { computed, ref, shallowRef, watch } from 'vue'
import { passphraseMessage } from '../i18n/passphraseMessage'
import { t } from '../i18n/i18n'
import { useApp } from '../stores/useApp'
import { usePause } from './usePause'

/** The form that unlocks; `onReady` is called when the passphrase can be typed anew. */
export function useUnlock(onReady: () => void) {
  const app = useApp()
  const pause = usePause(() => app.unlockWaitUntil)
  const passphrase = ref('')
  const isBusy = shallowRef(false)
  const problem = shallowRef<() => string>()

  async function submit(): Promise<void> {
    if (isBusy.value || pause.isOn.value) return
    problem.value = undefined
    if (passphrase.value === '') {
      refuse(() => passphraseMessage('passphrase-empty'))
      return
    }
    isBusy.value = true
    const reply = await app.unlock(passphrase.value)
    isBusy.value = false
    if (!reply.ok) refuse(() => passphraseMessage(reply.code, reply.detail))
  }

  function refuse(sentence: () => string): void {
    problem.value = sentence
    if (!pause.isOn.value) onReady()
  }

  watch(pause.isOn, (isOn) => {
    if (isOn) return
    problem.value = undefined
    onReady()
  })

  // A count of seconds in the sentence would stand still beside the one that runs.
  const error = computed(() => problem.value?.() ?? (pause.isOn.value ? t('unlock.tooMany') : ''))

  return { passphrase, isBusy, error, pause, submit }
}
