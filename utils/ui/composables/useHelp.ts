import { shallowRef, watchEffect } from 'vue'
import type { Language } from '../../protocol/settings'
import type { HelpTexts } from '../help/topics'
import { currentLanguage } from '../i18n/i18n'

const TEXTS: Readonly<Record<Language, () => Promise<{ readonly help: HelpTexts }>>> = {
  en: () => import('../help/en'),
  id: () => import('../help/id'),
}

/** The help in the language of the page: files of the extension, read when they are wanted. */
export function useHelp() {
  const texts = shallowRef<HelpTexts>()
  async function load(language: Language): Promise<void> {
    const { help } = await TEXTS[language]()
    if (language === currentLanguage.value) texts.value = help
  }
  watchEffect(() => void load(currentLanguage.value))
  return texts
}
