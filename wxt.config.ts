import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Icons from 'unplugin-icons/vite'
import type { Plugin } from 'vite'
import { defineConfig, type UserManifest } from 'wxt'
import { collectLicences } from './scripts/collectLicences.ts'
import { SITE_ACCESS } from './utils/platform/siteAccess.ts'
import type { Messages } from './utils/ui/i18n/i18n.ts'
import { MENU_MESSAGES } from './utils/ui/i18n/menuMessages.ts'
import type { BrowserTexts } from './utils/ui/i18n/messages/en.ts'
import { BRANDS } from './utils/ui/brands/brandTable.ts'

const GECKO_ID = 'sandi@sandi.example'
const MENU_PAGE = 'menu.html'
const ZXING_WASM = 'zxing-wasm/reader/zxing_reader.wasm'
const require = createRequire(import.meta.url)

/** What libraries bring that has no place in a package of ours, and what stands there instead. */
const LEFT_OUT = [
  // The address of a server, which the decoder has as a default.
  ['zxing-wasm/', 'https://fastly.jsdelivr.net/npm/', '/'],
  // Code that is written at run time: an old way to the global object.
  ['kdbxweb/', "this || new Function('return this')()", 'globalThis'],
  // Code that is fetched: compressions that no archive of accounts has.
  [
    'zip.js/lib/core/codec-registry',
    'await import(/* webpackIgnore: true */ /* @vite-ignore */ codecURI)',
    'undefined',
  ],
] as const

const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  transform(code, id) {
    const found = LEFT_OUT.filter(([path, text]) => id.includes(path) && code.includes(text))
    if (found.length === 0) return undefined
    const left = found.reduce((rest, [, text, instead]) => rest.replaceAll(text, instead), code)
    return { code: left, map: null }
  },
}

const LANGUAGE_FILE = /\/i18n\/messages\/\w+\.ts$/u

const LANGUAGES = join(import.meta.dirname, 'utils/ui/i18n/messages')

/** Of the file that a language is, leaves the in-page menu what it says. */
const keepMenuMessages: Plugin = {
  name: 'keep-menu-messages',
  async transform(_code, id) {
    if (!LANGUAGE_FILE.test(id)) return undefined
    const { messages } = await readLanguage(id)
    const kept = Object.entries(messages).filter(([key]) => MENU_MESSAGES.test(key))
    return { code: `export const messages = ${JSON.stringify(Object.fromEntries(kept))}` }
  },
}

async function readLanguage(file: string) {
  return (await import(pathToFileURL(file).href)) as {
    readonly messages: Messages
    readonly browserTexts: BrowserTexts
  }
}

/** Pages answer no messages, so the browser's own promises do; the polyfill is for the background. */
const useNativeApi: Plugin = {
  name: 'use-native-api',
  enforce: 'pre',
  resolveId: (source) => (source === 'webextension-polyfill' ? '\0native-api' : undefined),
  load: (id) =>
    id === '\0native-api' ? 'export default globalThis.browser ?? globalThis.chrome' : undefined,
}

