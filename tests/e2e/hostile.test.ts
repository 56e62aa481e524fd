import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
  fillFromMenu,
  openList,
  openPopup,
  scanAndAdd,
  signInWithPassword,
} from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }

/** Where the host of the menu is, and whether a person could see it. */
interface Sight {
  readonly opacity: string
  readonly display: string
  readonly isBesideField: boolean
}

describe.each<BrowserKind>(['chrome', 'firefox'])('on awkward and hostile pages in %s', (kind) => {
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let page: Page

  beforeAll(async () => {
    demo = await startDemo()
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    await (await createVault(driver, 'kopi angin perak lima')).close()
    page = await driver.newPage(demo.url('surat', '/enrol'))
    const popup = await openList(driver, page)
    await scanAndAdd(popup)
    await popup.close()
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })
  beforeEach(() => signInWithPassword(page, demo.url('surat', '/login')))

  it('fills the honest page that the others differ from', async () => {
    await fillFromMenu(driver, page, 'code')
  })

  it('shows the menu where it belongs, whatever the page does to its host', async () => {
    await page.evaluate(() => {
      const hide = (element: Node) => {
        if (!(element instanceof HTMLElement) || element.popover !== 'manual') return
        for (const [property, value] of [
          ['opacity', '0.01'],
          ['left', '700px'],
          ['top', '5px'],
          ['transform', 'scale(0.1)'],
          ['filter', 'opacity(0)'],
          ['clip-path', 'inset(50%)'],
          ['visibility', 'hidden'],
        ] as const) {
          element.style.setProperty(property, value, 'important')
        }
      }
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) addedNodes.forEach(hide)
      }).observe(document, { childList: true, subtree: true })
    })
    await page.click(byId('code'))
    const menu = await driver.menuFrame(page)
    await menu.waitFor(byId('menu-account'))
    const sight = await page.evaluate((selector): Sight | undefined => {
      const host = document.querySelector('[popover=manual]')
      const field = document.querySelector(selector)
      if (!host || !field) return undefined
      const { opacity, display } = getComputedStyle(host)
      const [seen, wanted] = [host.getBoundingClientRect(), field.getBoundingClientRect()]
      const isBesideField =
        Math.abs(seen.left - wanted.left) < 12 && Math.abs(seen.top - wanted.bottom) < 8
      return { opacity, display, isBesideField }
    }, byId('code'))
    expect(sight).toEqual({ opacity: '1', display: 'block', isBesideField: true })
  })

  it('takes no click that a script made', async () => {
    await page.evaluate((selector) => {
      const field = document.querySelector<HTMLElement>(selector)
      field?.focus()
      field?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
      field?.click()
    }, byId('code'))
    // Time for a menu that must not come: the honest page's needs far less.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await page.$('[popover=manual]')).toBeNull()
  })

  it('finds the field of a form whose inputs hide its members', async () => {
    await page.$eval(byId('code'), (field) => {
      const names = `getAttribute hasAttribute matches closest textContent id children parentElement
        parentNode firstChild nextSibling localName tagName nodeName nodeType shadowRoot getRootNode
        checkVisibility getBoundingClientRect elements querySelectorAll ownerDocument contains`
      for (const name of names.split(/\s+/u)) {
        const input = document.createElement('input')
        input.type = 'hidden'
        input.name = name
        field.closest('form')?.append(input)
      }
    })
    await fillFromMenu(driver, page, 'code')
  })

  it('fills nothing into a field that took the place of the one it opened at', async () => {
    await page.click(byId('code'))
    const menu = await driver.menuFrame(page)
    await menu.waitFor(`${byId('menu-account')}[aria-disabled=false]`)
    await page.$eval(byId('code'), (field) => {
      field.replaceWith(field.cloneNode())
    })
    await menu.click(byId('menu-account'))
    await waitUntil('the menu to close', async () => !(await menu.isOpen()))
    expect(await page.$eval(byId('code'), (field) => (field as HTMLInputElement).value)).toBe('')
    // The popup has what was picked in the page ready.
    const popup = await driver.openedPopup()
    await popup.click(`${byId('offer-fill')}[aria-disabled=false]`)
    await waitUntil('a filled field', () =>
      page.$eval(byId('code'), (field) => (field as HTMLInputElement).value.length === 6),
    )
  })

  it('works in a modal dialog, in a shadow root too, and Escape closes the menu alone', async () => {
    await page.$eval(byId('code'), (field) => {
      const dialog = document.createElement('dialog')
      const host = document.createElement('code-form')
      const form = field.closest('form')
      if (form) host.attachShadow({ mode: 'open' }).append(form.cloneNode(true))
      form?.remove()
      dialog.append(host)
      document.body.append(dialog)
      dialog.showModal()
    })
    const field = await page.waitForSelector(`>>> ${byId('code')}`)
    await field?.click()
    const menu = await driver.menuFrame(page)
    await menu.waitFor(byId('menu-account'))
    await page.keyboard.press('Escape')
    await waitUntil('the menu to close', async () => !(await menu.isOpen()))
    expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(true)
    await field?.click()
    const again = await driver.menuFrame(page)
    await again.click(`${byId('menu-account')}[aria-disabled=false]`)
    await waitUntil('a filled field', () =>
      page.$eval('code-form', (host) => {
        const input = host.shadowRoot?.querySelector<HTMLInputElement>('[data-testid=code]')
        return input?.value.length === 6
      }),
    )
  })
})

describe('without site access, in the build that ships', () => {
  it('fills from the popup and offers nothing in the page', async () => {
    const demo = await startDemo()
    const driver = await launch('chrome', { extensionDir: join(OUTPUT, 'chrome-mv3') })
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
})
