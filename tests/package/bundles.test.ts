import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const OUTPUT = join(ROOT, '.output')
const KILO = 1000

describe.each(['chrome-mv3', 'firefox-mv3'])('the bundles of %s', (build) => {
  const folder = join(OUTPUT, build)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const texts = files.filter((file) => /\.(?:js|html|css|json)$/u.test(file))

  // Bytes of JavaScript, compressed, until the first thing is shown.
  it.each([
    ['what every page gets', ['otp.js'], 12],
    ['what a page with a candidate gets', ['autofill.js'], 48],
    ['the popup', [...loadedBy('popup.html'), language()], 110],
    ['the in-page menu', loadedBy('menu.html'), 35],
    ['the background', ['background.js'], 150],
  ])('%s: %s at most %i kB', (_what, names, kilobytes) => {
    expect(names.length).toBeGreaterThan(0)
    const sizes = names.map((name) => gzipSync(readFileSync(join(folder, name))).length)
    expect(sizes.reduce((sum, size) => sum + size, 0) / KILO).toBeLessThanOrEqual(kilobytes)
  })

  it('make a package of at most 2.5 MB', () => {
    const compressed = files.map((file) => gzipSync(readFileSync(file)).length)
    expect(compressed.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2.5e6)
  })

  it('have each language where the popup asks for it before its own code', () => {
    const written = readdirSync(join(ROOT, 'utils/ui/i18n/messages'))
    expect(languages().sort()).toEqual(written.map((name) => `languages/${name.slice(0, -3)}.js`))
    expect(readdirSync(join(folder, '_locales'))).toEqual(written.map((name) => name.slice(0, -3)))
    expect(readFileSync(join(folder, 'ask.js'), 'utf8')).toContain('/languages/')
  })

  it('leave what is heavy to its own time', () => {
    for (const page of ['popup.html', 'menu.html', 'options.html', 'welcome.html']) {
      const loaded = loadedBy(page).map((name) => readFileSync(join(folder, name), 'utf8'))
      expect(loaded.join('\n')).not.toMatch(/zxing|kdbx|correcthorse/iu)
    }
  })

  it('run nothing that is written at run time or fetched', () => {
    const found = texts.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return [...text.matchAll(WRITTEN_OR_FETCHED)].map(({ index }) =>
        text.slice(index - 32, index + 36),
      )
    })
    expect(found).toEqual([])
  })

  it('know no address but these', () => {
    const addresses = texts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\)]*/gu)].map(
        ([address]) => address,
      ),
    )
    expect([...new Set(addresses)].filter((address) => !isKnown(address))).toEqual([])
  })

  it('carry the licence of each library inside', () => {
    const licences = readFileSync(join(folder, 'licences.txt'), 'utf8')
    const heads = licences.split(/\n-{72}\n\n/u).slice(2)
    const named = heads.map((text) => /^(\S+) \S+, (.*)$/mu.exec(text) ?? [])
    const names = named.map(([, name]) => name)
    expect(names).toEqual(expect.arrayContaining(['@vue/runtime-core', 'otpauth', 'zxing-wasm']))
    const terms = named.map(([, , term]) => term ?? '')
    expect(
      terms.filter((term) => !/^(?:MIT|ISC|Apache-2\.0|BSD-\d-Clause|MPL-2\.0)$/u.test(term)),
    ).toEqual([])
  })

  function loadedBy(page: string): string[] {
    const html = readFileSync(join(folder, page), 'utf8')
    return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/gu)].map(([, name = '']) => name)
  }

  /** The larger one of the languages that a popup may speak. */
  function language(): string {
    const size = (name: string) => readFileSync(join(folder, name)).length
    const [largest = ''] = languages().sort((a, b) => size(b) - size(a))
    return largest
  }

  function languages(): string[] {
    return readdirSync(join(folder, 'languages')).map((name) => join('languages', name))
  }
})

/** `import` of a text is a chunk of the package; of anything else it could be what a page names. */
const WRITTEN_OR_FETCHED = /\beval\(|\bFunction\(|\bimportScripts\(|\bimport\((?!["'`])/gu

const KNOWN_ADDRESSES = [
  // Names of XML namespaces, which nobody fetches.
  /^http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|1999\/(?:xhtml|xlink)|2000\/(?:svg|xmlns\/)|XML\/1998\/namespace)$/u,
  // Patterns and beginnings of the person's own sites.
  /^https:\/\/(?:\*\/\*|\*\.|\$\{.*)?$/u,
  /^http:\/\/(?:localhost|127\.0\.0\.1|\*\.localhost)\/\*$/u,
  /^http:\/\/\$\{/u,
  // Vue names an error by this in place of its text.
  /^https:\/\/vuejs\.org\/error-reference\/#runtime-\$\{/u,
]

function isKnown(address: string): boolean {
  return KNOWN_ADDRESSES.some((known) => known.test(address))
}
