import { browser } from './browser'

/**
 * Calls back when the screen was locked, and when somebody is back. Chromium only: Firefox tells idle
 * from active and nothing else, so the extension does not ask for the permission there.
 */
export function onScreenChange(callback: (state: 'locked' | 'back') => void): void {
  // Absent without the permission, whatever the types say.
  const idle = browser.idle as typeof browser.idle | undefined
  idle?.onStateChanged.addListener((state) => {
    if (state === 'locked') callback('locked')
    if (state === 'active') callback('back')
  })
}
