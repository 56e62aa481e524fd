import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TOPICS, type HelpText } from '@/utils/ui/i18n/helpTopics'
import type { Message } from '@/utils/ui/i18n/i18n'
import * as english from '@/utils/ui/i18n/messages/en'
import type * as indonesian from '@/utils/ui/i18n/messages/id'

type Language = typeof indonesian

const LANGUAGES = Object.entries(
  import.meta.glob<Language>('@/utils/ui/i18n/messages/*.ts', { eager: true }),
).map(([path, language]) => ({ code: path.replace(/^.*\/|\.ts$/gu, ''), ...language }))
const TRANSLATIONS = LANGUAGES.filter(({ code }) => code !== 'en')

const { messages: en } = english
// Object.keys forgets what the keys are.
const KEYS = Object.keys(en) as english.MessageKey[]

// Names, and words that a language may write as English does.
const SAME_IN_BOTH: ReadonlySet<string> = new Set([
  'app.name',
  'export.aegis',
  'export.bitwarden',
  'export.twofas',
  'options.version',
  'review.kindSteam',
  'row.counter',
  'row.counterNamed',
  'typed.steam',
])

it('has no key that nobody uses', () => {
  const source = ['components', 'entrypoints', 'utils']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.(?:ts|vue)$/u.test(file) && !file.includes('messages'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const prefixes = [...source.matchAll(/`([a-z][\w.]+\.)\$\{/giu)].map(([, prefix = '']) => prefix)
  const isUsed = (key: string) =>
    source.includes(`'${key}'`) ||
    source.includes(`"${key}"`) ||
    prefixes.some((prefix) => key.startsWith(prefix))
  expect(KEYS.filter((key) => !isUsed(key))).toEqual([])
})

describe.each(TRANSLATIONS)('the translation to $code', ({ messages, browserTexts, help }) => {
  it('has a sentence for every key, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual([...KEYS].sort())
    expect(Object.keys(browserTexts).sort()).toEqual(Object.keys(english.browserTexts).sort())
  })

  it('translates everything but names', () => {
    const same = KEYS.filter((key) => formsOf(messages[key]).join() === formsOf(en[key]).join())
    expect(same.filter((key) => !SAME_IN_BOTH.has(key))).toEqual([])
  })

  it('names the same values', () => {
    const differing = KEYS.filter(
      (key) => placeholdersOf(messages[key]) !== placeholdersOf(en[key]),
    )
    expect(differing).toEqual([])
  })

  it.each(TOPICS)('helps with %s as much as English does', (topic) => {
    const shapeOf = ({ paragraphs, steps }: HelpText) => [paragraphs.length, steps?.length]
    const texts = ({ title, paragraphs, steps = [] }: HelpText) => [title, ...paragraphs, ...steps]
    expect(shapeOf(help[topic])).toEqual(shapeOf(english.help[topic]))
    const same = texts(english.help[topic]).filter((text) => texts(help[topic]).includes(text))
    expect(same).toEqual([])
  })
})

describe.each(LANGUAGES)('the language $code', ({ code, name, messages, browserTexts }) => {
  it('has its own name, and for the stores a name and a summary that are short enough', () => {
    expect(name).not.toBe('')
    expect(browserTexts.extensionName.length).toBeLessThanOrEqual(45)
    expect(browserTexts.extensionDescription.length).toBeLessThanOrEqual(132)
  })

  it('has only its own plural forms, and always the last resort', () => {
    const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions()
    const categories: readonly string[] = pluralCategories
    const wrong = KEYS.filter((key) => {
      const message: Message = messages[key]
      if (typeof message === 'string') return false
      const forms = Object.keys(message)
      return !forms.includes('other') || forms.some((form) => !categories.includes(form))
    })
    expect(wrong).toEqual([])
  })

  it('speaks calmly', () => {
    const loud = KEYS.filter((key) =>
      formsOf(messages[key]).some((form) => /!|oops|^\s|\s$|\s{2}/iu.test(form)),
    )
    expect(loud).toEqual([])
  })
})

function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : Object.values(message)
}

function placeholdersOf(message: Message): string {
  return [...new Set(formsOf(message).flatMap((form) => form.match(/\{\w+\}/gu) ?? []))]
    .sort()
    .join()
}
