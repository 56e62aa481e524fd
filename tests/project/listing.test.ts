import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserTexts as en } from '../../utils/ui/i18n/messages/en.ts'
import { browserTexts as id } from '../../utils/ui/i18n/messages/id.ts'

const ROOT = join(import.meta.dirname, '../..')

describe.each([
  ['en', en],
  ['id', id],
])('the listing in %s', (language, { extensionName, extensionDescription }) => {
  const listing = readFileSync(join(ROOT, `docs/store/listing.${language}.md`), 'utf8')

  it('has the name and the summary of the package, as long as stores allow', () => {
    expect(listing).toContain(extensionName)
    expect(listing).toContain(extensionDescription)
    expect(extensionName.length).toBeLessThanOrEqual(45)
    expect(extensionDescription.length).toBeLessThanOrEqual(132)
  })
})

const TABLES = ['README.md', 'README.id.md', 'docs/store/listing.en.md', 'docs/store/listing.id.md']

it.each(TABLES)('%s says why there is each permission of the manifests', (document) => {
  const listing = readFileSync(join(ROOT, document), 'utf8')
  const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')
  const asked = config.slice(config.indexOf('permissions: ['), config.indexOf('commands: {'))
  const names = [...asked.matchAll(/'(?!firefox)(\w+)'/gu)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(6)
  const table = listing
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')
  expect(names.filter((name) => !table.includes(`\`${name}\``))).toEqual([])
})
