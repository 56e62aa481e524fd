/**
 * `npm run screenshots`: every state of every view, photographed in the built extension with made-up
 * accounts, in both languages and all themes. They go to `.output/screenshots`; what the documents and
 * the stores show goes to `docs/screenshots`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { runnerImport } from 'vite'
import { startDemo } from '../demo/server.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type Popup,
} from '../tests/support/browserDriver.ts'
import {
  byId,
  confirmEnrolment,
  createVault,
  openPopup,
  pasteAndAdd,
  readCode,
  scan,
} from '../tests/support/story.ts'
import {
  LIST_STATES,
  LOCKED_STATES,
  openState,
  PAGE_STATES,
  WELCOME_STATES,
  type ViewState,
} from '../tests/support/views.ts'
import { composeStorePictures } from './storePictures.ts'

const ROOT = join(import.meta.dirname, '..')
const ALL = join(ROOT, '.output/screenshots')
const SHOWN = join(ROOT, 'docs/screenshots')
const LANGUAGES = ['en', 'id'] as const
const THEMES = ['light', 'dark', 'contrast'] as const
const PASSPHRASE = 'sawah kopi angin perak lima'
const ACCOUNTS = [
  'otpauth://totp/GitHub:budi%40contoh.id?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=GitHub',
  'otpauth://totp/Google:budi%40contoh.id?secret=KRUGS4ZANFZSA3LBMRSSA5LQ&issuer=Google',
  'otpauth://totp/Tokopedia:budi%40contoh.id?secret=NVQWIZJAOVYCA3LBMRSSA5LQ&issuer=Tokopedia',
  'otpauth://steam/Steam:budi_88?secret=MFRGGZDFMZTWQ2LKNNWG23TP&issuer=Steam',
  'otpauth://hotp/VPN%20Kantor:budi?secret=ONSWG4TFOQQGC43LORUGKYLM&issuer=VPN%20Kantor&counter=1042',
  'otpauth://totp/Sekolah%20Arunika:sdn1%40sekolah.example?secret=NVQWIZJAOVYCA3LBMRSSA5LQ&issuer=Sekolah%20Arunika',
  'otpauth://totp/Koperasi:sari%40koperasi.example?secret=GEZDGNBVGY3TQOJQGEZDGNBV&issuer=Koperasi',
]
const DELETED = 'otpauth://totp/Forum%20Lama:budi?secret=GEZDGNBVGY3TQOJQ&issuer=Forum%20Lama'
/** Which pictures the documents show, and by which names. */
const IN_DOCUMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    LANGUAGES.flatMap((language) => [
      [`list-${language}-light`, `${language}-popup-list-light`],
      [`list-${language}-dark`, `${language}-popup-list-dark`],
      [`review-${language}`, `${language}-popup-review-light`],
      [`offer-${language}`, `${language}-offer-one-light`],
      [`assist-${language}`, `${language}-popup-assist-clock-light`],
    ]),
  ),
  'options-light': 'en-settings-light',
  'options-dark': 'en-settings-dark',
}

rmSync(ALL, { recursive: true, force: true })
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
}
for (const language of LANGUAGES) await photographLanguage(language)
rmSync(files, { recursive: true })
for (const [shown, taken] of Object.entries(IN_DOCUMENTS)) {
  copyFileSync(join(ALL, `${taken}.png`), join(SHOWN, `${shown}.png`))
}

type Writer = (samples: readonly object[]) => Uint8Array
interface Samples {
  readonly ALL_SAMPLES: readonly object[]
}

async function load<T>(file: string): Promise<T> {
  return (await runnerImport<T>(join(exports, file))).module
}

function writeFile(name: string, bytes: Uint8Array): string {
  const path = join(files, name)
  writeFileSync(path, bytes)
  return path
}

