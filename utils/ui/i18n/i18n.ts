import { computed, ref } from 'vue'
import type { Language, Settings } from '../../protocol/settings'
import { guessLanguage, pickLanguage, rememberLanguage } from './guessLanguage'
import type { MessageKey } from './messages/en'

/** A sentence, or one per plural category of the language (CLDR names, as Intl.PluralRules says). */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>
export type Messages = Readonly<Record<MessageKey, Message>>
export type Values = Readonly<Record<string, string | number>>

// Each language is a file of its own, and a page loads the one it speaks.
const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('./messages/en')).en,
  id: async () => (await import('./messages/id')).id,
}

const catalogues: Partial<Record<Language, Messages>> = {}
const language = ref<Language>('en')
let wanted: Language = 'en'

/** The language of this page; every `t` in a template follows it. */
export const currentLanguage = computed(() => language.value)

/** Starts with the language that this page most likely speaks. */
export function startLanguage(): Promise<void> {
  return setLanguage(guessLanguage())
}

/** Settles when the page can be shown in that language; at once where it is loaded already. */
export function setLanguage(
  choice: Settings['language'],
  browserLanguages = navigator.languages,
): Promise<void> {
  wanted = choice === 'auto' ? pickLanguage(browserLanguages) : choice
  const chosen = wanted
  if (!catalogues[chosen]) return loadLanguage(chosen).then(() => show(chosen))
  show(chosen)
  return Promise.resolve()
}

export function hasLanguage(choice: Settings['language']): boolean {
  return (choice === 'auto' ? pickLanguage(navigator.languages) : choice) in catalogues
}

export async function loadLanguage(name: Language): Promise<void> {
  catalogues[name] ??= await LOADERS[name]()
}

function show(chosen: Language): void {
  if (chosen !== wanted) return // another one was chosen meanwhile
  language.value = chosen
  document.documentElement.lang = chosen
  rememberLanguage(chosen)
}

/** The sentence for a key, with `{name}` replaced; `count` chooses the plural form. */
export function t(key: MessageKey, values: Values = {}): string {
  const message = catalogues[language.value]?.[key] ?? ''
  return choosePlural(message, values['count']).replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? formatNumber(value) : value
  })
}

function choosePlural(message: Message, count: string | number | undefined): string {
  if (typeof message === 'string') return message
  const rule = pluralsOf(language.value).select(Number(count))
  return message[rule] ?? message.other ?? ''
}

function formatNumber(value: number): string {
  return numbersOf(language.value).format(value)
}

// Each takes milliseconds to make, and every row of the list asks.
const pluralsOf = onceEach((name) => new Intl.PluralRules(name))
const numbersOf = onceEach((name) => new Intl.NumberFormat(name))

function onceEach<T>(make: (name: Language) => T): (name: Language) => T {
  const made = new Map<Language, T>()
  return (name) => {
    const known = made.get(name) ?? make(name)
    made.set(name, known)
    return known
  }
}
