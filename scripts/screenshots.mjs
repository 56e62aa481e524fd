/** `npm run screenshots`: builds the extension and photographs every state of every view. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, run, withProgress } from './children.mjs'
import { setup } from './setup.mjs'
import { makeTestBuild } from './testBuild.mjs'

try {
  await setup({ quiet: true, browsers: ['chrome'] })
  const { code, output } = await withProgress('Building the extension', run('wxt', ['build']))
  if (code !== 0) throw new Error(output)
  makeTestBuild()
  const node = join(ROOT, 'node_modules/.bin/node')
  const taken = spawnSync(node, [join(ROOT, 'scripts/screenshots.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exitCode = taken.status ?? 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
