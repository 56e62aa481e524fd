import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const documents = readdirSync(ROOT).filter((file) => file.endsWith('.md'))
const tests = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `tests/${file}`)

describe.each(documents)('%s', (document) => {
  it('names only npm scripts that exist', () => {
    const named = [...read(document).matchAll(/(?:^|`)npm (?:run )?([a-z][\w:-]*)/gm)]
      .map((match) => match[1] ?? '')
      .filter((name) => !NPM_ITSELF.has(name))
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('links only to files that exist', () => {
    const links = [...read(document).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map((match) => match[1])
    expect(links.filter((link) => link && !existsSync(join(ROOT, link)))).toEqual([])
  })
})

it('leaves no test out', () => {
  const leftOut = /\b(?:it|test|describe)\w*\.(?:skip|skipIf|runIf|only|todo|fails)\b/
  expect(tests.filter((test) => leftOut.test(read(test)))).toEqual([])
})

const NPM_ITSELF = new Set(['ci', 'install', 'run'])

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
