import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

describe.each(['en', 'id'])('the listing in %s', (language) => {
  const listing = readFileSync(join(ROOT, `docs/store/listing.${language}.md`), 'utf8')
  const messages = JSON.parse(
    readFileSync(join(ROOT, `public/_locales/${language}/messages.json`), 'utf8'),
  ) as Record<'extensionName' | 'extensionDescription', { message: string }>

  it('has the name and the summary of the package, as long as stores allow', () => {
    expect(listing).toContain(messages.extensionName.message)
    expect(listing).toContain(messages.extensionDescription.message)
    expect(messages.extensionName.message.length).toBeLessThanOrEqual(45)
    expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132)
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
