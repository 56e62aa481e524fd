/**
 * Makes a fresh clone on a fresh machine ready: packages, generated types, browsers. Plain Node 20
 * with nothing installed runs it, and it takes no noticeable time when there is nothing to do.
 */
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowsers, variableFor } from './browsers.mjs'
import { ROOT, run, withProgress } from './children.mjs'

/** Debian's packages; the fonts let every script that a page or an account name uses be drawn. */
const DEBIAN_PACKAGES = { chrome: 'chromium', firefox: 'firefox-esr' }
const DEBIAN_FONTS = 'fonts-noto-core'

export async function setup({ quiet = false, browsers = ['chrome', 'firefox'] } = {}) {
  await installPackages()
  await generateTypes()
  await installBrowsers(browsers)
  if (!quiet) console.log('Ready.')
}

export async function installPackages() {
  if (packagesAreInstalled()) return
  const isFresh = !existsSync(join(ROOT, 'node_modules'))
  // `ci` is exact, but deletes the Node that may be running this, and refuses a
  // lockfile that does not agree with package.json. `install` takes what there is.
  if (isFresh && existsSync(join(ROOT, 'package-lock.json'))) {
    const { code } = await withProgress('Installing packages (npm ci)', npm('ci'))
    if (code === 0) return
  }
  await must('Installing packages (npm install)', npm('install'))
}

export async function generateTypes() {
  const generated = join(ROOT, '.wxt/tsconfig.json')
  const sources = [
    'wxt.config.ts',
    'package.json',
    'entrypoints',
    'node_modules/.package-lock.json',
  ]
  const isFresh = sources.every((path) => modifiedAt(join(ROOT, path)) <= modifiedAt(generated))
  if (existsSync(generated) && isFresh) return
  await must('Generating types (wxt prepare)', run('wxt', ['prepare']))
  // WXT leaves a file alone whose content stays the same; the time says that it was looked at.
  const now = new Date()
  utimesSync(generated, now, now)
}

export async function installBrowsers(kinds) {
  const missing = missingBrowsers(kinds)
  if (missing.length === 0) return
  const apt = await findApt()
  if (apt) {
    const packages = [...missing.map((kind) => DEBIAN_PACKAGES[kind]), DEBIAN_FONTS]
    await apt('Reading the package lists (apt-get update)', 'update')
    await apt(
      `Installing ${packages.join(', ')} (apt-get)`,
      'install',
      '-y',
      '--no-install-recommends',
      ...packages,
    )
  }
  const stillMissing = missingBrowsers(kinds)
  if (stillMissing.length > 0) throw new Error(whatToInstall(stillMissing))
}

function missingBrowsers(kinds) {
  const found = findBrowsers()
  return kinds.filter((kind) => !found[kind])
}

function whatToInstall(missing) {
  const names = { chrome: 'Chromium, Chrome or Edge', firefox: 'Firefox' }
  const wanted = missing.map((kind) => `${names[kind]} (or set ${variableFor(kind)} to its path)`)
  return `Please install ${wanted.join(' and ')}, then run this again.`
}

/** What npm wrote into node_modules must be what the lockfile asks for; other systems' parts may lack. */
function packagesAreInstalled() {
  const wanted = readJson('package-lock.json')?.packages
  const installed = readJson('node_modules/.package-lock.json')?.packages
  if (!installed) return false
  if (!wanted) return true
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  )
}

function readJson(path) {
  const file = join(ROOT, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** By the npm that runs this script, if one does: the one on the PATH may be missing or another. */
function npm(verb) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  const args = [verb, '--no-audit', '--no-fund']
  return cli?.endsWith('npm-cli.js') && node ? run(node, [cli, ...args]) : run('npm', args)
}

async function findApt() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined
  const isRoot = process.getuid?.() === 0
  if (!isRoot && (await run('sudo', ['-n', 'true'])).code !== 0) return undefined
  const prefix = isRoot ? [] : ['sudo', '-n']
  return async (label, ...args) => {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ]
    const { code, output } = await withProgress(label, run(command, rest))
    // What is still missing afterwards is said in one sentence; this is only the reason.
    if (code !== 0) console.log(lastLines(output, 5))
  }
}

async function must(label, work) {
  const { code, output } = await withProgress(label, work)
  if (code !== 0) throw new Error(`${label} failed:\n${lastLines(output, 60)}`)
}

function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = process.argv.slice(2)
  try {
    await setup({
      quiet: options.includes('--quiet'),
      // Building needs no browser.
      ...(options.includes('--no-browsers') ? { browsers: [] } : {}),
    })
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
