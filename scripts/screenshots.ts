/**
 * `npm run screenshots`: every state of every view, photographed in the built extension with made-up
 * accounts, in both languages and all themes. The pictures go to `.output/screenshots`; a sheet of each
 * state, and what the documents and the stores show, go to `docs/screenshots`.
 *
 * Words after `--` take only what has one of them in its name; `--check` looks for violations of WCAG too.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { startDemo } from '../demo/server.ts'
import { askForSure } from '../tests/support/askBackground.ts'
import { launch, type BrowserDriver } from '../tests/support/browserDriver.ts'
import {
  RARE_LOCKED_PAGES,
  RARE_PAGE_STATES,
  RARE_WELCOME_STATES,
  SECTION_STATES,
} from '../tests/support/rarePages.ts'
import {
  RARE_ADD_STATES,
  RARE_LIST_STATES,
  RARE_LOCKED_STATES,
  SITE,
} from '../tests/support/rareViews.ts'
import { byId, createVault, openPopup, scan } from '../tests/support/story.ts'
import { LIST_STATES, LOCKED_STATES, PAGE_STATES, WELCOME_STATES } from '../tests/support/views.ts'
import { changeSettings, chooseTheme, createCamera, LANGUAGES, type Language } from './camera.ts'
import { photographOffers, shootField } from './photographOffers.ts'
import { addMore, photographPopups, type Stage } from './photographPopups.ts'
import { composeSheets } from './stateSheets.ts'
import { composeStorePictures } from './storePictures.ts'

const ROOT = join(import.meta.dirname, '..')
const EXTENSION = join(ROOT, '.output/chrome-mv3-e2e')
const ALL = join(ROOT, '.output/screenshots')
const SHOWN = join(ROOT, 'docs/screenshots')
const PASSPHRASE = 'sawah kopi angin perak lima'
/** Which pictures the documents show, and by which names. */
const IN_DOCUMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    LANGUAGES.flatMap((language) => [
      [`list-${language}-light`, `${language}-popup-list-light`],
      [`list-${language}-dark`, `${language}-popup-list-dark`],
      [`review-${language}`, `${language}-popup-review-light`],
      [`offer-${language}`, `${language}-offer-one-page-light`],
      [`assist-${language}`, `${language}-popup-assist-clock-light`],
    ]),
  ),
  'options-light': 'en-settings-light',
  'options-dark': 'en-settings-dark',
}

const words = process.argv.slice(2).filter((it) => !it.startsWith('--'))
const checks = process.argv.includes('--check')
const isWhole = words.length === 0
if (isWhole) rmSync(ALL, { recursive: true, force: true })
for (const folder of [ALL, SHOWN]) mkdirSync(folder, { recursive: true })
const files = mkdtempSync(join(tmpdir(), 'sandi-shots-'))
// Written with the extension's own modules, which Node does not resolve by itself.
const exports = join(ROOT, 'tests/support/exports')
const { ALL_SAMPLES } = await load<Samples>('samples.ts')
const { writeLinks } = await load<{ writeLinks: Writer }>('plain.ts')
const { writeSealedTwofas } = await load<{ writeSealedTwofas: Writer }>('sealed.ts')
const world = {
  passphrase: PASSPHRASE,
  sealedFile: writeFile('kunci.2fas', writeSealedTwofas(ALL_SAMPLES)),
  plainFile: writeFile('links.txt', writeLinks(ALL_SAMPLES)),
  otherFiles: {
    backup: join(files, 'cadangan.sandi'),
    junk: writeFile('catatan.txt', 'Beli kopi.'),
    table: writeFile('tabel.csv', 'Toko,Nama,Kunci\nKoperasi,sari,GEZDGNBVGY3TQOJQ\n'),
  },
}
const problems: string[] = []
for (const language of LANGUAGES) problems.push(...(await photographLanguage(language)))
rmSync(files, { recursive: true })
if (isWhole) {
  for (const [shown, taken] of Object.entries(IN_DOCUMENTS)) {
    copyFileSync(join(ALL, `${taken}.png`), join(SHOWN, `${shown}.png`))
  }
}
console.log(problems.join('\n'))
if (problems.length > 0) process.exitCode = 1

