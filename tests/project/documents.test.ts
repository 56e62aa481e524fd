import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../utils/ui/i18n/i18n.ts'
import * as en from '../../utils/ui/i18n/messages/en.ts'
import * as id from '../../utils/ui/i18n/messages/id.ts'

const ROOT = join(import.meta.dirname, '../..')
const { version, scripts } = JSON.parse(read('package.json')) as {
  version: string
  scripts: Record<string, string>
}
const documents = ['', 'docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: folder !== '', encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file)),
)
const forUsers = documents.filter((file) =>
  /^(?:README|CHANGELOG|docs\/(?:guide|store))/u.test(file),
)
const tests = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })

describe.each(documents)('%s', (document) => {
  it('names only npm scripts that exist', () => {
    const named = find(document, /(?:^|`)npm (?:run )?([a-z][\w:-]*)/gmu)
    expect(named.filter((name) => !NPM_ITSELF.has(name) && !(name in scripts))).toEqual([])
  })

  it('links only to files and headings that exist', () => {
    const links = find(document, /(?:\]\(|src=")(?!\w+:)([^)"\s]+)/gu)
    expect(links.filter((link) => !leadsSomewhere(document, link))).toEqual([])
  })

  it('quotes only files that exist', () => {
    const paths = find(document, /`([\w./@-]+)`/gu).filter((code) => OURS.test(code))
    expect(paths.filter((path) => !isThere(path))).toEqual([])
  })
})

// What these set in italics is a name in the product, or how one of its sentences begins.
it.each(forUsers)('%s calls things what Sandi calls them', (document) => {
  const words = readWords(/\bid\.md$/u.test(document) ? 'id' : 'en')
  const names = find(document, /(?<![\w*])_([^_]+)_(?!\w)/gu)
    .flatMap((name) => name.replaceAll(/\s+/gu, ' ').split(' → '))
    .map((name) => name.replace(/…$/u, ''))
  expect(names.filter((name) => !words.some((word) => word.startsWith(name)))).toEqual([])
})

it('CHANGELOG.md says what this version brings', () => {
  expect(read('CHANGELOG.md')).toContain(`\n## [${version}] - `)
})

it('SECURITY.md names tests as they are called', () => {
  const texts = tests.filter((file) => file.endsWith('.ts')).map((file) => read(`tests/${file}`))
  const words = [...readWords('en'), ...texts]
  const names = find('SECURITY.md', /(?<![\w*])_([^_]+)_(?!\w)/gu).map((name) =>
    name.replaceAll(/\s+/gu, ' ').replace(/…$/u, ''),
  )
  expect(names.length).toBeGreaterThan(4)
  expect(names.filter((name) => !words.some((text) => text.includes(name)))).toEqual([])
})

it.each([
  ['README.md', 'README.id.md'],
  ['docs/guide.md', 'docs/guide.id.md'],
  ['docs/store/listing.en.md', 'docs/store/listing.id.md'],
  ['docs/store/privacy.en.md', 'docs/store/privacy.id.md'],
])('%s and %s have the same parts, and quote the same', (english, indonesian) => {
  const parts = /(^#+ |^- |^\d+\. |^\||^```|<img|\*\*)/gmu
  expect(find(indonesian, parts)).toEqual(find(english, parts))
  const quoted = (document: string) => [...find(document, /`([^`\n]+)`/gu)].sort()
  expect(quoted(indonesian)).toEqual(quoted(english))
})

const NPM_ITSELF = new Set(['ci', 'install', 'run'])
const OURS =
  /^(?:(?:tests|utils|core|platform|protocol|scripts|docs|components|entrypoints|bench)\/|.*\.test\.ts$)(?!.*\/x\.ts$)/u

function find(document: string, pattern: RegExp): readonly string[] {
  return [...read(document).matchAll(pattern)].map(([, found = '']) => found)
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? document : join(dirname(document), path)
  if (!existsSync(join(ROOT, target))) return false
  return (
    anchor === undefined ||
    find(target, /^#+ (.*)$/gmu)
      .map(toAnchor)
      .includes(anchor)
  )
}

function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}

/** A path, with or without `utils` and its ending, or the name of a test. */
function isThere(path: string): boolean {
  const places = ['', 'utils/'].flatMap((folder) => ['', '.ts'].map((end) => folder + path + end))
  return (
    places.some((place) => existsSync(join(ROOT, place))) ||
    tests.some((test) => test.endsWith(`/${path}`))
  )
}

function readWords(language: 'en' | 'id'): readonly string[] {
  const { messages, browserTexts } = language === 'id' ? id : en
  return Object.values<Message>({ ...messages, ...browserTexts }).flatMap((message) =>
    typeof message === 'string' ? message : Object.values(message),
  )
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
