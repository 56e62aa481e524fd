import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from 'puppeteer-core'
import { startDemo } from '../demo/server.ts'
import { launch, type BrowserDriver, type BrowserKind } from '../tests/support/browserDriver.ts'
import {
  confirmEnrolment,
  createVault,
  fillFromMenu,
  openList,
  readCode,
  scanAndAdd,
  signInWithPassword,
  submitCode,
  byId,
} from '../tests/support/story.ts'

// The main job from first run to an accepted code, without a window: each step is said, timed and
// photographed. Ends with 0 when the demo site's server accepted the code, else with 1.
const kind: BrowserKind = process.argv[2] === 'firefox' ? 'firefox' : 'chrome'
const root = join(import.meta.dirname, '..')
const shots = join(root, '.output/demo')
const build = kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3-e2e'

rmSync(shots, { recursive: true, force: true })
mkdirSync(shots, { recursive: true })
const demo = await startDemo()
let driver: BrowserDriver | undefined
try {
  driver = await step('open a browser with the extension', () =>
    launch(kind, { extensionDir: join(root, '.output', build) }),
  )
  await tell(driver)
  console.log(`Screenshots: ${relative(process.cwd(), shots)}`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await driver?.close()
  await demo.close()
}

async function tell(driver: BrowserDriver): Promise<void> {
  const welcome = await step('create a vault with a passphrase', () =>
    createVault(driver, 'sawah kopi angin perak lima'),
  )
  await photograph(welcome, 'welcome')
  await welcome.close()

  const page = await driver.newPage(demo.url('perizinan', '/enrol'))
  await photograph(page, 'page-with-qr')
  const popup = await openList(driver, page)
  await step('scan the QR code of the page and add the account', () => scanAndAdd(popup))
  const code = await step('read the live code in the popup', () => readCode(popup))
  await popup.screenshot(join(shots, 'popup.png'))
  await popup.close()
  await step('confirm the enrolment with it', () => confirmEnrolment(page, code))
  await photograph(page, 'enrolled')

  await step('sign in with the password', () =>
    signInWithPassword(page, demo.url('perizinan', '/login')),
  )
  await step('fill the code from the offer beside the field', async () => {
    await page.click(byId('code'))
    const menu = await driver.menuFrame(page)
    await menu.waitFor(`${byId('menu-account')}[aria-disabled=false]`)
    await photograph(page, 'offer')
    await fillFromMenu(driver, page, 'code')
  })
  await photograph(page, 'filled')
  await step('let the server verify it', () => submitCode(page))
  await photograph(page, 'signed-in')
  if (demo.events.at(-1)?.ok !== true) throw new Error('the server refused the code')
}

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  const result = await work()
  console.log(`✓ ${what} (${String(Date.now() - startedAt)} ms)`)
  return result
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`) })
}
