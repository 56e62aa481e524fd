import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { messages as en } from '../../utils/ui/i18n/messages/en.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import {
  byId,
  confirmEnrolment,
  createVault,
  fillFromMenu,
  openList,
  openPopup,
  readCode,
  scan,
  scanAndAdd,
  signInWithPassword,
  submitCode,
} from '../support/story.ts'

const PASSPHRASE = 'kopi angin perak lima'
const OUTPUT = join(import.meta.dirname, '../../.output')
// Firefox grants site access by the shipped build's own request; headless Chromium cannot ask.
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }

describe.each<BrowserKind>(['chrome', 'firefox'])('the main job in %s', (kind) => {
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let page: Page
  let secret = ''

  beforeAll(async () => {
    demo = await startDemo()
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    page = await driver.newPage('about:blank')
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })

  it('creates a vault with a passphrase', async () => {
    const welcome = await createVault(driver, PASSPHRASE)
    await welcome.close()
  })

  it('refuses to scan where the browser forbids it, and says what else works', async () => {
    await page.goto('about:blank')
    const popup = await openList(driver, page)
    await scan(popup)
    // Firefox lets a person's own click look at every page; Chromium keeps its own ones back.
    const expected = kind === 'chrome' ? en['error.captureBrowser'] : en['error.no-qr']
    expect(await popup.text(byId('scan-error'))).toContain(expected)
    await popup.close()
  })

  it('says so when the page shows no QR code', async () => {
    await page.goto(demo.url('surat', '/plain'))
    const popup = await openList(driver, page)
    await scan(popup)
    const said = await popup.text(byId('scan-error'))
    // Where the machine is busy, reading ends before all was tried, and that is what is said.
    const answers = [en['error.no-qr'], en['error.scan-timeout']]
    expect(answers.filter((answer) => said.includes(answer))).toHaveLength(1)
    await popup.close()
  })

  it('turns the QR code of a page into an account whose code the service accepts', async () => {
    await page.goto(demo.url('perizinan', '/enrol'))
    secret = await page.$eval(byId('key'), (key) => key.textContent.replace(/\s/gu, ''))
    expect(secret).toMatch(/^[A-Z2-7]{32}$/u)
    const popup = await openList(driver, page)
    await scanAndAdd(popup)
    const code = await readCode(popup)
    await popup.close()
    await confirmEnrolment(page, code)
    expect(demo.events.at(-1)).toMatchObject({ service: 'perizinan', kind: 'enrol', ok: true })
  })

  it('offers the code in the login field and fills it on a click', async () => {
    await signInWithPassword(page, demo.url('perizinan', '/login'))
    await fillFromMenu(driver, page, 'code')
    await submitCode(page)
    expect(demo.events.at(-1)).toMatchObject({ service: 'perizinan', kind: 'login', ok: true })
  })

  it('keeps the account when the background is stopped between two steps', async () => {
    await driver.stopBackground()
    const popup = await openPopup(driver, page, 'account-row')
    expect(await readCode(popup)).toMatch(/^\d{6}$/u)
    await popup.close()
  })

  it('fills six boxes', async () => {
    await page.goto(demo.url('dompet', '/enrol'))
    const popup = await openList(driver, page)
    await scanAndAdd(popup)
    const code = await readCode(popup)
    await popup.close()
    await confirmEnrolment(page, code)
    await signInWithPassword(page, demo.url('dompet', '/login'))
    await fillFromMenu(driver, page, 'code-1', 'code-6')
    await submitCode(page)
    expect(demo.events.at(-1)).toMatchObject({ service: 'dompet', kind: 'login', ok: true })
  })

  it('fills from the popup', async () => {
    await page.goto(demo.url('surat', '/enrol'))
    const scanning = await openList(driver, page)
    await scanAndAdd(scanning)
    const code = await readCode(scanning)
    await scanning.close()
    await confirmEnrolment(page, code)
    await signInWithPassword(page, demo.url('surat', '/login'))
    const popup = await openPopup(driver, page, 'account-fill')
    await popup.click(byId('account-fill'))
    await waitUntil('a filled field', () =>
      page.$eval(byId('code'), (field) => (field as HTMLInputElement).value.length === 6),
    )
    await submitCode(page)
    expect(demo.events.at(-1)).toMatchObject({ service: 'surat', kind: 'login', ok: true })
  })

  it('locks, refuses a wrong passphrase and opens with the right one', async () => {
    const popup = await openPopup(driver, page, 'lock')
    await popup.click(byId('lock'))
    await popup.waitFor(byId('unlock-passphrase'))
    await popup.type(byId('unlock-passphrase'), 'not the passphrase')
    await popup.click(byId('unlock-submit'))
    await popup.waitFor(byId('unlock-error'))
    await popup.fill(byId('unlock-passphrase'), PASSPHRASE)
    await popup.click(byId('unlock-submit'))
    await popup.waitFor(byId('account-row'))
    await popup.close()
  })

  it('offers to unlock beside the field, and goes on from there', async () => {
    await signInWithPassword(page, demo.url('dompet', '/login'))
    const locking = await openPopup(driver, page, 'lock')
    await locking.click(byId('lock'))
    await locking.waitFor(byId('unlock-passphrase'))
    await locking.close()
    await page.click(byId('code-1'))
    const menu = await driver.menuFrame(page)
    await menu.waitFor(byId('menu-unlock'))
    const popup = await driver.clickAction(page)
    await popup.type(byId('unlock-passphrase'), PASSPHRASE)
    await popup.click(byId('unlock-submit'))
    await popup.waitFor(byId('account-row'))
    await menu.waitFor(byId('menu-account'))
    await popup.close()
  })

  it('keeps everything when the browser is killed, and asks for the passphrase again', async () => {
    await driver.kill()
    await driver.relaunch()
    page = await driver.newPage(demo.url('perizinan', '/'))
    const popup = await openPopup(driver, page, 'unlock-passphrase')
    await popup.type(byId('unlock-passphrase'), PASSPHRASE)
    await popup.click(byId('unlock-submit'))
    await popup.waitFor(byId('account-row'))
    expect(await readCode(popup)).toMatch(/^\d{6}$/u)
    await popup.close()
  })

  it('keeps nothing about accounts readable in storage', async () => {
    const options = await driver.openExtensionPage('options.html')
    const stored = await options.evaluate(async () => {
      const scope = globalThis as unknown as {
        browser?: { storage: { local: { get(keys: null): Promise<unknown> } } }
        chrome: { storage: { local: { get(keys: null): Promise<unknown> } } }
      }
      return JSON.stringify(await (scope.browser ?? scope.chrome).storage.local.get(null))
    })
    expect(stored).toContain('sandi-vault')
    const canaries = [secret, 'Perizinan', 'siti.rahmawati', 'dompet', 'localhost', PASSPHRASE]
    for (const canary of canaries) expect(stored).not.toContain(canary)
    await options.close()
  })
})
