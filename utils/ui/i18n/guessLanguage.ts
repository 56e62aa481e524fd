import type { Language } from '../../protocol/settings'

/** What was chosen last, so that the next page starts with it before the settings are known. */
const HINT = 'language'

/** The language that this page most likely speaks, known before anything is loaded. */
export function guessLanguage(): Language {
  const hint = localStorage.getItem(HINT)
  return hint === 'en' || hint === 'id' ? hint : pickLanguage(navigator.languages)
}

export function rememberLanguage(language: Language): void {
  if (localStorage.getItem(HINT) !== language) localStorage.setItem(HINT, language)
}

/** Indonesian browsers say `id`, older systems `in`, and `ms` readers are served better by it too. */
export function pickLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const [primary = ''] = tag.toLowerCase().split('-')
    if (primary === 'en') return 'en'
    if (['id', 'in', 'ms', 'jv', 'su'].includes(primary)) return 'id'
  }
  return 'en'
}
