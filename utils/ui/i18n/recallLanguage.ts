const KEY = 'language'

/**
 * The language that a page spoke last: the next one starts with it before the settings are known. No more than a
 * hint: where the browser refuses this storage, as to frames in pages of others, there is none.
 */
export function recallLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

export function rememberLanguage(language: string): void {
  if (recallLanguage() === language) return
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // The next page asks the settings.
  }
}
