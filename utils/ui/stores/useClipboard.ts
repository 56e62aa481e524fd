import { defineStore } from 'pinia'
import { request } from '../../protocol/pageClient'

/** How long what has no time of its own stays on the clipboard. */
const LIFETIME_SECONDS = 60
/** Longer than the code itself, for whoever pastes it at the last moment. */
const GRACE_SECONDS = 5

/**
 * Copies codes, and takes them away again when their time is over or the vault locks. A page cannot see
 * whose text the clipboard holds without a permission to read it, so here a copy counts as ours only while
 * this page has kept the focus: nothing else can have been copied meanwhile by hand. Where the permission
 * was given, the background clears it whatever becomes of this page.
 */
export const useClipboard = defineStore('clipboard', () => {
  let isOurs = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Whether it was copied: a page without focus may not. */
  async function copy(text: string, lifetimeSeconds = LIFETIME_SECONDS): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return false
    }
    const seconds = lifetimeSeconds + GRACE_SECONDS
    isOurs = true
    for (const event of ['blur', 'copy', 'cut']) addEventListener(event, forget, { once: true })
    clearTimeout(timer)
    timer = setTimeout(() => void clear(), seconds * 1000)
    void request('clipboard.copied', { text, seconds })
    return true
  }

  async function clear(): Promise<void> {
    if (!isOurs) return
    forget()
    // The page may have lost its focus this very moment; what it copied then is not ours to judge.
    await navigator.clipboard.writeText('').catch(() => undefined)
  }

  function forget(): void {
    isOurs = false
    clearTimeout(timer)
  }

  return { copy, clear }
})
