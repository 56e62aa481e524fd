/**
 * `npm run zip`: the packages for the stores and their sources, with checksums, in `.output`.
 *   npm run zip -- --verify   makes them once more from the sources, in another folder and time zone,
 *                             and fails unless every byte is the same
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, run, withProgress } from './children.mjs'
import { installPackages } from './setup.mjs'

const OTHER_TIME_ZONE = 'Pacific/Chatham'

const { values: options } = parseArgs({ options: { verify: { type: 'boolean', default: false } } })

await installPackages()
const sums = await zipIn(ROOT)
writeFileSync(join(ROOT, '.output/SHA256SUMS'), sums)
console.log(sums.trimEnd())
if (options.verify) await verify(sums)

async function verify(expected) {
  const folder = mkdtempSync(join(tmpdir(), 'sandi-sources-'))
  try {
    await unpack(
      findZips(ROOT).find((name) => name.endsWith('-sources.zip')),
      folder,
    )
    await succeed('Installing', 'node', ['scripts/setup.mjs', '--no-browsers'], { cwd: folder })
    const rebuilt = await zipIn(folder, { TZ: OTHER_TIME_ZONE })
    if (rebuilt !== expected) throw new Error(`The sources make other packages:\n${rebuilt}`)
    console.log(`The same, made from the sources in another folder and in ${OTHER_TIME_ZONE}.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns {Promise<string>} lines as `sha256sum` writes them */
async function zipIn(cwd, env = {}) {
  for (const name of findZips(cwd)) rmSync(join(cwd, '.output', name))
  await succeed('Firefox', 'wxt', ['zip', '-b', 'firefox', '--mv3'], { cwd, env })
  // Last, as its sources stay: those made with Firefox lack the page that only Chromium has.
  await succeed('Chromium and sources', 'wxt', ['zip'], { cwd, env })
  return findZips(cwd)
    .map((name) => `${digest(readFileSync(join(cwd, '.output', name)))}  ${name}\n`)
    .join('')
}

async function succeed(label, command, args, options) {
  const { code, output } = await withProgress(label, run(command, args, options))
  if (code !== 0) throw new Error(output)
}

function findZips(folder) {
  const output = join(folder, '.output')
  mkdirSync(output, { recursive: true })
  return readdirSync(output)
    .filter((name) => name.endsWith('.zip'))
    .sort()
}

async function unpack(name, folder) {
  // Not there before the packages are.
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } = await import('@zip.js/zip.js')
  const reader = new ZipReader(new Uint8ArrayReader(readFileSync(join(ROOT, '.output', name))))
  for (const entry of await reader.getEntries()) {
    const path = join(folder, entry.filename)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await entry.getData(new Uint8ArrayWriter()))
  }
  await reader.close()
}

function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
