import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import {
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../../tests/support/browserDriver.ts'
import { byId, openList, openPopup, pasteAndAdd } from '../../tests/support/story.ts'
import { readFieldValues } from './fieldValues.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const ACCOUNT = 'otpauth://totp/Bench:reader?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Bench'

/** Firefox grants site access by the shipped build's own request; headless Chromium cannot ask. */
export const BUILDS: Record<BrowserKind, string> = {
  chrome: join(OUTPUT, 'chrome-mv3-e2e'),
  firefox: join(OUTPUT, 'firefox-mv3'),
}

/** Adds an account and fills it once, which asks whether its codes belong to this site. */
export async function bindAccount(driver: BrowserDriver, url: string): Promise<Page> {
  const page = await driver.newPage(url)
  const adding = await openList(driver, page)
  await pasteAndAdd(adding, [ACCOUNT])
  await adding.close()
  const popup = await openPopup(driver, page, 'account-menu')
  await popup.click(byId('account-menu'))
  await popup.click(byId('menu-fill'))
  await popup.click(byId('confirm-site'))
  await waitUntil('the first fill', async () =>
    (await readFieldValues(page)).flat().some((value) => value !== ''),
  )
  await popup.close()
  return page
}
