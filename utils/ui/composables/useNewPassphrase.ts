import { computed, ref, shallowRef, watch } from 'vue'
import type { Strength } from '../../core/passphrase/estimateStrength'
import { randomBytes } from '../../platform/entropy'
import type { ChosenPassphrase } from '../../protocol/views'
import { currentLanguage, t } from '../i18n/i18n'
import type { MessageKey } from '../i18n/messages/en'

interface Problem {
  readonly place: 'passphrase' | 'repeat'
  readonly sentence: MessageKey
}

/** The word lists are large, so they come only with a form that sets a passphrase. */
const loadEstimate = () => import('../../core/passphrase/estimateStrength')

/** A passphrase that is about to be set: estimated while it is typed, and typed twice. */
export function useNewPassphrase() {
  const passphrase = ref('')
  const repeat = ref('')
  const acceptsWeak = ref(false)
  const strength = shallowRef<Strength>()
  /** Random words to be read and written down, in the language of the page. */
  const suggestion = shallowRef<string>()
  const problem = shallowRef<Problem>()

  watch(passphrase, async (typed) => {
    const estimated = typed === '' ? undefined : await estimate(typed)
    // Meanwhile more may have been typed.
    if (typed === passphrase.value) strength.value = estimated
    if (estimated?.level !== 'weak') acceptsWeak.value = false
  })

  // What was wrong with it is not said of what is typed now.
  watch([passphrase, repeat], () => {
    problem.value = undefined
  })

  /** Whether it can be set; where it cannot, the errors say why. */
  async function check(): Promise<boolean> {
    const found = await findProblem()
    problem.value = found
    return found === undefined
  }

  async function findProblem(): Promise<Problem | undefined> {
    if (passphrase.value === '') return { place: 'passphrase', sentence: 'welcome.error.empty' }
    const { level } = await estimate(passphrase.value)
    if (level === 'very-weak') return { place: 'passphrase', sentence: 'welcome.error.veryWeak' }
    if (level === 'weak' && !acceptsWeak.value) {
      return { place: 'passphrase', sentence: 'welcome.error.weak' }
    }
    if (repeat.value === '') return { place: 'repeat', sentence: 'welcome.error.repeatEmpty' }
    const isSame = repeat.value === passphrase.value
    return isSame ? undefined : { place: 'repeat', sentence: 'welcome.error.mismatch' }
  }

  async function suggest(): Promise<void> {
    const { suggestPassphrase } = await import('../../core/passphrase/suggestPassphrase')
    suggestion.value = suggestPassphrase(currentLanguage.value, randomBytes)
  }

  /** Another passphrase: what was repeated of the one before is no part of it. */
  function take(words: string): void {
    passphrase.value = words
    repeat.value = ''
  }

  function clear(): void {
    passphrase.value = ''
    repeat.value = ''
    suggestion.value = undefined
  }

  const errorAt = (place: Problem['place']) =>
    computed(() => (problem.value?.place === place ? t(problem.value.sentence) : undefined))

  return {
    passphrase,
    repeat,
    acceptsWeak,
    strength: computed(() => strength.value),
    passphraseError: errorAt('passphrase'),
    repeatError: errorAt('repeat'),
    suggestion: computed(() => suggestion.value),
    suggest,
    take,
    check,
    clear,
  }
}

export type NewPassphrase = ReturnType<typeof useNewPassphrase>

/** What is said of it to the background, which remembers a weak one and has no lists to judge by. */
export async function judge(passphrase: string): Promise<Pick<ChosenPassphrase, 'isWeak'>> {
  const { level } = await estimate(passphrase)
  return level === 'weak' || level === 'very-weak' ? { isWeak: true } : {}
}

async function estimate(passphrase: string): Promise<Strength> {
  return (await loadEstimate()).estimateStrength(passphrase)
}
