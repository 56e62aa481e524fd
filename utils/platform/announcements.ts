import { browser } from './browser'

const KEY = 'announcement'

/**
 * Tells every open page of the extension. It goes through memory-backed storage and not by messages:
 * pages then have no message listener, and what one page tells the background is heard by no other.
 * In Firefox a frame of the extension inside a web page hears nothing.
 */
export async function announce(message: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: { message, id: crypto.randomUUID() } })
}

/** Calls back for each announcement; returns the way to stop. */
export function onAnnouncement(callback: (message: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const value = area === 'session' ? changes[KEY]?.newValue : undefined
    if (typeof value === 'object' && value !== null && 'message' in value) callback(value.message)
  }
  browser.storage.onChanged.addListener(listener)
  return () => {
    browser.storage.onChanged.removeListener(listener)
  }
}
