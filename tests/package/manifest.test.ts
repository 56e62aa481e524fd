import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const OUTPUT = join(import.meta.dirname, '../../.output')

// Read from the built extension: `npm test` builds before it runs these.
function readManifest(build: string): Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync(join(OUTPUT, build, 'manifest.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null)
    throw new Error('manifest is not an object')
  return { ...manifest, version: 'x.y.z' }
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the manifest of %s', (build) => {
  it('asks for nothing new without someone noticing', () => {
    expect(readManifest(build)).toMatchSnapshot()
  })

  it('requires no site access', () => {
    expect(readManifest(build)['host_permissions']).toBeUndefined()
    expect(readManifest(build)['content_scripts']).toBeUndefined()
  })

  it('lets no page run code that is not in the package', () => {
    const policy = JSON.stringify(readManifest(build)['content_security_policy'])
    expect(policy).not.toMatch(/'unsafe-eval'|unsafe-inline|https?:/u)
  })

  it('carries the QR decoder, and not the address that it would be fetched from', () => {
    expect(readdirSync(join(OUTPUT, build))).toContain('zxing_reader.wasm')
    const worker = readFileSync(join(OUTPUT, build, 'qrWorker.js'), 'utf8')
    expect(worker).toContain('.wasm')
    expect(worker).not.toMatch(/jsdelivr|unpkg|cdn/iu)
  })
})

describe('the build for tests', () => {
  it('differs from the shipped one in what it may do unasked, and in its name', () => {
    const { optional_host_permissions, optional_permissions, ...shipped } =
      readManifest('chrome-mv3')
    const tested = readManifest('chrome-mv3-e2e')
    expect(tested['name']).toMatch(/test build/u)
    expect(tested).toEqual({
      ...shipped,
      name: tested['name'],
      host_permissions: optional_host_permissions,
      permissions: [shipped['permissions'], optional_permissions].flat(),
    })
  })

  it('has every other file of it, to the byte', () => {
    const read = (build: string) =>
      readdirSync(join(OUTPUT, build), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [relative(join(OUTPUT, build), path), readFileSync(path, 'base64')])
    expect(read('chrome-mv3-e2e')).toEqual(read('chrome-mv3'))
  })
})
