import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import { byId, createVault, openList, openPopup, pasteAndAdd } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const PASSPHRASE = 'kopi angin perak lima'
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DP'
const NAMES = ['Satu', 'Dua', 'Tiga']
const SHOTS = process.env['SHOTS']

describe.each<BrowserKind>(['chrome', 'firefox'])('what is kept in %s', (kind) => {
  let driver: BrowserDriver
  let page: Page

  beforeAll(async () => {
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    page = await createVault(driver, PASSPHRASE)
    const popup = await openList(driver, page)
    await pasteAndAdd(
      popup,
      NAMES.map((name) => `otpauth://totp/${name}:me?secret=${KEY}${name[0] ?? ''}&issuer=${name}`),
    )
    await popup.close()
  })
  afterAll(async () => {
    await driver.close()
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
  const click = async (options: Page, id: string) => {
    await (await options.waitForSelector(byId(id), { visible: true }))?.click()
  }
  const shoot = async (options: Page, name: string) => {
    if (SHOTS) await options.screenshot({ path: join(SHOTS, `${kind}-${name}.png`) })
  }

  it('comes back out of the trash', async () => {
    const popup = await openPopup(driver, page, 'account-menu')
    await popup.click(byId('account-menu'))
    await popup.click(byId('menu-delete'))
    await popup.click(byId('delete-confirm'))
    await popup.waitFor(byId('toast-action'))
    await popup.close()
    expect(await countRows()).toBe(2)
    const options = await driver.openExtensionPage('options.html#trash')
    await options.waitForSelector(byId('trash-row'))
    await shoot(options, 'trash')
    await click(options, 'trash-restore')
    await options.waitForSelector(byId('trash-empty'))
    await options.close()
    expect(await countRows()).toBe(3)
  })

  it('is as it was after going back to a snapshot', async () => {
    const options = await driver.openExtensionPage('options.html#snapshots')
    // The one taken before the first deletion, which took a third of the accounts.
    await click(options, 'snapshots-show')
    await options.waitForSelector(byId('snapshot-row'))
    const popup = await openPopup(driver, page, 'account-menu')
    await popup.click(byId('account-menu'))
    await popup.click(byId('menu-delete'))
    await popup.click(byId('delete-confirm'))
    await popup.waitFor(byId('toast-action'))
    await popup.close()
    await options.bringToFront()
    await shoot(options, 'snapshots')
    await click(options, 'snapshot-look')
    await options.waitForSelector(byId('snapshot-back'))
    await shoot(options, 'preview')
    await click(options, 'snapshot-restore')
    await options.waitForSelector(byId('toast-action'))
    await options.close()
    expect(await countRows()).toBe(3)
  })

  it('is opened from a snapshot when nothing else of it can be read', async () => {
    const options = await driver.openExtensionPage('options.html')
    await options.evaluate(damageEverything)
    await options.close()
    // What runs has the whole vault in memory, and the next edit would write it anew.
    await driver.stopBackground()
    const popup = await openPopup(driver, page, 'rescue-begin')
    await popup.close()
    const rescue = await driver.openExtensionPage('options.html#rescue')
    await rescue.waitForSelector(byId('revive-passphrase'))
    await shoot(rescue, 'rescue')
    await rescue.type(byId('revive-passphrase'), PASSPHRASE)
    await click(rescue, 'revive-submit')
    await rescue.waitForSelector(byId('aside'), { timeout: 30_000 })
    await waitUntil('the rescue to end', async () => !(await rescue.$(byId('rescue'))))
    await shoot(rescue, 'revived')
    await rescue.close()
    // The newest snapshot was taken before going back, when one account was gone.
    expect(await countRows()).toBe(2)
  })
})

/** What a failing disk may leave: both copies and the one in the other engine are garbage. */
async function damageEverything(): Promise<void> {
  const api = globalThis as unknown as {
    chrome: { storage: { local: { set: (values: object) => Promise<void> } } }
  }
  await api.chrome.storage.local.set({ 'vault.a': 'garbage', 'vault.b': 'garbage' })
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('vault', 1)
    opening.onsuccess = () => {
      resolve(opening.result)
    }
    opening.onerror = () => {
      reject(new Error('no database'))
    }
  })
  await new Promise<void>((resolve) => {
    const transaction = database.transaction('values', 'readwrite')
    transaction.objectStore('values').put('garbage', 'vault.mirror')
    transaction.oncomplete = () => {
      resolve()
    }
  })
  database.close()
}
