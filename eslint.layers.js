/**
 * Which layer may import which, and where each library, browser API and ambient value may be used.
 * ARCHITECTURE.md draws the same picture; tests/project/layers.test.ts plants violations of it.
 */

/** The layers of the product, each with the layers it may import. Nothing else is imported by it. */
const MAY_IMPORT = {
  'utils/core': [],
  'utils/platform': ['utils/core/result.ts', 'utils/core/bytes.ts', 'utils/core/qr/qrReading.ts'],
  'utils/protocol': ['utils/core', 'utils/platform'],
  'utils/background': ['utils/core', 'utils/protocol', 'utils/platform'],
  'utils/content': [
    'utils/core/detect',
    'utils/core/result.ts',
    'utils/protocol',
    'utils/platform',
  ],
  'utils/ui': ['utils/core', 'utils/protocol', 'utils/platform'],
  components: ['utils/core', 'utils/ui'],
  entrypoints: ['utils', 'components'],
}

/** Folders that are not shipped: no layer may import them. */
const NOT_SHIPPED = ['tests', 'scripts', 'bench', 'demo']

/** Third-party code, by the start of its import path, and the only folders it may enter at. */
const LIBRARIES = [
  { path: 'otpauth', homes: ['utils/core/otp', 'utils/core/otpauth'] },
  { path: 'jsqr', homes: ['utils/core/qr'] },
  { path: 'zxing-wasm', homes: ['utils/core/qr'] },
  { path: 'uqr', homes: ['utils/core/qr'] },
  { path: 'hash-wasm', homes: ['utils/core/crypto'] },
  { path: '@zxcvbn-ts', homes: ['utils/core/passphrase'] },
  { path: '@noble/ciphers', homes: ['utils/core/crypto'] },
  { path: 'papaparse', homes: ['utils/core/import/doors'] },
  { path: 'fast-xml-parser', homes: ['utils/core/import/doors'] },
  { path: '@zip.js/zip.js', homes: ['utils/core/import/doors'] },
  { path: 'kdbxweb', homes: ['utils/core/import/doors'] },
  { path: 'pbf', homes: ['utils/core/otpauth'] },
  {
    path: 'valibot',
    homes: ['utils/core', 'utils/platform', 'utils/protocol', 'utils/background', 'utils/ui'],
  },
  { path: '@leeoniya/ufuzzy', homes: ['utils/ui/accounts'] },
  { path: 'vue', homes: ['utils/ui', 'components', 'entrypoints'] },
  { path: 'pinia', homes: ['utils/ui', 'components', 'entrypoints'] },
  { path: 'webextension-polyfill', homes: ['utils/platform'] },
  { path: 'wxt/browser', homes: ['utils/platform'] },
  { path: 'wxt/utils', homes: ['entrypoints'] },
  { path: '#imports', homes: ['entrypoints'] },
]

/** Names that need no import, and the folders that may say them. */
const GLOBALS = [
  {
    names: ['browser', 'chrome'],
    homes: ['utils/platform'],
    message: 'Only utils/platform speaks to the browser.',
  },
  {
    names: ['window', 'document'],
    homes: ['utils/platform', 'utils/content', 'utils/ui', 'components', 'entrypoints'],
    message: 'There is no page here.',
  },
  {
    names: ['setTimeout', 'setInterval', 'requestAnimationFrame', 'performance'],
    homes: everywhereBut('utils/core'),
    message: 'core is pure: time is an argument.',
  },
]

const PROPERTIES = [
  { object: 'Date', property: 'now', homes: everywhereBut('utils/core') },
  { object: 'Math', property: 'random', homes: [] },
]

const SYNTAX = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(?:inner|outer)HTML$/]',
    homes: [],
    message: 'Build DOM with nodes, never with strings.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(?:insertAdjacentHTML|setHTMLUnsafe)$/]',
    homes: [],
    message: 'Build DOM with nodes, never with strings.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    homes: everywhereBut('utils/core'),
    message: 'core is pure: time is an argument.',
  },
]

/** `import-x/no-restricted-paths`: every layer against every layer it may not import. */
export const layers = {
  files: ['**/*.{ts,vue}'],
  rules: {
    'import-x/no-restricted-paths': [
      'error',
      {
        basePath: import.meta.dirname,
        zones: Object.entries(MAY_IMPORT).flatMap(([layer, allowed]) => [
          ...Object.keys(MAY_IMPORT)
            .filter((other) => other !== layer && !isWithinAny(other, allowed))
            .map((other) => ({
              target: `./${layer}`,
              from: `./${other}`,
              except: allowed
                .filter((path) => isWithin(path, other))
                .map((path) => `.${path.slice(other.length)}`),
              message: `${layer} may import: ${allowed.join(', ') || 'only itself'}.`,
            })),
          {
            target: `./${layer}`,
            from: NOT_SHIPPED.map((folder) => `./${folder}`),
            message: 'The product does not import what is not shipped.',
          },
        ]),
      },
    ],
  },
}

/**
 * One block per folder that a rule above names, outer folders first: ESLint replaces a rule's
 * options rather than merging them, so every block states the whole list of its folder.
 */
export const areas = [
  ...new Set([
    ...Object.keys(MAY_IMPORT),
    ...LIBRARIES.flatMap(({ homes }) => homes),
    ...GLOBALS.flatMap(({ homes }) => homes),
  ]),
]
  .sort()
  .map((area) => {
    const forbiddenHere = ({ homes }) => !isWithinAny(area, homes)
    const libraries = LIBRARIES.filter(forbiddenHere)
    return {
      files: [`${area}/**/*.{ts,vue}`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: libraries.map(({ path, homes }) => ({
              regex: `^${path}(?:/|$)`,
              message: `It enters at ${homes.join(', ')}.`,
            })),
          },
        ],
        'no-restricted-globals': [
          'error',
          {
            checkGlobalObject: true,
            globalObjects: ['window', 'self'],
            globals: GLOBALS.filter(forbiddenHere).flatMap(({ names, message }) =>
              names.map((name) => ({ name, message })),
            ),
          },
        ],
        'no-restricted-properties': [
          'error',
          ...PROPERTIES.filter(forbiddenHere).map(({ object, property }) => ({ object, property })),
        ],
        'no-restricted-syntax': [
          'error',
          ...SYNTAX.filter(forbiddenHere).map(({ selector, message }) => ({ selector, message })),
          ...libraries.map(({ path, homes }) => ({
            selector: `ImportExpression > Literal[value=/^${path.replace('/', '\\u002F')}(?:\\u002F|$)/]`,
            message: `It enters at ${homes.join(', ')}.`,
          })),
        ],
      },
    }
  })

function everywhereBut(layer) {
  return Object.keys(MAY_IMPORT).filter((other) => other !== layer)
}

function isWithin(path, folder) {
  return path === folder || path.startsWith(`${folder}/`)
}

function isWithinAny(path, folders) {
  return folders.some((folder) => isWithin(path, folder))
}
