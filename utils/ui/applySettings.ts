import { shallowRef } from 'vue'
import type { Settings } from '../protocol/settings'
import { setLanguage } from './i18n/i18n'

/** Whether this page shows the marks of services. */
export const showsIcons = shallowRef(true)

/** Gives this page the person's language and looks; settles when it can be shown in them. */
export function applySettings(settings: Settings): Promise<void> {
  const { language, theme, density } = settings
  Object.assign(document.documentElement.dataset, { theme, density })
  showsIcons.value = settings.showsIcons
  return setLanguage(language)
}
