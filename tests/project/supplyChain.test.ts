import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as icons from 'simple-icons'
import { expect, it } from 'vitest'
import { BRANDS } from '../../utils/ui/brands/brandTable.ts'

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

const ROOT = join(import.meta.dirname, '../..')
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')

const LICENCES = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0|\(MIT OR CC0-1\.0\))$/u
// One brings the project's Node, the other chooses the resolver of the linter that fits the system.
const RUNS_WHEN_INSTALLED = ['node_modules/node', 'node_modules/unrs-resolver']

it('pins every dependency to one version', () => {
  const versions = Object.entries({ ...dependencies, ...devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

it('locks every package by its content, and names no registry', () => {
  expect(locked.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([])
  expect(read('package-lock.json')).not.toContain('"resolved"')
})

it('says of every runtime dependency why it is there', () => {
  const reasons = read('docs/adr/0003-libraries.md')
  const named = [...reasons.matchAll(/^\| `([^`]+)` +\|/gmu)].map(([, name]) => name)
  expect(named.sort()).toEqual(Object.keys(dependencies).sort())
})

it('ships nothing whose licence forbids it', () => {
  const shipped = locked.filter(([, { dev = false }]) => !dev)
  const unfit = shipped.filter(([, { license = 'unknown' }]) => !LICENCES.test(license))
  expect(unfit.map(([path, { license }]) => [path, license])).toEqual([])
})

it('names the owner of every drawing that is not free of all terms', () => {
  const shipped = new Set(
    BRANDS.trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  )
  const owned = Object.values(icons)
    .filter(({ slug, license }) => shipped.has(slug) && (license?.type ?? 'CC0-1.0') !== 'CC0-1.0')
    .map(({ title }) => title)
  expect(owned.length).toBeGreaterThan(0)
  expect(owned.filter((title) => !read('NOTICES.md').includes(title))).toEqual([])
})

it('runs scripts of two packages only when it is installed', () => {
  const running = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path)
  expect(running).toEqual(RUNS_WHEN_INSTALLED)
})

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
