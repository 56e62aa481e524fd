import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { startDemo } from '../demo/server.ts'
import { launch, waitUntil, type BrowserDriver } from '../tests/support/browserDriver.ts'
import {
  byId,
  createVault,
  openList,
  openPopup,
  pasteAndAdd,
  scan,
} from '../tests/support/story.ts'

// `node scripts/screenshots.ts`: the pictures of the documents, taken from the built extension with
// made-up accounts, in both languages and both themes.
const root = join(import.meta.dirname, '..')
const shots = join(root, 'docs/screenshots')
const ACCOUNTS = [
  'otpauth://totp/Lantern%20Mail:mira%40lantern.example?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=Lantern%20Mail',
  'otpauth://totp/Kantor%20Pajak:budi%40contoh.id?secret=KRUGS4ZANFZSA3LBMRSSA5LQ&issuer=Kantor%20Pajak',
  'otpauth://steam/Steam:budi_88?secret=MFRGGZDFMZTWQ2LKNNWG23TP&issuer=Steam',
  'otpauth://hotp/VPN%20Kantor:budi?secret=ONSWG4TFOQQGC43LORUGKYLM&issuer=VPN%20Kantor&counter=1042',
  'otpauth://totp/Sekolah%20Arunika:sdn1%40sekolah.example?secret=NVQWIZJAOVYCA3LBMRSSA5LQ&issuer=Sekolah%20Arunika',
]

mkdirSync(shots, { recursive: true })
for (const language of ['en', 'id'] as const) {
  const demo = await startDemo()
  const driver = await launch('chrome', {
    extensionDir: join(root, '.output/chrome-mv3-e2e'),
    locale: language,
  })
  try {
    await (await createVault(driver, 'sawah kopi angin perak lima')).close()
    const page = await driver.newPage(demo.url('perizinan', '/enrol'))
    await photographScan(driver, page, language)
    await addAccounts(driver, page)
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(driver, theme)
      await photographList(driver, page, `${language}-${theme}`)
    }
    await chooseTheme(driver, 'light')
    await photographOffer(page, demo.url('perizinan', '/login/code'), language)
  } finally {
    await driver.close()
    await demo.close()
  }
}

async function photographScan(driver: BrowserDriver, page: Page, name: string): Promise<void> {
  const popup = await openList(driver, page)
  await scan(popup)
  await popup.waitFor(byId('review-add'))
  await popup.screenshot(join(shots, `review-${name}.png`))
  await popup.click(byId('review-add'))
  await popup.waitFor(byId('account-row'))
  await popup.close()
}

async function addAccounts(driver: BrowserDriver, page: Page): Promise<void> {
  const popup = await openList(driver, page)
  await pasteAndAdd(popup, ACCOUNTS)
  await popup.close()
}

async function chooseTheme(driver: BrowserDriver, theme: string): Promise<void> {
  const options = await driver.openExtensionPage('options.html')
  await options.waitForSelector(byId('options-theme'))
  await options.select(byId('options-theme'), theme)
  await new Promise((resolve) => setTimeout(resolve, 500))
  await options.screenshot({ path: join(shots, `options-${theme}.png`) })
  await options.close()
}

async function photographList(driver: BrowserDriver, page: Page, name: string): Promise<void> {
  const popup = await openPopup(driver, page, 'account-code')
  await waitUntil(
    'codes that are not about to expire',
    async () => Number(await popup.text(byId('account-remaining'))) > 12,
    20_000,
  )
  await popup.screenshot(join(shots, `list-${name}.png`))
  await popup.close()
}

async function photographOffer(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url)
  await page.bringToFront()
  if (!(await page.$(byId('code')))) {
    await page.click(byId('login-submit'))
    await page.waitForSelector(byId('code'))
  }
  await page.click(byId('code'))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await page.screenshot({ path: join(shots, `offer-${name}.png`) })
}
