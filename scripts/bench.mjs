/**
 * `npm run bench -- NAME [options]`: measurements of the built extension in a real browser. They print
 * a table, write the figures with `--json FILE`, and never judge a time.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, run, withProgress } from './children.mjs'
import { setup } from './setup.mjs'
import { makeTestBuild } from './testBuild.mjs'

try {
  const isFirefox = process.argv.includes('firefox')
  await setup({ quiet: true, browsers: [isFirefox ? 'firefox' : 'chrome'] })
  for (const args of [['build'], ...(isFirefox ? [['build', '-b', 'firefox', '--mv3']] : [])]) {
    const { code, output } = await withProgress('Building the extension', run('wxt', args))
    if (code !== 0) throw new Error(output)
  }
  makeTestBuild()
  process.exitCode = await measure(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

function measure(args) {
  const node = join(ROOT, 'node_modules/.bin/node')
  const child = spawn(node, [join(ROOT, 'bench/run.ts'), ...args], {
    cwd: process.cwd(),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}
