import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import { waitForDownload } from '../support/downloads.ts'
import { byId, createVault, openList, pasteAndAdd } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const PASSPHRASE = 'kopi angin perak lima'
// SHOTS=folder keeps pictures of the screens.
const SHOTS = process.env['SHOTS']
// Codes that stay for the whole test: a period of a day.
const LINKS = [
  'otpauth://totp/Lantern:sari?secret=JBSWY3DPEHPK3PXP&issuer=Lantern&period=86400',
  'otpauth://totp/Kopi:budi?secret=GEZDGNBVGY3TQOJQ&issuer=Kopi&period=86400&digits=8',
]

describe.each<BrowserKind>(['chrome', 'firefox'])('a backup in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'sandi-backup-'))
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let page: Page
  let file: string
  let codes: readonly string[]

  beforeAll(async () => {
    demo = await startDemo()
    driver = await launch(kind, {
      extensionDir: join(OUTPUT, BUILDS[kind]),
      downloadsTo: folder,
    })
    await (await createVault(driver, PASSPHRASE)).close()
    page = await driver.newPage(demo.url('surat', '/two'))
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })

  const shoot = async (tab: Page, name: string) => {
    if (SHOTS) await tab.screenshot({ path: join(SHOTS, `${kind}-${name}.png`), fullPage: true })
  }
  const textOf = (tab: Page, id: string) => tab.$eval(byId(id), (it) => it.textContent.trim())
  async function readCodes(): Promise<readonly string[]> {
    const popup = await openList(driver, page)
    const shown = await popup.evaluate(
      (selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent),
      byId('account-code'),
    )
    await popup.close()
    return shown.map((code) => code.replace(/\D/gu, '')).sort()
  }
  async function openFile(tab: Page, passphrase: string): Promise<void> {
    await tab.bringToFront()
    const input = await tab.waitForSelector(byId('backup-file'))
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
    await tab.waitForSelector(byId('backup-passphrase'))
    await tab.type(byId('backup-passphrase'), passphrase)
    await tab.click(byId('backup-open'))
  }

  it('is made for the passphrase and arrives as a download', async () => {
    const popup = await openList(driver, page)
    await pasteAndAdd(popup, LINKS)
    expect(await popup.text(byId('backup-hint'))).toContain('Never backed up')
    if (SHOTS) await popup.screenshot(join(SHOTS, `${kind}-footer.png`))
    await popup.close()
    codes = await readCodes()
    expect(codes).toHaveLength(2)

    const tab = await driver.openExtensionPage('options.html#backup')
    await tab.waitForSelector(byId('backup-vault-passphrase'))
    await tab.type(byId('backup-vault-passphrase'), 'salah')
    await tab.click(byId('backup-make'))
    await tab.waitForSelector(byId('backup-create-error'))
    await tab.$eval(byId('backup-vault-passphrase'), (field) => {
      if (field instanceof HTMLInputElement) field.select()
    })
    await tab.type(byId('backup-vault-passphrase'), PASSPHRASE)
    await tab.click(byId('backup-make'))
    await tab.waitForSelector(byId('backup-made'), { timeout: 30_000 })
    file = await waitForDownload(folder, /^sandi-backup-\d{4}-\d{2}-\d{2}-\d{4}\.sandi$/u)
    expect(readFileSync(file, 'utf8')).not.toContain('Lantern')
    await waitUntil('its health', async () =>
      (await textOf(tab, 'backup-health')).includes('today'),
    )
    await shoot(tab, 'made')
    await tab.close()
  })

  it('is drilled, after a word on a wrong passphrase', async () => {
    const tab = await driver.openExtensionPage('options.html#backup')
    await openFile(tab, 'salah')
    await tab.waitForSelector(byId('backup-error'), { timeout: 30_000 })
    expect(await textOf(tab, 'backup-error')).toContain('does not open this backup')
    await shoot(tab, 'wrong')
    await openFile(tab, PASSPHRASE)
    await tab.waitForSelector(byId('backup-verdict'), { timeout: 30_000 })
    expect(await textOf(tab, 'backup-verdict')).toContain('all 2 accounts are in it')
    await shoot(tab, 'drill')
    await tab.close()
  })

  it('brings deleted accounts back', async () => {
    for (let count = 0; count < 2; count++) {
      const popup = await openList(driver, page)
      await popup.click(byId('account-menu'))
      await popup.click(byId('menu-delete'))
      await popup.waitFor(byId('toast-action'))
      await popup.close()
    }
    const tab = await driver.openExtensionPage('options.html#backup')
    await openFile(tab, PASSPHRASE)
    await tab.waitForSelector(byId('restore-submit'), { timeout: 30_000 })
    expect(await textOf(tab, 'backup-verdict')).toContain('it holds 2 accounts')
    await shoot(tab, 'restore')
    await tab.click(byId('restore-submit'))
    await tab.waitForSelector(byId('restore-done'), { timeout: 30_000 })
    await shoot(tab, 'restored')
    await tab.close()
    expect(await readCodes()).toEqual(codes)
  })

  it('begins a vault with the very same codes on a fresh profile', async () => {
    await driver.close()
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    const tab = await driver.openExtensionPage('welcome.html')
    await tab.waitForSelector(byId('welcome-restore'))
    await shoot(tab, 'welcome')
    await tab.click(byId('welcome-restore'))
    await openFile(tab, 'salah')
    await tab.waitForSelector(byId('backup-error'), { timeout: 30_000 })
    await openFile(tab, PASSPHRASE)
    await tab.waitForSelector(byId('restore-begin'), { timeout: 30_000 })
    await shoot(tab, 'found')
    await tab.click(byId('restore-begin'))
    await tab.waitForSelector(byId('recovery-code'), { timeout: 30_000 })
    await tab.close()
    page = await driver.newPage(demo.url('surat', '/two'))
    expect(await readCodes()).toEqual(codes)
  })
})
