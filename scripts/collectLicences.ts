import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u
const SEPARATOR = `\n\n${'-'.repeat(72)}\n\n`

/**
 * What the licences of the libraries in a bundle ask to be shipped with it.
 *
 * @param root the project's folder
 * @param moduleIds the modules of the bundle, as its bundler names them
 * @returns the project's own notices and licence, then each library's
 */
export function collectLicences(root: string, moduleIds: readonly string[]): string {
  const folders = new Set(moduleIds.flatMap((id) => PACKAGE_FOLDER.exec(id)?.[0] ?? []))
  const own = ['NOTICES.md', 'LICENSE'].map((file) => readFileSync(join(root, file), 'utf8'))
  const others = new Set([...folders].map(describeLicence).sort())
  return `${[...own, ...others].map((text) => text.trim()).join(SEPARATOR)}\n`
}

function describeLicence(folder: string): string {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license: string; author?: string | { name: string } }
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)/iu.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const holder = typeof author === 'object' ? author.name : author
  if (texts.length === 0) texts.push(`Copyright ${holder ?? `the authors of ${name}`}`)
  return [`${name} ${version}, ${license}`, ...texts].join('\n\n')
}