const EXTENSION_CSP = [
  "default-src 'none'",
  // Argon2id and the QR decoder are WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export default defineConfig({
  modules: ['@wxt-dev/module-vue'],
  imports: false,
  zip: {
    zipSources: true,
    // What builds the extension, and nothing else.
    excludeSources: ['tests/**', 'bench/**', 'demo/**', 'docs/screenshots/**'],
  },
  vite: () => ({
    plugins: [Icons({ compiler: 'vue3' }), leaveOut],
    // No component uses the Options API.
    define: { __VUE_OPTIONS_API__: 'false' },
    // The oldest browsers below know `light-dark()`. What it would be turned into follows the root's
    // theme alone, and the in-page menu has one of its own.
    build: {
      cssTarget: ['chrome126', 'firefox142'],
      // Else the public suffixes, one long constant, would stand in the background several times.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  hooks: {
    'build:publicAssets': async (_wxt, files) => {
      for (const file of readdirSync(LANGUAGES).filter((name) => name.endsWith('.ts'))) {
        const { browserTexts } = await readLanguage(join(LANGUAGES, file))
        const texts = Object.entries(browserTexts).map(([key, message]) => [key, { message }])
        files.push({
          contents: JSON.stringify(Object.fromEntries(texts)),
          relativeDest: `_locales/${basename(file, '.ts')}/messages.json`,
        })
      }
      files.push({ absoluteSrc: require.resolve(ZXING_WASM), relativeDest: 'zxing_reader.wasm' })
      for (const slug of BRANDS.trim()
        .split('\n')
        .map((line) => line.split(' ')[0])) {
        const drawing = require.resolve(`simple-icons/icons/${slug}.svg`)
        files.push({ absoluteSrc: drawing, relativeDest: `brands/${slug}.svg` })
      }
    },
    'build:done': (wxt, { steps }) => {
      const chunks = steps.flatMap((step) => step.chunks).filter((chunk) => chunk.type === 'chunk')
      const licences = collectLicences(
        wxt.config.root,
        chunks.flatMap((chunk) => chunk.moduleIds),
      )
      writeFileSync(join(wxt.config.outDir, 'licences.txt'), licences)
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const isMenu = entrypoints.some(({ name }) => name === 'menuApp')
      const arePages = entrypoints.some(({ type }) => type === 'popup')
      if (isMenu || arePages) config.plugins?.push(useNativeApi)
      if (isMenu) config.plugins?.push(keepMenuMessages)
      if (!arePages) return
      // One shared chunk: each file of its own costs the popup a round trip before its first code. Popup
      // and side panel are one app, so what they alone share is that of a third.
      const output = config.build?.rolldownOptions?.output
      if (!output || Array.isArray(output)) throw new Error('WXT changed how it builds pages')
      output.codeSplitting = { groups: [{ name: 'shared', minShareCount: 3 }] }
      // Languages have names that are known beforehand: `ask.js` asks for one before all else.
      output.chunkFileNames = ({ facadeModuleId }) =>
        facadeModuleId && LANGUAGE_FILE.test(facadeModuleId)
          ? 'languages/[name].js'
          : 'chunks/[name]-[hash].js'
    },
  },
  manifest: ({ browser }): UserManifest => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage', // the sealed vault, and the key in memory while it is unlocked
      'unlimitedStorage', // large vaults: the default quota is 10 MB
      'activeTab', // to look at the page when the person presses Scan or Fill, and only then
      'scripting', // to put a code into a page when the person asks for it
      'alarms', // auto-lock while the background is stopped
      'contextMenus', // Scan QR in this image, Fill code here
      // The list beside the pages; Firefox has its sidebar without a permission.
      ...(browser === 'firefox' ? [] : ['sidePanel' as const]),
      // Chromium alone needs an unseen page to start the worker that reads QR codes.
      ...(browser === 'firefox' ? [] : ['offscreen' as const]),
      // Locks with the screen; Firefox does not tell extensions of it.
      ...(browser === 'firefox' ? [] : ['idle' as const]),
    ],
    // Chromium takes four suggestions and no more, and none of its own keys (A, C and others).
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandOpen__',
      },
      'fill-code': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_commandFill__',
      },
      'copy-code': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandCopy__',
      },
      'scan-page': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+Q' } } : {}),
        description: '__MSG_commandScan__',
      },
      lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandLock__' },
    },
    // The offer inside pages is asked for in onboarding; everything else works without it.
    optional_host_permissions: SITE_ACCESS,
    // Only to see whether the clipboard still holds a code that was copied, before it is cleared.
    optional_permissions: ['clipboardRead', 'clipboardWrite'],
    content_security_policy: { extension_pages: EXTENSION_CSP },
    action: { default_title: '__MSG_titleOpen__' },
    web_accessible_resources: [
      {
        resources: [MENU_PAGE],
        matches: SITE_ACCESS,
        // A page cannot guess the address, so it cannot tell whether the extension is there.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
})
