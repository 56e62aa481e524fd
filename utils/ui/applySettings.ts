import type { Settings } from '../protocol/requests'
import { setLanguage } from './i18n/i18n'

/** Gives this page the person's language and theme. */
export function applySettings({ language, theme }: Settings): void {
  setLanguage(language)
  document.documentElement.dataset['theme'] = theme
}
