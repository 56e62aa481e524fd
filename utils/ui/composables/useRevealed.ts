import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Reply } from '../../protocol/envelope'
import { useNow } from './useNow'

interface RevealOptions<T> {
  /** Asks for what is behind the passphrase. */
  readonly ask: (passphrase: string) => Promise<Reply<T>>
  readonly hideAfterMs: number
  /** Also when the person turns to something else. */
  readonly hidesOnBlur?: boolean
  readonly window?: Window
}

/** Something secret on the page: there once the passphrase was right, and gone again by itself. */
export function useRevealed<T>(options: RevealOptions<T>) {
  const { ask, hideAfterMs, hidesOnBlur = false, window: view = window } = options
  const now = useNow()
  const value = shallowRef<T>()
  const hidesAt = shallowRef(0)

  /** For the form that asks for the passphrase. */
  async function reveal(passphrase: string): Promise<Reply<T>> {
    const reply = await ask(passphrase)
    if (reply.ok) {
      value.value = reply.value
      hidesAt.value = now.value + hideAfterMs
    }
    return reply
  }

  function hide(): void {
    value.value = undefined
  }

  watch(now, (moment) => {
    if (moment >= hidesAt.value) hide()
  })
  if (hidesOnBlur) view.addEventListener('blur', hide)
  onScopeDispose(() => {
    view.removeEventListener('blur', hide)
  })

  return {
    value,
    remainingSeconds: computed(() => Math.max(0, Math.ceil((hidesAt.value - now.value) / 1000))),
    reveal,
    hide,
  }
}
