/**
 * `npm run soak [-- options]`: the fault tests at their full length, against the builds that ship.
 *   --what storage,imports,kill,stop,pages   which ones; all by default
 *   --chrome 200 --firefox 50        rounds in each browser; 0 leaves it out
 *   --runs 100000                    runs of the storage tests
 *   --files 20000                    hostile files of each import format
 *   --seed 7                         play the same edits again
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, run, withProgress } from './children.mjs'
import { setup } from './setup.mjs'

const { values } = parseArgs({
  options: {
    what: { type: 'string', default: 'storage,imports,kill,stop,pages' },
    chrome: { type: 'string', default: '200' },
    firefox: { type: 'string', default: '50' },
    runs: { type: 'string', default: '100000' },
    files: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
})
const wanted = values.what.split(',')
const IN_NODE = ['storage', 'imports']

try {
  await setup({ quiet: true })
  const codes = []
  if (wanted.includes('storage')) codes.push(await soakStorage())
  if (wanted.includes('imports')) codes.push(await soakImports())
  if (wanted.some((what) => !IN_NODE.includes(what))) codes.push(await soakBrowsers())
  process.exitCode = Math.max(...codes)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

/** The property tests of `npm test`, with more runs. */
function soakStorage() {
  const more = { SOAK_RUNS: values.runs, SOAK_REPEATS: '20' }
  return show('vitest', ['run', '--project', 'faults'], more)
}

function soakImports() {
  const more = { IMPORT_RUNS: values.files, IMPORT_SEED: values.seed }
  return show('vitest', ['run', '--project', 'faults', 'tests/faults/mutatedExports.test.ts'], more)
}

async function soakBrowsers() {
  for (const args of [['build'], ['build', '-b', 'firefox', '--mv3']]) {
    const { code, output } = await withProgress('Building the extension', run('wxt', args))
    if (code !== 0) throw new Error(output)
  }
  const what = wanted.filter((name) => !IN_NODE.includes(name)).join()
  const { chrome, firefox, seed } = values
  const options = { what, chrome, firefox, seed }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  return show('node', [join(ROOT, 'tests/soak/run.ts'), ...args])
}

function show(command, args, env = {}) {
  const child = spawn(join(ROOT, 'node_modules/.bin', command), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}
