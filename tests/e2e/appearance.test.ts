import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { findClippedWhenLong, findViolations, readOverflow } from '../support/accessibility.ts'
import { launch, waitUntil, type BrowserDriver } from '../support/browserDriver.ts'
import { byId, createVault, openList, pasteAndAdd } from '../support/story.ts'

const PASSPHRASE = 'sawah kopi angin perak'
const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3-e2e')
const LINKS = [
  'otpauth://totp/GitHub:budi%40kantor.example?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=GitHub',
  'otpauth://totp/Sekolah%20Menengah%20Pertama%20Arunika:operator.sekolah%40sekolah.example?secret=NVQWIZJAOVYCA3LBMRSSA5LQ&issuer=Sekolah%20Menengah%20Pertama%20Arunika',
  'otpauth://steam/Steam:budi_88?secret=MFRGGZDFMZTWQ2LKNNWG23TP&issuer=Steam',
  'otpauth://hotp/VPN%20Kantor:budi?secret=ONSWG4TFOQQGC43LORUGKYLM&issuer=VPN%20Kantor&counter=1042',
]
const LOOKS = ['en', 'id'].flatMap((language) =>
  ['light', 'dark', 'contrast'].map((theme) => [language, theme] as const),
)
const STILL = [{ name: 'prefers-reduced-motion', value: 'reduce' }]

/** Pages that stand open in one state each, and follow the settings while they do. */
let driver: BrowserDriver
let demo: Awaited<ReturnType<typeof startDemo>>
let settings: Page
const views = new Map<string, Page>()

beforeAll(async () => {
  demo = await startDemo()
  driver = await launch('chrome', { extensionDir: EXTENSION })
  await (await createVault(driver, PASSPHRASE)).close()
  const page = await driver.newPage(demo.url())
  const popup = await openList(driver, page)
  await pasteAndAdd(popup, LINKS)
  await popup.close()
  settings = await driver.openExtensionPage('options.html')
  await settings.emulateMediaFeatures(STILL)
  await settings.waitForSelector(byId('options-theme'))
})
afterAll(async () => {
  await driver.close()
  await demo.close()
})

describe('while the vault is open', () => {
  beforeAll(async () => {
    await openView('the list', 'sidepanel.html')
    const search = await openView('no result', 'popup.html')
    await search.type(byId('search'), 'zzzz')
    const menu = await openView('the menu of a row', 'popup.html')
    await menu.click(byId('account-menu'))
    const own = await openView('the own order', 'popup.html')
    await own.select(byId('sort'), 'own')
    await own.waitForSelector(byId('drag-handle'))
    const add = await openView('adding', 'popup.html')
    await add.click(byId('add'))
    const typed = await openView('typing a key', 'popup.html')
    await typed.click(byId('add'))
    await typed.click(byId('type-in'))
    const edit = await openView('editing', 'popup.html')
    await edit.click(byId('account-menu'))
    await edit.click(byId('menu-edit'))
    views.set('the settings', settings)
  })

  it.each(LOOKS)('has no violation of WCAG in any state, in %s and %s', expectNoViolations)

  it('hides codes without a violation', async () => {
    await settings.bringToFront()
    await settings.click(byId('options-hide'))
    const list = get('the list')
    await list.bringToFront()
    await list.waitForSelector(byId('reveal'))
    expect(await findViolations(list)).toEqual([])
    await settings.bringToFront()
    await settings.click(byId('options-hide'))
    await waitUntil('codes', () => list.$(byId('account-code')))
  })

  it('fits into 320 px, as at twice the size in 640', expectToFit)

  it('moves nothing where motion is not wanted', async () => {
    const list = get('the list')
    const durations = await list.$$eval('*', (all) => [
      ...new Set(all.map((element) => getComputedStyle(element).transitionDuration)),
    ])
    expect(durations).toEqual(['0s'])
  })

  it('keeps borders and codes in forced colours', async () => {
    const list = get('the list')
    const session = await list.createCDPSession()
    const features = [...STILL, { name: 'forced-colors', value: 'active' }]
    await session.send('Emulation.setEmulatedMedia', { features })
    const border = await list.$eval(
      byId('account-row'),
      (row) => getComputedStyle(row).borderTopStyle,
    )
    expect(border).toBe('solid')
    await session.send('Emulation.setEmulatedMedia', { features: STILL })
  })
})

describe('while it is locked', () => {
  beforeAll(async () => {
    for (const [name, page] of views) if (name !== 'the settings') await page.close()
    views.clear()
    await settings.bringToFront()
    await settings.click(byId('options-lock'))
    await openView('unlocking', 'sidepanel.html')
    const forgot = await openView('a forgotten passphrase', 'popup.html')
    await forgot.click(byId('unlock-forgot'))
    views.set('the settings', settings)
  })

  it.each(LOOKS)('has no violation of WCAG in any state, in %s and %s', expectNoViolations)
  it('fits into 320 px, as at twice the size in 640', expectToFit)
})

describe('in a language that is long and runs from right to left', () => {
  it.each(['sidepanel.html', 'options.html', 'welcome.html'])(
    '%s cuts nothing off',
    async (path) => {
      const page = await driver.openExtensionPage(path)
      await page.waitForSelector('main, form, h1')
      await page.setViewport({ width: 380, height: 600 })
      expect(await findClippedWhenLong(page)).toEqual([])
      expect(await readOverflow(page)).toBe(0)
      await page.close()
    },
  )
})

async function openView(name: string, path: string): Promise<Page> {
  const page = await driver.openExtensionPage(path)
  await page.bringToFront()
  await page.setViewport({ width: 380, height: 600 })
  // Colours that are on their way to others have no contrast worth measuring.
  await page.emulateMediaFeatures(STILL)
  await page.waitForSelector(`${byId('add')}, ${byId('unlock-forgot')}`)
  views.set(name, page)
  return page
}

function get(name: string): Page {
  const page = views.get(name)
  if (!page) throw new Error(`no view of ${name}`)
  return page
}

async function expectNoViolations(language: string, theme: string): Promise<void> {
  const found: string[] = []
  await settings.bringToFront()
  await settings.select(byId('options-language'), language)
  await settings.select(byId('options-theme'), theme)
  for (const [name, page] of views) {
    await page.bringToFront()
    await page.waitForSelector(`html[lang=${language}][data-theme=${theme}]`)
    const violations = await findViolations(page)
    found.push(...violations.map((it) => `${name}: ${it}`))
  }
  expect(found).toEqual([])
}

async function expectToFit(): Promise<void> {
  for (const [name, page] of views) {
    await page.setViewport({ width: 320, height: 480, deviceScaleFactor: 2 })
    expect([name, await readOverflow(page)]).toEqual([name, 0])
    await page.setViewport({ width: 380, height: 600 })
  }
}
