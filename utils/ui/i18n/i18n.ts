import { computed, ref } from 'vue'
import type { Language, Settings } from '../../protocol/requests'
import { en, type MessageKey } from './messages/en'
import { id } from './messages/id'

/** A sentence, or one per plural category of the language (CLDR names, as Intl.PluralRules says). */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>
export type Messages = Readonly<Record<MessageKey, Message>>
export type Values = Readonly<Record<string, string | number>>

const MESSAGES: Readonly<Record<Language, Messages>> = { en, id }

const language = ref<Language>('en')

/** The language of this page; every `t` in a template follows it. */
export const currentLanguage = computed(() => language.value)

export function setLanguage(
  choice: Settings['language'],
  browserLanguages = navigator.languages,
): void {
  language.value = choice === 'auto' ? pickLanguage(browserLanguages) : choice
  document.documentElement.lang = language.value
}

/** The sentence for a key, with `{name}` replaced; `count` chooses the plural form. */
export function t(key: MessageKey, values: Values = {}): string {
  const message = MESSAGES[language.value][key]
  return choosePlural(message, values['count']).replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? formatNumber(value) : value
  })
}

function choosePlural(message: Message, count: string | number | undefined): string {
  if (typeof message === 'string') return message
  const rule = new Intl.PluralRules(language.value).select(Number(count))
  return message[rule] ?? message.other ?? ''
}

function formatNumber(value: number): string {
  return new Intl.NumberFormat(language.value).format(value)
}

/** Indonesian browsers say `id`, older systems `in`, and `ms` readers are served better by it too. */
function pickLanguage(languages: readonly string[]): Language {
  for (const tag of languages) {
    const [primary = ''] = tag.toLowerCase().split('-')
    if (primary === 'en') return 'en'
    if (['id', 'in', 'ms', 'jv', 'su'].includes(primary)) return 'id'
  }
  return 'en'
}
