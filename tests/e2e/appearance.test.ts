import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { findClippedWhenLong, findViolations, readOverflow } from '../support/accessibility.ts'
import { askForSure } from '../support/askBackground.ts'
import { launch, waitUntil, type BrowserDriver } from '../support/browserDriver.ts'
import { writeLinks } from '../support/exports/plain'
import { ALL_SAMPLES } from '../support/exports/samples'
import { writeSealedTwofas } from '../support/exports/sealed'
import { byId, createVault, openList, pasteAndAdd } from '../support/story.ts'
import {
  LIST_STATES,
  LOCKED_STATES,
  openState,
  PAGE_STATES,
  type ViewState,
} from '../support/views.ts'

const PASSPHRASE = 'sawah kopi angin perak'
const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3-e2e')
// SHOTS=folder keeps pictures of all states.
const SHOTS = process.env['SHOTS']
const LINKS = [
  'otpauth://totp/GitHub:budi%40kantor.example?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=GitHub',
  'otpauth://totp/Sekolah%20Menengah%20Pertama%20Arunika:operator.sekolah%40sekolah.example?secret=NVQWIZJAOVYCA3LBMRSSA5LQ&issuer=Sekolah%20Menengah%20Pertama%20Arunika',
  'otpauth://steam/Steam:budi_88?secret=MFRGGZDFMZTWQ2LKNNWG23TP&issuer=Steam',
  'otpauth://hotp/VPN%20Kantor:budi?secret=ONSWG4TFOQQGC43LORUGKYLM&issuer=VPN%20Kantor&counter=1042',
  'otpauth://totp/Forum%20Lama:budi?secret=GEZDGNBVGY3TQOJQ&issuer=Forum%20Lama',
]
const LOOKS = ['en', 'id'].flatMap((language) =>
  ['light', 'dark', 'contrast'].map((theme) => [language, theme] as const),
)
const STILL = [{ name: 'prefers-reduced-motion', value: 'reduce' }]
/** So many pages stand open at a time. */
const GROUP = 12
const OPEN_STATES = [...LIST_STATES, ...PAGE_STATES]
const GROUPS = Array.from({ length: Math.ceil(OPEN_STATES.length / GROUP) }, (_, at) =>
  OPEN_STATES.slice(at * GROUP, (at + 1) * GROUP),
)

const folder = mkdtempSync(join(tmpdir(), 'sandi-appearance-'))
const world = {
  passphrase: PASSPHRASE,
  sealedFile: join(folder, 'sealed.2fas'),
  plainFile: join(folder, 'links.txt'),
}
let driver: BrowserDriver
let demo: Awaited<ReturnType<typeof startDemo>>
let settings: Page
/** Pages that stand open in one state each, and follow the settings while they do. */
const views = new Map<string, Page>()
const parts = new Map(OPEN_STATES.map(({ name, part }) => [name, part]))

beforeAll(async () => {
  writeFileSync(world.sealedFile, writeSealedTwofas(ALL_SAMPLES))
  writeFileSync(world.plainFile, writeLinks(ALL_SAMPLES))
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
  const accounts = await askForSure(settings, 'accounts.list', {})
  const accountIds = accounts.map(({ id }) => id)
  const forum = accounts.find(({ issuer }) => issuer === 'Forum Lama')?.id ?? ''
  await askForSure(settings, 'accounts.delete', { accountIds: [forum] })
  await askForSure(settings, 'accounts.tagMany', { accountIds, tag: 'Kantor', isOn: true })
})
afterAll(async () => {
  await driver.close()
  await demo.close()
  rmSync(folder, { recursive: true })
})

describe.each(GROUPS.map((states) => [states.map(({ name }) => name).join(', '), states] as const))(
  'while the vault is open: %s',
  (_names, states) => {
    beforeAll(() => openAll(states))
    afterAll(closeAll)

    it.each(LOOKS)('has no violation of WCAG in any state, in %s and %s', expectNoViolations)
    it('fits into 320 px, as at twice the size in 640', expectToFit)
  },
)

describe('the list', () => {
  beforeAll(() => openAll(LIST_STATES.slice(0, 1)))
  afterAll(closeAll)

  it('hides codes without a violation', async () => {
    await settings.bringToFront()
    await settings.click(byId('options-hide'))
    const list = get('list')
    await list.bringToFront()
    await list.waitForSelector(byId('reveal'))
    expect(await findViolations(list)).toEqual([])
    await settings.bringToFront()
    await settings.click(byId('options-hide'))
    await waitUntil('codes', () => list.$(byId('account-code')))
  })

  it('moves nothing where motion is not wanted', async () => {
    const list = get('list')
    // In one go: an element that goes meanwhile, as a code does, has no style any more.
    const durations = await list.evaluate(() => {
      const all = [...document.querySelectorAll('*')]
      return [...new Set(all.map((element) => getComputedStyle(element).transitionDuration))]
    })
    expect(durations).toEqual(['0s'])
  })

  it('keeps borders and codes in forced colours', async () => {
    const list = get('list')
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
    await settings.bringToFront()
    await settings.click(byId('options-lock'))
    await openAll(LOCKED_STATES)
  })
  afterAll(closeAll)

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

async function openAll(states: readonly ViewState[]): Promise<void> {
  for (const state of states) {
    const page = await openState(driver, world, state)
    // Colours that are on their way to others have no contrast worth measuring.
    await page.emulateMediaFeatures(STILL)
    views.set(state.name, page)
  }
}

async function closeAll(): Promise<void> {
  for (const page of views.values()) await page.close()
  views.clear()
}

function get(name: string): Page {
  const page = views.get(name)
  if (!page) throw new Error(`no view of ${name}`)
  return page
}

/** A theme changes colours and nothing else, so the other rules are tried once in each language. */
async function expectNoViolations(language: string, theme: string): Promise<void> {
  const found: string[] = []
  await settings.bringToFront()
  await settings.select(byId('options-language'), language)
  await settings.select(byId('options-theme'), theme)
  for (const [name, page] of views) {
    await page.bringToFront()
    await page.waitForSelector(`html[lang=${language}][data-theme=${theme}]`)
    const rules = theme === 'light' ? undefined : ['color-contrast']
    const violations = await findViolations(page, { rules, part: parts.get(name) })
    found.push(...violations.map((it) => `${name}: ${it}`))
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${language}-${name}-${theme}.png`) })
  }
  expect(found).toEqual([])
}

async function expectToFit(): Promise<void> {
  for (const [name, page] of views) {
    const size = page.viewport()
    await page.setViewport({ width: 320, height: 480, deviceScaleFactor: 2 })
    expect([name, await readOverflow(page)]).toEqual([name, 0])
    await page.setViewport(size)
  }
}
