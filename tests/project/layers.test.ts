import { ESLint } from 'eslint'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

// ARCHITECTURE.md draws this picture; the lint configuration must enforce it in both kinds of file.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'utils/core': [],
  'utils/platform': [],
  'utils/protocol': ['utils/core', 'utils/platform'],
  'utils/background': ['utils/core', 'utils/platform', 'utils/protocol'],
  'utils/content': ['utils/platform', 'utils/protocol'],
  'utils/ui': ['utils/core', 'utils/platform', 'utils/protocol'],
  components: ['utils/core', 'utils/ui'],
  entrypoints: [
    'utils/core',
    'utils/platform',
    'utils/protocol',
    'utils/background',
    'utils/content',
    'utils/ui',
    'components',
  ],
}
const LAYERS = Object.keys(MAY_IMPORT)
const ROOT = join(import.meta.dirname, '../..')

const eslint = new ESLint({
  cwd: ROOT,
  // The planted files do not exist, so no TypeScript program knows their types.
  overrideConfig: {
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, program: null } },
  },
})

describe.each(['ts', 'vue'])('in a .%s file', (extension) => {
  describe.each(LAYERS)('%s', (layer) => {
    it.each(LAYERS.filter((other) => other !== layer))('meets %s', async (other) => {
      const rules = await rulesBrokenBy(layer, `import '@/${anyFileOf(other)}'`)

      const legal = MAY_IMPORT[layer]?.includes(other) ?? false
      expect(rules).toEqual(legal ? [] : ['import-x/no-restricted-paths'])
    })

    it.each(['tests/project/layers.test.ts', 'scripts/setup.mjs'])('refuses %s', async (path) => {
      expect(await rulesBrokenBy(layer, `import '@/${path}'`)).toEqual([
        'import-x/no-restricted-paths',
      ])
    })
  })

  it.each([
    ['utils/content', `import '@/${anyFileOf('utils/core/detect')}'`],
    ['utils/content', "import '@/utils/core/result.ts'"],
    ['utils/platform', "import '@/utils/core/result.ts'"],
    ['utils/core/otp', "import 'otpauth'"],
    ['utils/core/otpauth', "import 'otpauth'"],
    ['utils/core/qr', "import 'jsqr'"],
    ['utils/core/crypto', "import 'hash-wasm'"],
    ['utils/platform', "import 'webextension-polyfill'"],
    ['utils/platform', 'browser.runtime.getURL(chrome.runtime.id)'],
    ['utils/platform', 'setTimeout(String, Date.now())'],
    ['utils/ui', "import 'vue'"],
    ['entrypoints', "import 'wxt/utils/define-background'"],
    ['entrypoints', "import '#imports'"],
  ])('lets %s say: %s', async (layer, code) => {
    expect(await rulesBrokenBy(layer, code)).toEqual([])
  })

  it.each([
    ['utils/content', "import '@/utils/core/account.ts'", 'import-x/no-restricted-paths'],
    ['utils/content', "import('@/utils/core/account.ts')", 'import-x/no-restricted-paths'],
    ['utils/content', "import '../core/account.ts'", 'import-x/no-restricted-paths'],
    ['utils/core', "import 'otpauth'", 'no-restricted-imports'],
    ['utils/core', "import 'jsqr/dist/jsQR'", 'no-restricted-imports'],
    ['utils/core', "import 'vue'", 'no-restricted-imports'],
    ['utils/core/vault', "import 'hash-wasm'", 'no-restricted-imports'],
    ['utils/core/vault', "import('hash-wasm')", 'no-restricted-syntax'],
    ['utils/core', 'Date.now()', 'no-restricted-properties'],
    ['utils/core', 'new Date()', 'no-restricted-syntax'],
    ['utils/core', 'Math.random()', 'no-restricted-properties'],
    ['utils/core', 'setTimeout(String, 0)', 'no-restricted-globals'],
    ['utils/core', 'globalThis.setInterval(String, 0)', 'no-restricted-globals'],
    ['utils/core/otp', 'document.title', 'no-restricted-globals'],
    ['utils/background', 'window.name', 'no-restricted-globals'],
    ['utils/background', "import { ref } from 'vue'", 'no-restricted-imports'],
    ['utils/background', 'browser.runtime.id', 'no-restricted-globals'],
    ['utils/protocol', "import 'webextension-polyfill'", 'no-restricted-imports'],
    ['utils/content', 'chrome.runtime.id', 'no-restricted-globals'],
    ['utils/content', 'window.chrome.runtime.id', 'no-restricted-globals'],
    ['utils/content', "import type { Ref } from 'vue'", 'no-restricted-imports'],
    ['utils/content', "import 'otpauth'", 'no-restricted-imports'],
    ['utils/content', "import 'jsqr'", 'no-restricted-imports'],
    ['utils/content', "import 'valibot'", 'no-restricted-imports'],
    ['utils/content', "document.body.innerHTML = ''", 'no-restricted-syntax'],
    ['utils/content', "document.body.insertAdjacentHTML('beforeend', '')", 'no-restricted-syntax'],
    ['components', 'browser.runtime.id', 'no-restricted-globals'],
    ['components', "import 'wxt/browser'", 'no-restricted-imports'],
    ['components', "console.log('')", 'no-console'],
    ['entrypoints', "import { browser } from 'wxt/browser'", 'no-restricted-imports'],
    ['entrypoints', 'globalThis.browser.runtime.id', 'no-restricted-globals'],
  ])('refuses in %s: %s', async (layer, code, rule) => {
    expect(await rulesBrokenBy(layer, code)).toEqual([rule])
  })

  async function rulesBrokenBy(folder: string, code: string): Promise<string[]> {
    const text = extension === 'vue' ? `<script setup lang="ts">\n${code}\n</script>\n` : code
    const [result] = await eslint.lintText(text, { filePath: `${folder}/planted.${extension}` })
    return (result?.messages ?? [])
      .map(({ ruleId, message }) => ruleId ?? message)
      .filter((ruleId) => RULES_ABOUT_LAYERS.test(ruleId))
  }
})

it('refuses v-html', async () => {
  const [result] = await eslint.lintText('<template>\n  <p v-html="x" />\n</template>\n', {
    filePath: 'components/planted.vue',
  })
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('vue/no-v-html')
})

/** The planted lines are not nice in other ways (unused names, unused expressions). */
const RULES_ABOUT_LAYERS = /^(?:import-x\/no-restricted-paths|no-restricted-.*|no-console|.* .*)$/

function anyFileOf(folder: string): string {
  const file = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .sort()
    .find((path) => /\.(?:ts|vue)$/.test(path))
  if (!file) throw new Error(`${folder} holds no source file`)
  return `${folder}/${file}`
}
