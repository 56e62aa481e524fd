import { computed, ref, shallowRef, watch } from 'vue'
import { readClock } from '../../platform/clock'
import type { Reply } from '../../protocol/envelope'
import type { RequestCode } from '../../protocol/requests'
import type { Detail } from '../../protocol/views'
import { passphraseMessage } from '../i18n/passphraseMessage'
import { t } from '../i18n/i18n'
import { usePause } from './usePause'

export type SendPassphrase = (passphrase: string) => Promise<Reply<unknown>>

interface FormOptions {
  readonly send: SendPassphrase
  readonly onDone: () => void
  /** The passphrase can be typed anew. */
  readonly onReady: () => void
  /** Epoch ms until which the background refuses, where the page knows it already. */
  readonly waitUntil: () => number
}

/** A passphrase that is typed to be checked: tries are counted, and pauses counted down. */
export function usePassphraseForm({ send, onDone, onReady, waitUntil }: FormOptions) {
  const learntUntil = shallowRef(0)
  const pause = usePause(() => Math.max(learntUntil.value, waitUntil()))
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
    const reply = await send(passphrase.value)
    isBusy.value = false
    if (reply.ok) {
      passphrase.value = ''
      onDone()
      return
    }
    const waitMs = pauseMs(reply.code, reply.detail)
    learntUntil.value = waitMs > 0 ? readClock() + waitMs : 0
    refuse(() => passphraseMessage(reply.code, reply.detail))
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

/** How long a refusal says that the next try must wait. */
function pauseMs(code: RequestCode, detail: Detail = {}): number {
  const isPauseBegun = code === 'wrong-passphrase' && detail['triesLeft'] === 0
  const seconds = code === 'throttled' ? detail['count'] : isPauseBegun && detail['pauseSeconds']
  return Number(seconds) * 1000 || 0
}
