import { computed, ref, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'

export const MIN_PASSPHRASE_CHARACTERS = 8

interface Problem {
  readonly place: 'passphrase' | 'repeat' | 'form'
  /** Asked for when shown, so that it follows the language. */
  readonly sentence: () => string
}

/** The form that creates the vault. `onCreated` is called when it stands. */
export function useCreateVault(onCreated: () => void) {
  const passphrase = ref('')
  const repeat = ref('')
  const isBusy = ref(false)
  const problem = shallowRef<Problem>()

  /** Where the person should look next, or nothing when the vault was created. */
  async function submit(): Promise<Problem['place'] | undefined> {
    if (isBusy.value) return undefined
    problem.value = findProblem(passphrase.value, repeat.value)
    if (!problem.value) problem.value = await create()
    return problem.value?.place
  }

  async function create(): Promise<Problem | undefined> {
    isBusy.value = true
    const reply = await request('vault.create', { passphrase: passphrase.value })
    isBusy.value = false
    if (!reply.ok) {
      return { place: 'form', sentence: () => errorMessage(reply.code, reply.detail) }
    }
    passphrase.value = ''
    repeat.value = ''
    onCreated()
    return undefined
  }

  const errorAt = (place: Problem['place']) =>
    computed(() => (problem.value?.place === place ? problem.value.sentence() : undefined))

  return {
    passphrase,
    repeat,
    isBusy,
    passphraseError: errorAt('passphrase'),
    repeatError: errorAt('repeat'),
    formError: errorAt('form'),
    submit,
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
