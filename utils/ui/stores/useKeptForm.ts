import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import type { FormName, KeptForm } from '../../protocol/views'

const TYPING_PAUSE_MS = 200

/** The form that is being filled in, kept by the background for a popup that closes over it. */
export const useKeptForm = defineStore('keptForm', () => {
  const form = shallowRef<KeptForm>()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Goes on where the popup was when it closed. */
  function resume(kept: KeptForm): void {
    form.value = kept
  }

  function find({ view, accountId }: FormName): string | undefined {
    const kept = form.value
    return kept?.view === view && kept.accountId === accountId ? kept.text : undefined
  }

  /** The same as the background has it: it may have been filled in further in the popup or beside the page. */
  async function read(name: FormName): Promise<string | undefined> {
    await flush()
    const reply = await request('form.read', name)
    return reply.ok ? reply.value.text : undefined
  }

  function keep(next: KeptForm): void {
    if (find(next) === undefined) void flush()
    form.value = next
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), TYPING_PAUSE_MS)
  }

  /** Hands over what is still waiting; before the page goes away. */
  async function flush(): Promise<void> {
    if (timer === undefined) return
    stop()
    if (form.value) await request('form.keep', { ...form.value })
  }

  /** The form was sent or left. */
  function forget(name: FormName): void {
    if (find(name) === undefined) return
    clear()
    void request('form.forget', name)
  }

  /** The vault was locked, and nothing is kept any more. */
  function clear(): void {
    stop()
    form.value = undefined
  }

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  onScopeDispose(stop)

  return { resume, find, read, keep, flush, forget, clear }
})
