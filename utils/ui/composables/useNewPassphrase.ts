import { computed, ref, shallowRef } from 'vue'
import { t } from '../i18n/i18n'

export const MIN_PASSPHRASE_CHARACTERS = 8

interface Problem {
  readonly place: 'passphrase' | 'repeat'
  /** Asked for when shown, so that it follows the language. */
  readonly sentence: () => string
}

/** A passphrase that is about to be set: typed twice, and checked before it is sent anywhere. */
export function useNewPassphrase() {
  const passphrase = ref('')
  const repeat = ref('')
  const problem = shallowRef<Problem>()

  /** Whether it can be set; where it cannot, the errors say why. */
  function check(): boolean {
    problem.value = findProblem(passphrase.value, repeat.value)
    return problem.value === undefined
  }

  function clear(): void {
    passphrase.value = ''
    repeat.value = ''
  }

  const errorAt = (place: Problem['place']) =>
    computed(() => (problem.value?.place === place ? problem.value.sentence() : undefined))

  return {
    passphrase,
    repeat,
    passphraseError: errorAt('passphrase'),
    repeatError: errorAt('repeat'),
    check,
    clear,
  }
}

function findProblem(passphrase: string, repeat: string): Problem | undefined {
  const count = [...passphrase].length
  const min = MIN_PASSPHRASE_CHARACTERS
  if (count === 0) return { place: 'passphrase', sentence: () => t('welcome.error.empty') }
  if (count < min) {
    return { place: 'passphrase', sentence: () => t('welcome.error.short', { min, count }) }
  }
  if (repeat === '') return { place: 'repeat', sentence: () => t('welcome.error.repeatEmpty') }
  if (repeat !== passphrase) return { place: 'repeat', sentence: () => t('welcome.error.mismatch') }
  return undefined
}
