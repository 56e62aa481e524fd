/**
 * `npm start`: builds the extension and shows its main job in a real browser, on a demo site.
 *   npm start -- --browser firefox    in Firefox
 *   npm start -- --headless           without a window, also where there is a display
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, run, withProgress } from './children.mjs'
import { setup } from './setup.mjs'
import { makeTestBuild } from './testBuild.mjs'

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chrome' },
    headless: { type: 'boolean', default: !hasDisplay() },
  },
})

try {
  if (!['chrome', 'firefox'].includes(values.browser)) {
    throw new Error('--browser is chrome or firefox.')
  }
  await setup({ quiet: true, browsers: [values.browser] })
  await build()
  process.exitCode = await play()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function build() {
  const target = values.browser === 'firefox' ? ['-b', 'firefox', '--mv3'] : []
  const { code, output } = await withProgress(
    'Building the extension',
    run('wxt', ['build', ...target]),
  )
  if (code !== 0) throw new Error(output)
  if (values.browser === 'chrome') makeTestBuild()
}

/** The rest is TypeScript, which the project's own Node runs as it is. */
function play() {
  const script = values.headless ? 'tellStory.ts' : 'openBrowser.ts'
  const node = join(ROOT, 'node_modules/.bin/node')
  const child = spawn(node, [join(ROOT, 'scripts', script), values.browser], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}

function hasDisplay() {
  if (process.platform !== 'linux') return !process.env.CI
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
