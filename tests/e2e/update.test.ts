import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type BrowserDriver, type BrowserKind } from '../support/browserDriver.ts'
import { byId, createVault, openList, openPopup, pasteAndAdd } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const FORMER_VERSION = '0.1.0'
const PASSPHRASE = 'kopi angin perak lima'
const LINK = 'otpauth://totp/Lantern:mira?secret=JBSWY3DPEHPK3PXP&issuer=Lantern'

describe.each<BrowserKind>(['chrome', 'firefox'])('an update in %s', (kind) => {
  const built = join(OUTPUT, BUILDS[kind])
  const folder = mkdtempSync(join(tmpdir(), 'sandi-update-'))
  let driver: BrowserDriver
  let page: Page

  beforeAll(async () => {
    cpSync(built, folder, { recursive: true })
    setVersion(FORMER_VERSION)
    driver = await launch(kind, { extensionDir: folder })
    page = await createVault(driver, PASSPHRASE)
    const popup = await openList(driver, page)
    await pasteAndAdd(popup, [LINK])
    await popup.close()
  })
  afterAll(async () => {
    await driver.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('finds the vault as it was, and leaves a snapshot from before', async () => {
    cpSync(join(built, 'manifest.json'), join(folder, 'manifest.json'))
    await driver.updateExtension()
    const options = await driver.openExtensionPage('options.html#snapshots')
    const popup = await openPopup(driver, options, 'unlock-passphrase')
    await popup.type(byId('unlock-passphrase'), PASSPHRASE)
    await popup.click(byId('unlock-submit'))
    await popup.waitFor(byId('account-row'))
    expect(await popup.text(byId('account-row'))).toContain('Lantern')
    await popup.close()
    await options.waitForSelector(byId('snapshots-show'))
    await options.click(byId('snapshots-show'))
    await options.waitForSelector(byId('snapshot-row'))
    const reasons = await options.$$eval(byId('snapshot-row'), (rows) =>
      rows.map((row) => row.textContent),
    )
    expect(reasons.join('\n')).toMatch(/update/iu)
    page = options
  })

  it('back to an older version is refused kindly, and changes nothing', async () => {
    const stored = await driver.evaluateInBackground(makeNewer)
    expect(stored).toContain('"version":99')
    await driver.relaunch()
    const options = await driver.openExtensionPage('options.html')
    const popup = await openPopup(driver, options, 'unlock-error', 'account-row')
    expect(await popup.text(byId('unlock-error'))).toMatch(/newer version/u)
    expect(await popup.exists(byId('rescue-begin'))).toBe(false)
    await popup.close()
    expect(await driver.evaluateInBackground(readStored)).toBe(stored)
  })

  function setVersion(version: string): void {
    const path = join(folder, 'manifest.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as object
    writeFileSync(path, JSON.stringify({ ...manifest, version }))
  }
})

/** What a later version would leave behind: the same vault under a header that this one cannot know. */
async function makeNewer(): Promise<string> {
  const { local } = (globalThis as unknown as Extension).chrome.storage
  const stored = JSON.stringify(await local.get(['vault.a', 'vault.b']))
  await local.set(JSON.parse(stored.replaceAll(/(\\"version\\"):\d+/gu, '$1:99')) as object)
  return JSON.stringify(await local.get(['vault.a', 'vault.b'])).replaceAll('\\', '')
}

async function readStored(): Promise<string> {
  const { local } = (globalThis as unknown as Extension).chrome.storage
  return JSON.stringify(await local.get(['vault.a', 'vault.b'])).replaceAll('\\', '')
}

interface Extension {
  readonly chrome: {
    readonly storage: {
      readonly local: { get(keys: string[]): Promise<object>; set(items: object): Promise<void> }
    }
  }
}
