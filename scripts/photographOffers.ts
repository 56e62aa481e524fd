import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { askForSure } from '../tests/support/askBackground.ts'
import { waitUntil } from '../tests/support/browserDriver.ts'
import { byId } from '../tests/support/story.ts'
import { changeSettings, chooseTheme, clipAround, save, THEMES } from './camera.ts'
import type { Stage } from './photographPopups.ts'

const AROUND = { left: 80, top: 190, width: 560, height: 470 }
const ARMED = (id: string) => `${byId(id)}[aria-disabled=false]`

/** The offer beside a field of a page, as one comes to it while the vault is open. */
export async function photographOffers(page: Page, stage: Stage): Promise<void> {
  const { driver, settings, at } = stage
  await shootField(page, 'offer-one', stage)
  await bindToo(page, stage)
  await shootField(page, 'offer-many', stage)
  await shootField(page, 'offer-occupied', stage, {
    // One field for the password and the code behind it.
    prepare: (page) => page.$eval(byId('code'), becomePassword),
    then: async (page) => {
      await page.keyboard.type('rahasia-7')
      const menu = await driver.menuFrame(page)
      await menu.click(ARMED('menu-account'))
      await menu.waitFor(byId('menu-replace'))
    },
  })
  await shootField(page, 'offer-filled', stage, {
    then: async (page) => {
      const menu = await driver.menuFrame(page)
      await menu.click(ARMED('menu-account'))
      await waitUntil('a filled field', () =>
        page.$eval(byId('code'), (it) => (it as HTMLInputElement).value !== ''),
      )
    },
  })
  await shootField(page, 'offer-waiting', stage, {
    then: async (page) => {
      const menu = await driver.menuFrame(page)
      await menu.waitFor(ARMED('menu-account'))
      await waitUntil('the last seconds of a code', isEnding, 40_000)
      await menu.click(byId('menu-account'))
      await menu.waitFor(byId('menu-waiting'))
    },
  })
  await shootField(page, 'offer-unbound', stage, { open: at('dompet', '/login'), field: 'code-1' })
  for (const kind of ['sms', 'email', 'recovery']) {
    const open = at('surat', `/${kind}`)
    await shootField(page, `offer-${kind}`, stage, { open, field: 'input:not([type=hidden])' })
  }
  await changeSettings(settings, { offerMode: 'icon' })
  await shootField(page, 'offer-icon', stage)
  await changeSettings(settings, { offerMode: 'menu' })
}

interface Field {
  /** The page with the field; that of a login where nothing is said. */
  readonly open?: string
  readonly field?: string
  readonly prepare?: (page: Page) => Promise<unknown>
  readonly then?: (page: Page) => Promise<unknown>
}

export async function shootField(
  page: Page,
  name: string,
  { camera, settings, at }: Stage,
  { open = at('surat', '/login'), field = 'code', prepare, then }: Field = {},
): Promise<void> {
  if (!camera.isWanted(name)) return
  const selector = field.includes(':') ? field : byId(field)
  console.log(name)
  try {
    for (const theme of THEMES) {
      await chooseTheme(settings, theme)
      await page.bringToFront()
      const scheme = theme === 'light' ? 'light' : 'dark'
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await page.goto(open)
      if (open.endsWith('/login')) await page.click(byId('login-submit'))
      await page.waitForSelector(selector)
      await prepare?.(page)
      await page.click(selector)
      await sleep(800)
      await then?.(page)
      await sleep(200)
      const path = camera.pathOf(`${name}-${theme}`)
      // The documents show a whole page of the first one.
      if (name === 'offer-one') await save(page, camera.pathOf(`${name}-page-${theme}`))
      await page.screenshot({ path, clip: await clipAround(page, selector, AROUND) })
    }
  } catch (error) {
    camera.note(name)(error)
  }
  await chooseTheme(settings, 'light')
}

/** Runs in the page. */
function becomePassword(field: Element): void {
  if (!(field instanceof HTMLInputElement)) return
  field.type = 'password'
  field.removeAttribute('maxlength')
  const label = field.labels?.[0]
  if (label) label.firstChild?.replaceWith('Password and verification code')
}

/** The menu waits for the fresh code then, and there is time for a picture of it. */
function isEnding(): boolean {
  const leftMs = 30_000 - (Date.now() % 30_000)
  return leftMs < 2900 && leftMs > 2000
}

/** A second account for the same page. */
async function bindToo(page: Page, { settings }: Stage): Promise<void> {
  const accounts = await askForSure(settings, 'accounts.list', {})
  const { id } = accounts.find(({ issuer }) => issuer === 'Koperasi') ?? {}
  const site = new URL(page.url()).origin
  if (id !== undefined) {
    await askForSure(settings, 'accounts.setSites', {
      ...{ accountId: id, sites: [site] },
      hasSeenWarning: true,
    })
  }
}
