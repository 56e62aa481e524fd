import type { Language } from '../../protocol/settings'

/** Each language by its own name, so that it can be found by those who read no other. */
export const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'id', label: 'Bahasa Indonesia' },
]
