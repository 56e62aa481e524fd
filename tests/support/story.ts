import type { Page } from 'puppeteer-core'
import { waitUntil, type BrowserDriver, type Popup } from './browserDriver.ts'

/** Selects by the test id that the product's elements carry. */
export function byId(id: string): string {
  return `[data-testid=${id}]`
}

/** First run, in the tab that opens by itself: passphrase twice, then site access, then done. */
export async function createVault(
  driver: BrowserDriver,
  passphrase: string,
  access: 'on' | 'off' = 'on',
  /** Told of each step while it stands on the page. */
  onStep: (step: string, page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const page = await waitUntil('the welcome page', () => findPage(driver, '/welcome.html'))
  await page.bringToFront()
  await page.waitForSelector(byId('welcome-passphrase'))
  await page.type(byId('welcome-passphrase'), passphrase)
  await page.type(byId('welcome-repeat'), passphrase)
  await page.click(byId('welcome-create'))
  await page.waitForSelector(byId('recovery-skip'), { timeout: 30_000 })
  await onStep('recovery', page)
  await page.click(byId('recovery-skip'))
  await page.waitForSelector(byId(`welcome-access-${access}`))
  await page.click(byId(`welcome-access-${access}`))
  await onStep('access', page)
  await page.click(byId('welcome-continue'))
  await page.waitForSelector(byId('welcome-finish'))
  await onStep('done', page)
  return page
}

/** Opens the toolbar popup over a page and waits until it shows one of the elements. */
export async function openPopup(
  driver: BrowserDriver,
  page: Page,
  ...ready: readonly string[]
): Promise<Popup> {
  await page.bringToFront()
  const popup = await driver.clickAction(page)
  await popup.waitFor(ready.map(byId).join(', '))
  return popup
}

/** Opens the popup on the list, empty or not. */
export function openList(driver: BrowserDriver, page: Page): Promise<Popup> {
  return openPopup(driver, page, 'add', 'scan-page')
}

/** An empty list offers the ways to add at once; a full one behind its button. */
export async function startAdding(popup: Popup, way: string): Promise<void> {
  if (!(await popup.exists(byId(way)))) await popup.click(byId('add'))
  await popup.click(byId(way))
}

/** Presses *Scan this page*. */
export function scan(popup: Popup): Promise<void> {
  return startAdding(popup, 'scan-page')
}

/** Scans the page that is shown and adds what it finds; ends on the list. */
export async function scanAndAdd(popup: Popup): Promise<void> {
  const before = await countRows(popup)
  await scan(popup)
  await popup.click(byId('review-add'))
  await waitUntil('a new row', async () => (await countRows(popup)) > before)
}

function countRows(popup: Popup): Promise<number> {
  return popup.evaluate(
    (selector) => document.querySelectorAll(selector).length,
    byId('account-row'),
  )
}

/** The digits of the first code shown. */
export async function readCode(popup: Popup): Promise<string> {
  return waitUntil('a code in the list', async () => {
    const code = (await popup.text(byId('account-code'))).replace(/\s/gu, '')
    return /^[0-9A-Z]{5,10}$/u.test(code) ? code : undefined
  })
}

/** Pastes links, one a line, and adds every account that they name. */
export async function pasteAndAdd(popup: Popup, links: readonly string[]): Promise<void> {
  await startAdding(popup, 'paste-link')
  await popup.waitFor(byId('paste-input'))
  await popup.evaluate(
    (selector, text) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector)
      if (!field) throw new Error('no field to paste into')
      field.value = text
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    byId('paste-input'),
    links.join('\n'),
  )
  await popup.click(byId('paste-submit'))
  await popup.click(byId('review-add'))
  await popup.waitFor(byId('account-row'))
}

/** Confirms an enrolment on the demo site with a code from the popup. */
export async function confirmEnrolment(page: Page, code: string): Promise<void> {
  await page.bringToFront()
  await page.type(byId('confirm-code'), code)
  await page.click(byId('confirm-submit'))
  await page.waitForSelector(byId('enrolled'))
}

/** Goes from the login form to the page that asks for the code. */
export async function signInWithPassword(page: Page, loginUrl: string): Promise<void> {
  await page.goto(loginUrl)
  await page.waitForSelector(byId('login-submit'))
  await page.click(byId('login-submit'))
  await page.waitForSelector(byId('code-submit'))
}

/** Enters the first box, takes the offer beside it and waits until the last box holds something. */
export async function fillFromMenu(
  driver: BrowserDriver,
  page: Page,
  first: string,
  last = first,
): Promise<void> {
  await page.bringToFront()
  await page.click(byId(first))
  const menu = await driver.menuFrame(page)
  // The menu takes no click before it was visible for a moment.
  await menu.click(`${byId('menu-account')}[aria-disabled=false]`)
  await waitUntil('a filled field', () => hasValue(page, last))
}

export async function submitCode(page: Page): Promise<void> {
  await page.click(byId('code-submit'))
  await page.waitForSelector(`${byId('signed-in')}, ${byId('code-error')}`)
}

async function findPage(driver: BrowserDriver, path: string): Promise<Page | undefined> {
  for (const page of await driver.browser.pages()) {
    // Firefox says about:blank for extension pages, so the document is asked itself.
    const address = await page.evaluate(() => location.pathname)
    if (address === path) return page
  }
  return undefined
}

function hasValue(page: Page, fieldId: string): Promise<boolean> {
  return page.$eval(
    byId(fieldId),
    (field) => field instanceof HTMLInputElement && field.value !== '',
  )
}
