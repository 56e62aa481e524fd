import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawQrPng } from '../../demo/qr.ts'
import { startDemo } from '../../demo/server.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import {
  byId,
  createVault,
  openList,
  openPopup,
  pasteAndAdd,
  scan,
  startAdding,
} from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DP'

describe.each<BrowserKind>(['chrome', 'firefox'])('accounts in %s', (kind) => {
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let page: Page

  beforeAll(async () => {
    demo = await startDemo()
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    await (await createVault(driver, 'kopi angin perak lima')).close()
    page = await driver.newPage(demo.url('surat', '/two'))
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })

  const countRows = async (): Promise<number> => {
    const popup = await openList(driver, page)
    const count = await popup.evaluate(
      (selector) => document.querySelectorAll(selector).length,
      byId('account-row'),
    )
    await popup.close()
    return count
  }

  it('come from two QR codes on one page at once', async () => {
    const popup = await openList(driver, page)
    await scan(popup)
    await popup.click(byId('review-add'))
    await popup.waitFor(byId('account-row'))
    await popup.close()
    expect(await countRows()).toBe(2)
  })

  it('come from a scan by its keys, too', async () => {
    await page.bringToFront()
    await driver.pressCommand('scan-page')
    const popup = await driver.openedPopup()
    await waitUntil('what was found', async () =>
      (await popup.text('main')).includes('Already here'),
    )
    await popup.close()
  })

  it('come from a pasted link', async () => {
    const popup = await openList(driver, page)
    await pasteAndAdd(popup, [`otpauth://totp/Pasted:me?secret=${KEY}&issuer=Pasted`])
    await popup.close()
    expect(await countRows()).toBe(3)
  })

  it('come from a typed key, after a word on a key that cannot be one', async () => {
    const popup = await openList(driver, page)
    await startAdding(popup, 'type-in')
    await popup.type(byId('typed-issuer'), 'Typed')
    await popup.type(byId('typed-secret'), 'JBSW 0189')
    await popup.waitFor(byId('typed-error'))
    await popup.fill(byId('typed-secret'), 'gezd gnbv gy3t qojq')
    await popup.click(byId('typed-submit'))
    await popup.waitFor(byId('account-row'))
    await popup.close()
    expect(await countRows()).toBe(4)
  })

  it('come from an image file', async () => {
    const link = 'otpauth://totp/Picture:me?secret=MFRGGZDFMZTWQ2LK&issuer=Picture'
    const file = join(mkdtempSync(join(tmpdir(), 'sandi-')), 'qr.png')
    writeFileSync(file, drawQrPng(link))
    // Firefox's popup closes with the file dialog, so there the product itself opens this tab.
    const tab = await driver.openExtensionPage('popup.html#add')
    const input = await tab.waitForSelector(byId('choose-image'))
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
    await (await tab.waitForSelector(byId('review-add')))?.click()
    await tab.waitForSelector(byId('account-row'))
    await tab.close()
    expect(await countRows()).toBe(5)
  })

  it('are copied by a click on the code', async () => {
    const popup = await openPopup(driver, page, 'account-code')
    await popup.click(byId('account-code'))
    await popup.waitFor(byId('toast'))
    await popup.close()
  })

  it('come back after they were deleted', async () => {
    const popup = await openPopup(driver, page, 'account-menu')
    await popup.click(byId('account-menu'))
    await popup.click(byId('menu-delete'))
    await popup.click(byId('delete-confirm'))
    await popup.waitFor(byId('toast-action'))
    await popup.click(byId('toast-action'))
    await waitUntil('the row to come back', async () => {
      const count = await popup.evaluate(
        (selector) => document.querySelectorAll(selector).length,
        byId('account-row'),
      )
      return count === 5
    })
    await popup.close()
    expect(await countRows()).toBe(5)
  })
})
