import { computed, ref } from 'vue'
import type { Settings } from '../../protocol/settings'
import type { HelpTexts } from './helpTopics'
import type { MessageKey } from './messages/en'
import { recallLanguage, rememberLanguage } from './recallLanguage'

/** A sentence, or one per plural category of the language (CLDR names, as Intl.PluralRules says). */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>
export type Messages = Readonly<Record<MessageKey, Message>>
export type Values = Readonly<Record<string, string | number>>

interface Catalogue {
  /** As those who speak it call it. */
  readonly name: string
  readonly messages: Messages
  readonly help: HelpTexts
}
/** The name of a file of `messages`: a code of ISO 639, as in the languages that browsers name. */
type Language = string

// Each language is a file of its own. A page loads the one it speaks; where one is chosen, all.
const FILES = import.meta.glob<Catalogue>('./messages/*.ts')
const LOADERS: ReadonlyMap<Language, () => Promise<Catalogue>> = new Map(
  Object.entries(FILES).map(([path, load]) => [path.replace(/^.*\/|\.ts$/gu, ''), load]),
)

const catalogues = new Map<Language, Catalogue>()
const language = ref<Language>('en')
let wanted: Language = 'en'

/** The language of this page; every `t` in a template follows it. */
export const currentLanguage = computed(() => language.value)
export const currentHelp = computed(() => catalogues.get(language.value)?.help)

/** Starts with the language that this page most likely speaks. */
export function startLanguage(): Promise<void> {
  return setLanguage(recallLanguage() ?? 'auto')
}

/** Settles when the page can be shown in that language; at once where it is loaded already. */
export function setLanguage(
  choice: Settings['language'],
  browserLanguages = navigator.languages,
): Promise<void> {
  const chosen = pickLanguage(choice, browserLanguages)
  wanted = chosen
  if (!catalogues.has(chosen)) {
    return loadLanguage(chosen).then(() => {
      show(chosen)
    })
  }
  show(chosen)
  return Promise.resolve()
}

export function hasLanguage(choice: Settings['language']): boolean {
  return catalogues.has(pickLanguage(choice, navigator.languages))
}

export async function loadLanguage(name: Language): Promise<void> {
  const catalogue = catalogues.get(name) ?? (await LOADERS.get(name)?.())
  if (catalogue) catalogues.set(name, catalogue)
}

/** For pages on which one is chosen: then they are there at once, each with its own name. */
export async function loadLanguages(): Promise<void> {
  await Promise.all([...LOADERS.keys()].map(loadLanguage))
}

/** Each language that is loaded by its own name, so that it can be found by those who read no other. */
export function listLanguages(): readonly { readonly value: Language; readonly label: string }[] {
  return [...catalogues]
    .map(([value, { name }]) => ({ value, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

function show(chosen: Language): void {
  if (chosen !== wanted) return // another one was chosen meanwhile
  language.value = chosen
  document.documentElement.lang = chosen
  rememberLanguage(chosen)
}

/** The sentence for a key, with `{name}` replaced; `count` chooses the plural form. */
export function t(key: MessageKey, values: Values = {}): string {
  const message = catalogues.get(language.value)?.messages[key] ?? ''
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

/** Older systems say `in` for Indonesian, and readers of its neighbours are served best by it too. */
const SERVED_BY: Readonly<Record<string, Language>> = { in: 'id', ms: 'id', jv: 'id', su: 'id' }

/** What was chosen, or the first language of the browser that there is. */
function pickLanguage(choice: Settings['language'], browserLanguages: readonly string[]): Language {
  const asked = [choice, ...browserLanguages].map((tag) => tag.toLowerCase().split('-')[0] ?? '')
  const known = asked
    .flatMap((code) => [code, SERVED_BY[code] ?? ''])
    .find((code) => LOADERS.has(code))
  return known ?? 'en'
}
