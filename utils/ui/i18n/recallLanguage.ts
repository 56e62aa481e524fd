const KEY = 'language'

/** The language that a page spoke last: the next one starts with it before the settings are known. */
export function recallLanguage(): string | undefined {
  return localStorage.getItem(KEY) ?? undefined
}

export function rememberLanguage(language: string): void {
  if (recallLanguage() !== language) localStorage.setItem(KEY, language)
}
