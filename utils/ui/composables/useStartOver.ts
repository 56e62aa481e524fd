import { computed, ref, shallowRef } from 'vue'
import { openPage } from '../../platform/tabs'
import { request } from '../../protocol/pageClient'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'

/** Puts the vault away and begins anew; behind a word that is typed by hand. */
export function useStartOver() {
  const word = ref('')
  const isBusy = shallowRef(false)
  const problem = shallowRef<() => string>()

  const isTyped = computed(
    () => word.value.trim().toLowerCase() === t('startOver.word').toLowerCase(),
  )

  async function submit(page: '/welcome.html' | '/welcome.html#restore'): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    const reply = await request('vault.startOver', {})
    isBusy.value = false
    problem.value = reply.ok ? undefined : () => errorMessage(reply.code, reply.detail)
    if (reply.ok) await openPage(page)
  }

  return {
    word,
    isTyped,
    isBusy: computed(() => isBusy.value),
    error: computed(() => problem.value?.()),
    submit,
  }
}
