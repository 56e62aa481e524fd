import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { build, type Plugin } from 'vite'
import { listenOnLoopback } from '../demo/listen.ts'
import { launch, waitUntil, type BrowserKind } from '../tests/support/browserDriver.ts'
import { byId, createVault, openPopup } from '../tests/support/story.ts'
import { bindAccount, BUILDS } from './fields/bindAccount.ts'

const FOLDER = join(import.meta.dirname, 'widgets')
const BUILT = join(import.meta.dirname, '../.output/widgets')

/**
 * Fills the code widgets of component libraries and asks each for what its own state holds: visible
 * digits prove nothing. The libraries have a lock file of their own and are installed on demand.
 */
export async function measureWidgets(browser: BrowserKind, only?: string): Promise<object> {
  install()
  await buildPages()
  const pages = await readPages()
  let html = ''
  const server = await listenOnLoopback((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(BUILT, path)
    if (path === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    else if (existsSync(file)) {
      const type = path.endsWith('.css') ? 'text/css' : 'text/javascript'
      response.setHeader('content-type', type).end(readFileSync(file))
    } else response.writeHead(404).end()
  }, 0)
  const url = `http://localhost:${server.port}/`
  const driver = await launch(browser, { extensionDir: BUILDS[browser] })
  const accepted: Record<string, string> = {}
  try {
    await (await createVault(driver, 'measured passphrase')).close()
    html = '<!doctype html><input autocomplete="one-time-code">'
    const page = await bindAccount(driver, url)
    for (const [script, widgets] of Object.entries(pages)) {
      for (const widget of widgets.filter((name) => only === undefined || name === only)) {
        html = renderPage(script, widget)
        accepted[widget] = await fillWidget(page, url, async () => {
          const popup = await openPopup(driver, page, 'account-fill')
          await popup.click(byId('account-fill'))
          const isAnswered = async () =>
            !(await popup.isOpen()) || (await popup.exists(byId('toast')))
          await waitUntil('an answer', isAnswered)
          const isFilled = !(await popup.isOpen())
          await popup.close()
          return isFilled
        }).catch((error: unknown) => `error: ${String(error).slice(0, 80)}`)
        console.error(widget, accepted[widget])
      }
    }
  } finally {
    await driver.close()
    await server.close()
  }
  const verdicts = Object.values(accepted)
  return {
    browser,
    widgets: verdicts.length,
    accepted: verdicts.filter((verdict) => verdict === 'accepted').length,
    byWidget: accepted,
  }
}

/** Accepted only when the widget's own state holds six digits, and the extension says so too. */
async function fillWidget(page: Page, url: string, fill: () => Promise<boolean>): Promise<string> {
  await page.goto(url)
  await waitUntil('the widget', () =>
    page.evaluate(() => document.querySelector('#app')?.hasChildNodes()),
  )
  const saysFilled = await fill()
  const held = await page.evaluate(() => (globalThis as { held?: string }).held ?? '')
  if (/^\d{6}$/u.test(held)) return saysFilled ? 'accepted' : 'accepted, but reported as failed'
  return `${saysFilled ? 'reported as filled' : 'refused'}, holds "${held}"`
}

function renderPage(script: string, widget: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Sign in</title>
    <link rel="stylesheet" href="/${script}.css">
    <style>.box { width: 40px }</style>
    <h1>Two-factor authentication</h1><p>Enter the code from your authenticator app.</p>
    <form onsubmit="return false"><div id="app"></div></form>
    <script>window.widget = '${widget}'</script><script type="module" src="/${script}.js"></script>`
}

function install(): void {
  if (existsSync(join(FOLDER, 'node_modules'))) return
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps']
  const { status } = spawnSync('npm', args, {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('The widgets could not be installed')
}

async function readPages(): Promise<Record<string, readonly string[]>> {
  const { PAGES } = (await import(join(FOLDER, 'pages.js'))) as {
    PAGES: Record<string, readonly string[]>
  }
  return PAGES
}

async function buildPages(): Promise<void> {
  for (const script of Object.keys(await readPages())) {
    await build({
      configFile: false,
      logLevel: 'error',
      root: FOLDER,
      plugins: [await createSveltePlugin()],
      resolve: { conditions: ['svelte', 'browser', 'module', 'import', 'default'] },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: BUILT,
        emptyOutDir: false,
        target: 'esnext',
        modulePreload: false,
        cssCodeSplit: true,
        rolldownOptions: {
          input: join(FOLDER, `${script}.js`),
          output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
        },
      },
    })
  }
}

/** Svelte comes as its own source: components, and modules with its runes. */
async function createSveltePlugin(): Promise<Plugin> {
  const compiler = (await import(
    join(FOLDER, 'node_modules/svelte/src/compiler/index.js')
  )) as Record<
    'compile' | 'compileModule',
    (code: string, options: object) => { js: { code: string } }
  >
  return {
    name: 'svelte',
    transform(code, id) {
      const [file = id] = id.split('?')
      const options = { filename: file, generate: 'client', css: 'injected' }
      if (file.endsWith('.svelte')) return compiler.compile(code, options).js
      if (!/\.svelte\.[jt]s$/u.test(file)) return undefined
      return compiler.compileModule(code, { filename: file, generate: 'client' }).js
    },
  }
}
