import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MENU_MESSAGES } from '@/utils/ui/i18n/menuMessages'
import { messages as en } from '@/utils/ui/i18n/messages/en'

const ROOT = join(import.meta.dirname, '../../../..')
// Names a sentence for every error there is; the menu says another one where it lacks it.
const NAMES_ALL = 'utils/ui/i18n/errorMessage.ts'

it('leaves the menu every sentence that it names', () => {
  const files = followImports('entrypoints/menuApp.ts')
  expect(files).toContain('components/menu/MenuFooter.vue')
  const named = files
    .filter((file) => /^(?:components|utils\/ui)\//u.test(file) && file !== NAMES_ALL)
    .flatMap((file) => [...read(file).matchAll(/'([a-z]+\.[\w.-]+)'/giu)].map((match) => match[1]))
    .filter((key): key is string => key !== undefined && key in en)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((key) => !MENU_MESSAGES.test(key))).toEqual([])
})

it('leaves it the errors that a fill can meet, and the last resort', () => {
  for (const key of ['error.unexpected', 'error.site-not-bound', 'error.field-elsewhere']) {
    expect(key in en).toBe(true)
    expect(key).toMatch(MENU_MESSAGES)
  }
})

it('leaves it nothing of the vault or of scanning', () => {
  const kept = Object.keys(en).filter((key) => MENU_MESSAGES.test(key))
  expect(kept.filter((key) => /passphrase|backup|capture|qr/iu.test(key))).toEqual([])
})

/** A file and all that it imports, as paths from the project's folder; no language, which are loaded late. */
function followImports(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return []
  seen.add(entry)
  const imports = [...read(entry).matchAll(/^import (?!type ).*?from '([^']+)'/gmsu)]
  for (const [, target = ''] of imports) {
    const path = target.startsWith('@/')
      ? target.slice(2)
      : target.startsWith('.')
        ? join(entry, '..', target)
        : undefined
    const file = [path, `${path ?? ''}.ts`].find(
      (it) => it !== undefined && /\.(?:ts|vue)$/u.test(it) && existsSync(join(ROOT, it)),
    )
    if (file !== undefined) followImports(file, seen)
  }
  return [...seen]
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
