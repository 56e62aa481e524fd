import { defineStore } from 'pinia'

/**
 * Copies codes and takes them away again when the vault locks. A page cannot see whose text the
 * clipboard holds without a permission to read it, so a copy counts as ours only while this page has
 * kept the focus: nothing else can have been copied meanwhile by hand.
 */
export const useClipboard = defineStore('clipboard', () => {
  let isOurs = false

  /** Whether it was copied: a page without focus may not. */
  async function copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return false
    }
    isOurs = true
    addEventListener('blur', forget, { once: true })
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
  }

  return { copy, clear }
})
