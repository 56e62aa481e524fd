import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import { byId, createVault, openList, scanAndAdd } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }

describe.each<BrowserKind>(['chrome', 'firefox'])('the list beside the page in %s', (kind) => {
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let panel: Page
  let ownWindow: Page

  beforeAll(async () => {
    demo = await startDemo()
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    await (await createVault(driver, 'kopi angin perak lima')).close()
    const page = await driver.newPage(demo.url('perizinan', '/enrol'))
    const popup = await openList(driver, page)
    await scanAndAdd(popup)
    await popup.close()
    panel = await driver.openExtensionPage('sidepanel.html')
    ownWindow = await driver.openExtensionPage('popup.html#window')
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })

  it('shows codes, stays open on Escape, and offers no second place to stay', async () => {
    for (const view of [panel, ownWindow]) {
      await view.bringToFront()
      await view.waitForSelector(byId('account-code'))
      await view.keyboard.press('Escape')
      expect(await view.$(byId('open-window'))).toBeNull()
      expect(await view.$(byId('account-row'))).not.toBeNull()
    }
  })

  it('is as wide as it is given room', async () => {
    const width = await panel.evaluate(
      () => document.body.clientWidth - document.documentElement.clientWidth,
    )
    expect(width).toBe(0)
  })

  it('goes blank in every view when the vault locks', async () => {
    await panel.bringToFront()
    await panel.click(byId('lock'))
    for (const view of [panel, ownWindow]) {
      await waitUntil('a view without codes', async () => !(await view.$(byId('account-code'))))
      await view.waitForSelector(byId('unlock-passphrase'))
    }
  })
})
