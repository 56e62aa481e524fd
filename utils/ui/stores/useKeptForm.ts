import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import type { KeptForm } from '../../protocol/views'

const TYPING_PAUSE_MS = 200

/** The form that is being filled in, kept by the background for a popup that closes over it. */
export const useKeptForm = defineStore('keptForm', () => {
  const form = shallowRef<KeptForm>()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Goes on where the popup was when it closed. */
  function resume(kept: KeptForm): void {
    form.value = kept
  }

  function find(view: KeptForm['view'], accountId?: string): string | undefined {
    const kept = form.value
    return kept?.view === view && kept.accountId === accountId ? kept.text : undefined
  }

  function keep(next: KeptForm): void {
    form.value = next
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), TYPING_PAUSE_MS)
  }

  /** Hands over what is still waiting; before the page goes away. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (form.value) await request('form.keep', { ...form.value })
  }

  /** The form was sent or left. */
  function forget(): void {
    clearTimeout(timer)
    if (!form.value) return
    form.value = undefined
    void request('form.forget', {})
  }

  onScopeDispose(() => {
    clearTimeout(timer)
  })

  return { resume, find, keep, flush, forget }
})