type Writer = (samples: readonly object[]) => Uint8Array
interface Samples {
  readonly ALL_SAMPLES: readonly object[]
}

async function load<T>(file: string): Promise<T> {
  return (await runnerImport<T>(join(exports, file))).module
}

function writeFile(name: string, content: Uint8Array | string): string {
  const path = join(files, name)
  writeFileSync(path, content)
  return path
}

async function photographLanguage(language: Language): Promise<readonly string[]> {
  let skewMs = 0
  const now = () => Date.now() + skewMs
  // Addresses without a port look like those that people know; not everybody may listen there.
  const demo = await startDemo({ now, port: 80 }).catch(() => startDemo({ now }))
  const driver = await launch('chrome', { extensionDir: EXTENSION, locale: language })
  const camera = createCamera({ folder: ALL, language, words, checks })
  const shootAll = (states: Parameters<typeof camera.shootStates>[2]) =>
    camera.shootStates(driver, world, states)
  try {
    const settings = await driver.openExtensionPage('options.html')
    await chooseTheme(settings, 'light')
    const stage: Stage = {
      ...{ driver, camera, settings, at: demo.url },
      skew: (ms) => (skewMs = ms),
    }
    await shootAll([...WELCOME_STATES, ...RARE_WELCOME_STATES])
    await photographFirstRun(driver, camera)
    const page = await driver.newPage(demo.url('surat', '/enrol'))
    await photographPopups(page, stage)
    await photographOffers(page, stage)
    await photographScanOfNothing(stage)
    await addMore(page, SITE, stage)
    await shootAll(LIST_STATES)
    await changeSettings(settings, { sort: 'service' })
    await shootAll([...RARE_LIST_STATES, ...RARE_ADD_STATES])
    const { text } = await askForSure(settings, 'backup.create', { passphrase: PASSPHRASE })
    writeFile('cadangan.sandi', text)
    await shootAll([...SECTION_STATES, ...PAGE_STATES, ...RARE_PAGE_STATES])
    await askForSure(settings, 'vault.lock', {})
    await shootAll([...LOCKED_STATES, ...RARE_LOCKED_STATES, ...RARE_LOCKED_PAGES])
    await shootField(page, 'offer-locked', stage)
    await compose(driver, language, camera.isWanted)
  } finally {
    await driver.close()
    await demo.close()
  }
  return camera.problems
}

async function photographFirstRun(
  driver: BrowserDriver,
  camera: ReturnType<typeof createCamera>,
): Promise<void> {
  const page = await createVault(driver, PASSPHRASE, 'on', async (step, page) => {
    await page.setViewport({ width: 640, height: 800 })
    const shoot = (name: string) =>
      camera.shootThemes(page, name, (path) => page.screenshot({ path, fullPage: true }))
    await shoot(`welcome-${step}`)
    if (step !== 'recovery') return
    await page.click(byId('recovery-stored'))
    for (const field of ['recovery-confirm-1', 'recovery-confirm-2']) {
      await (await page.waitForSelector(byId(field)))?.type('K7QX')
    }
    await page.click(byId('recovery-continue'))
    await page.waitForSelector(byId('recovery-error'))
    await shoot('welcome-recovery-wrong')
  })
  await page.close()
}

async function photographScanOfNothing({ driver, camera, at }: Stage): Promise<void> {
  const page = await driver.newPage(at('surat', '/plain'))
  const popup = await openPopup(driver, page, 'account-code')
  await scan(popup)
  await popup.waitFor(byId('scan-error'))
  await camera.shootThemes(popup, 'popup-scan-none')
  await popup.close()
  await page.close()
}

/** Sheets hold both languages, so they wait for the second one. */
async function compose(
  driver: BrowserDriver,
  language: Language,
  isWanted: (name: string) => boolean,
): Promise<void> {
  const blank = await driver.newPage('about:blank')
  if (isWhole) {
    const logo = join(ROOT, 'public/icon.svg')
    await composeStorePictures(blank, language, { from: ALL, to: SHOWN, logo })
  }
  if (language !== LANGUAGES.at(-1)) return
  await composeSheets(blank, { from: ALL, to: join(SHOWN, 'states'), isWanted })
}
