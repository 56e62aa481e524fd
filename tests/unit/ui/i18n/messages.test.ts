import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Message } from '@/utils/ui/i18n/i18n'
import { en, type MessageKey } from '@/utils/ui/i18n/messages/en'
import { id } from '@/utils/ui/i18n/messages/id'

// Object.keys forgets what the keys are.
const KEYS = Object.keys(en) as MessageKey[]

// Names, and words that Indonesian writes as English does.
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

it('has an Indonesian sentence for every key, and no other', () => {
  expect(Object.keys(id).sort()).toEqual([...KEYS].sort())
})

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

it('translates everything but names', () => {
  const same = KEYS.filter((key) => formsOf(id[key]).join() === formsOf(en[key]).join())
  expect(same.filter((key) => !SAME_IN_BOTH.has(key))).toEqual([])
})

it('names the same values in both languages', () => {
  const differing = KEYS.filter((key) => placeholdersOf(id[key]) !== placeholdersOf(en[key]))
  expect(differing).toEqual([])
})

it.each([
  ['en', en],
  ['id', id],
] as const)('has only the plural forms of %s, and always the last resort', (language, messages) => {
  const categories: readonly string[] = new Intl.PluralRules(language).resolvedOptions()
    .pluralCategories
  const wrong = KEYS.filter((key) => {
    const message: Message = messages[key]
    if (typeof message === 'string') return false
    const forms = Object.keys(message)
    return !forms.includes('other') || forms.some((form) => !categories.includes(form))
  })
  expect(wrong).toEqual([])
})

it.each([
  ['en', en],
  ['id', id],
] as const)('speaks calmly in %s', (_language, messages) => {
  const loud = KEYS.filter((key) =>
    formsOf(messages[key]).some((form) => /!|oops|^\s|\s$|\s{2}/iu.test(form)),
  )
  expect(loud).toEqual([])
})

function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : Object.values(message)
}

function placeholdersOf(message: Message): string {
  return [...new Set(formsOf(message).flatMap((form) => form.match(/\{\w+\}/gu) ?? []))]
    .sort()
    .join()
}
