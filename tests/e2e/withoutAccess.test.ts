import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { launch, waitUntil } from '../support/browserDriver.ts'
import {
  byId,
  createVault,
  openList,
  openPopup,
  scanAndAdd,
  signInWithPassword,
} from '../support/story.ts'

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3')

it('fills from the popup without site access, in the build that ships, and offers nothing in the page', async () => {
  const demo = await startDemo()
  const driver = await launch('chrome', { extensionDir: BUILD })
  try {
    await (await createVault(driver, 'kopi angin perak lima', 'off')).close()
    const page = await driver.newPage(demo.url('surat', '/enrol'))
    const scanning = await openList(driver, page)
    await scanAndAdd(scanning)
    await scanning.close()
    await signInWithPassword(page, demo.url('surat', '/login'))
    const popup = await openPopup(driver, page, 'account-fill')
    await popup.click(byId('account-fill'))
    await waitUntil('a filled field', () =>
      page.$eval(byId('code'), (field) => (field as HTMLInputElement).value.length === 6),
    )
    await page.click(byId('code'))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await page.$('[popover=manual]')).toBeNull()
  } finally {
    await driver.close()
    await demo.close()
  }
})