async function photographLanguage(language: 'en' | 'id'): Promise<void> {
  let skewMs = 0
  const demo = await startDemo({ now: () => Date.now() + skewMs })
  const driver = await launch('chrome', {
    extensionDir: join(ROOT, '.output/chrome-mv3-e2e'),
    locale: language,
  })
  const shoot = (page: Page | Popup, name: string) => photograph(page, `${language}-${name}`)
  try {
    await eachTheme(driver, WELCOME_STATES)
    await photographFirstRun()
    const page = await driver.newPage(demo.url('surat', '/enrol'))
    await photographPopups(page)
    await eachTheme(driver, LIST_STATES)
    await eachTheme(driver, PAGE_STATES)
    await lock()
    await eachTheme(driver, LOCKED_STATES)
    await photographOffer(page, 'offer-locked')
    const blank = await driver.newPage('about:blank')
    const logo = join(ROOT, 'public/icon.svg')
    await composeStorePictures(blank, language, { from: ALL, to: SHOWN, logo })
  } finally {
    await driver.close()
    await demo.close()
  }

  /** Opens each state once, and shows it in every theme. */
  async function eachTheme(driver: BrowserDriver, states: readonly ViewState[]): Promise<void> {
    const views: [string, Page][] = []
    for (const state of states) {
      console.log(language, state.name)
      try {
        views.push([state.name, await openState(driver, world, state)])
      } catch (error) {
        console.error(`${state.name}: ${String(error)}`)
      }
    }
    for (const theme of THEMES) {
      await chooseTheme(theme)
      for (const [name, view] of views) {
        await view.bringToFront()
        await view.waitForSelector(`html[data-theme=${theme}]`)
        await shoot(view, `${name}-${theme}`)
        if (name.startsWith('settings')) await shootSections(view, `${name}-${theme}`)
      }
    }
    for (const [, view] of views) await view.close()
    await chooseTheme('light')
  }

  async function shootSections(view: Page, name: string): Promise<void> {
    for (const section of await view.$$('main > section[id]')) {
      const id = await section.evaluate((it) => it.id)
      await section.screenshot({
        path: join(ALL, `${language}-${name}-${id}.png`),
      })
    }
    await view.evaluate(() => {
      scrollTo(0, 0)
    })
  }

  async function chooseTheme(theme: string): Promise<void> {
    const options = await driver.openExtensionPage('options.html')
    await options.waitForSelector(byId('options-theme'))
    await options.select(byId('options-theme'), theme)
    await options.waitForSelector(`html[data-theme=${theme}]`)
    await options.close()
  }

  async function lock(): Promise<void> {
    const options = await driver.openExtensionPage('options.html')
    await (await options.waitForSelector(byId('options-lock')))?.click()
    await sleep(500)
    await options.close()
  }

  async function photographFirstRun(): Promise<void> {
    const page = await createVault(driver, PASSPHRASE, 'on', (step, page) =>
      shoot(page, `welcome-${step}`),
    )
    await page.close()
  }

  /** What the toolbar's popup shows over a page. */
  async function photographPopups(page: Page): Promise<void> {
    let popup = await openPopup(driver, page, 'add', 'scan-page')
    await shoot(popup, 'popup-empty')
    await scan(popup)
    await popup.waitFor(byId('review-add'))
    await shoot(popup, 'popup-review-light')
    await popup.click(byId('review-add'))
    const code = await readCode(popup)
    await shoot(popup, 'popup-enrol')
    await popup.click(byId('enrol-close'))
    await shoot(popup, 'popup-one')
    await popup.close()
    await confirmEnrolment(page, code)
    await photographOffer(page, 'offer-one')
    popup = await openPopup(driver, page, 'add')
    await pasteAndAdd(popup, [...ACCOUNTS, DELETED])
    await popup.close()
    await remove('Forum Lama', page)
    await page.goto(demo.url('surat', '/login'))
    await page.click(byId('login-submit'))
    await page.waitForSelector(byId('code'))
    for (const theme of THEMES) {
      await chooseTheme(theme)
      popup = await openPopup(driver, page, 'account-code')
      await waitUntil(
        'codes that are not about to expire',
        async () => Number(await popup.text(byId('account-remaining'))) > 12,
        20_000,
      )
      await shoot(popup, `popup-list-${theme}`)
      await popup.click(byId('account-row'))
      await popup.waitFor(byId('toast'))
      await shoot(popup, `popup-copied-${theme}`)
      await popup.click(byId('assist'))
      await popup.waitFor('[data-code=clock-right], [data-code=clock-slow]')
      await shoot(popup, `popup-assist-right-${theme}`)
      await popup.close()
      skewMs = 47_000
      popup = await openPopup(driver, page, 'account-code')
      await popup.click(byId('assist'))
      await popup.waitFor('[data-code=clock-slow]')
      await shoot(popup, `popup-assist-clock-${theme}`)
      await popup.click(byId('assist-correct-clock'))
      await popup.waitFor('[data-code=clock-corrected]')
      await popup.click(byId('back'))
      await popup.waitFor(byId('clock-chip'))
      await shoot(popup, `popup-chip-${theme}`)
      skewMs = 0
      await popup.click(byId('assist'))
      await popup.waitFor('[data-code=clock-right-again]')
      await popup.close()
    }
    await chooseTheme('light')
    popup = await openPopup(driver, page, 'account-code')
    await scan(popup)
    await sleep(1500)
    await shoot(popup, 'popup-scan-none')
    await popup.close()
    for (const path of ['sms', 'whatsapp', 'email', 'recovery', 'maintenance']) {
      await page.goto(demo.url('surat', `/${path}`))
      popup = await openPopup(driver, page, 'account-code')
      await popup.click(byId('assist'))
      await popup.waitFor(byId('assist-likely'))
      await shoot(popup, `popup-assist-${path}`)
      await popup.close()
      if (path === 'sms' || path === 'recovery') await photographField(page, `offer-${path}`)
    }
    await page.goto(demo.url('dompet', '/login'))
    await page.click(byId('login-submit'))
    await photographField(page, 'offer-none', 'code-1')
  }

  async function remove(name: string, page: Page): Promise<void> {
    const popup = await openPopup(driver, page, 'search')
    await popup.type(byId('search'), name)
    await popup.waitFor(byId('account-menu'))
    await popup.click(byId('account-menu'))
    await popup.click(byId('menu-delete'))
    await popup.click(byId('delete-confirm'))
    await popup.waitFor(byId('toast-action'))
    await shoot(popup, 'popup-deleted')
    await popup.close()
  }

  async function photographOffer(page: Page, name: string): Promise<void> {
    for (const theme of THEMES) {
      await chooseTheme(theme)
      await page.goto(demo.url('surat', '/login'))
      await page.bringToFront()
      await page.click(byId('login-submit'))
      await page.waitForSelector(byId('code'))
      await photographField(page, `${name}-${theme}`)
    }
    await chooseTheme('light')
  }

  async function photographField(page: Page, name: string, field = 'code'): Promise<void> {
    await page.bringToFront()
    await page.waitForSelector(`${byId(field)}, ${byId('code')}, input`)
    await page.click((await page.$(byId(field))) ? byId(field) : 'input:not([type=hidden])')
    await sleep(1200)
    await shoot(page, name)
  }
}

async function photograph(page: Page | Popup, name: string): Promise<void> {
  const path = join(ALL, `${name}.png`)
  if ('isOpen' in page) await page.screenshot(path)
  else await page.screenshot({ path: path })
}
