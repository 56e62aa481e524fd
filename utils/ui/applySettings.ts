import type { Settings } from '../protocol/settings'
import { setLanguage } from './i18n/i18n'

/** Gives this page the person's language and looks; settles when it can be shown in them. */
export function applySettings({ language, theme, density }: Settings): Promise<void> {
  Object.assign(document.documentElement.dataset, { theme, density })
  return setLanguage(language)
}
