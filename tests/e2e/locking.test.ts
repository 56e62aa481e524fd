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
import { byId, createVault, openList, scanAndAdd, signInWithPassword } from '../support/story.ts'

const PASSPHRASE = 'kopi angin perak lima'
const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const HOUR_MS = 3_600_000

/** What the functions below touch in the background; nothing in the tests' process has it. */
interface Background {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<Record<string, Record<string, unknown> | undefined>>
      set(values: object): Promise<void>
    }
  }
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
  readonly action: { getTitle(details: object): Promise<string> }
  readonly idle: { readonly onStateChanged: { dispatch(state: string): void } }
}

describe.each<BrowserKind>(['chrome', 'firefox'])('the lock in %s', (kind) => {
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let page: Page
  /** Two views that stay open: codes in a tab, and the settings. */
  let codes: Page
  let settings: Page

  beforeAll(async () => {
    demo = await startDemo()
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    await (await createVault(driver, PASSPHRASE)).close()
    page = await driver.newPage(demo.url('perizinan', '/enrol'))
    const popup = await openList(driver, page)
    await scanAndAdd(popup)
    await popup.close()
    codes = await driver.openExtensionPage('popup.html')
    settings = await driver.openExtensionPage('options.html')
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })

  beforeEach(async () => {
    await codes.bringToFront()
    await codes.waitForSelector(`${byId('account-row')}, ${byId('unlock-passphrase')}`)
    if (await codes.$(byId('unlock-passphrase'))) {
      await codes.type(byId('unlock-passphrase'), PASSPHRASE)
      await codes.click(byId('unlock-submit'))
    }
    await codes.waitForSelector(byId('account-row'))
    await settings.waitForSelector(byId('change-present'))
  })

  /** Both views show nothing of the vault any more, and no key is left in memory. */
  async function expectLocked(): Promise<void> {
    await codes.waitForSelector(byId('unlock-passphrase'))
    expect(await codes.$(byId('account-row'))).toBeNull()
    await waitUntil('settings without keys', async () => {
      return (await settings.$(byId('change-present'))) === null
    })
    expect(await readSession()).toBeUndefined()
    const title = await driver.evaluateInBackground(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, Background>
      return (browser ?? chrome)?.action.getTitle({})
    })
    expect(title).toMatch(/\(locked\)|\(terkunci\)/u)
  }

  function readSession(): Promise<unknown> {
    return driver.evaluateInBackground(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Background>
      return (await (browser ?? chrome)?.storage.session.get('session'))?.['session']
    })
  }

  /**
   * As if the clock had gone on, or back, by so much since the session noted these moments. A page does it,
   * so that a background that was stopped before does not wake and see to it in between.
   */
  async function shiftSession(names: readonly string[], byMs: number): Promise<void> {
    await codes.evaluate(
      async (names, byMs) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Background>
        const area = (browser ?? chrome)?.storage.session
        const session = { ...(await area?.get('session'))?.['session'] }
        for (const name of names) session[name] = Number(session[name]) + byMs
        await area?.set({ session })
      },
      [...names],
      byMs,
    )
  }

  it('falls at its keys, and open views go blank', async () => {
    await driver.pressCommand('lock')
    await expectLocked()
  })

  it.each([
    ['not used for too long', ['lastUsedAt', 'lastSeenAt'], -16 * 60_000],
    ['open for twelve hours', ['startedAt'], -12 * HOUR_MS],
    ['behind a clock that was set back', ['lastSeenAt'], HOUR_MS],
  ])('falls on a vault that is %s, at the first word to a stopped background', async (...row) => {
    const [, names, byMs] = row
    await driver.stopBackground()
    await shiftSession(names, byMs)
    await codes.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Background>
      const message = { to: 'background', request: 'codes.current', payload: { accountIds: [] } }
      await (browser ?? chrome)?.runtime.sendMessage(message)
    })
    await expectLocked()
  })

  it('closes the menu that is open in a page', async () => {
    await page.bringToFront()
    await signInWithPassword(page, demo.url('perizinan', '/login'))
    await page.click(byId('code'))
    const menu = await driver.menuFrame(page)
    await menu.waitFor(byId('menu-account'))
    await driver.pressCommand('lock')
    await waitUntil('the menu to be gone', async () => {
      return !(await menu.exists(byId('menu-account')).catch(() => false))
    })
    await expectLocked()
  })

  it.each([
    ['takes a copied code off the clipboard, though the popup is closed', undefined, ''],
    ['leaves alone what was copied after the code', 'a shopping list', 'a shopping list'],
  ])('%s', async (_name, copiedAfter, left) => {
    await settings.bringToFront()
    // What comes with the unlock moves what stands below it.
    await settings.waitForSelector(byId('many-row'))
    const isAllowed = await settings.$eval(byId('options-clipboard'), (it) =>
      it.matches(':checked'),
    )
    if (!isAllowed) await settings.click(byId('options-clipboard'))
    await settings.waitForSelector(`${byId('options-clipboard')}:checked`)
    const popup = await openList(driver, page)
    // Open, Enter: the code of this site.
    await popup.press('Enter')
    // One that is about to end is passed over for its successor.
    await waitUntil('the code to be copied', async () =>
      (await popup.text(byId('toast'))).includes('copied'),
    )
    await popup.close()
    await settings.bringToFront()
    const read = () => settings.evaluate(() => navigator.clipboard.readText())
    await waitUntil('the code on the clipboard', async () => /^\d{6}$/u.test(await read()))
    if (copiedAfter !== undefined) {
      await settings.evaluate((text) => navigator.clipboard.writeText(text), copiedAfter)
    }
    await page.bringToFront()
    await driver.pressCommand('lock')
    await expectLocked()
    await settings.bringToFront()
    await waitUntil('the clipboard to be as it should', async () => (await read()) === left)
  })

  // Firefox does not tell extensions of the screen.
  if (kind === 'chrome') {
    it('falls with the screen', async () => {
      await driver.evaluateInBackground(() => {
        const { chrome } = globalThis as unknown as Record<string, Background>
        chrome?.idle.onStateChanged.dispatch('locked')
      })
      await expectLocked()
    })
  }

  it('keeps its pause over a killed browser', async () => {
    await driver.pressCommand('lock')
    await codes.waitForSelector(byId('unlock-passphrase'))
    for (let attempt = 0; attempt < 4; attempt++) {
      await codes.type(byId('unlock-passphrase'), `salah ${String(attempt)}`)
      await codes.click(byId('unlock-submit'))
      await codes.waitForSelector(`${byId('unlock-submit')}:not([aria-busy=true])`)
      await codes.waitForSelector(byId('unlock-error'))
    }
    await codes.waitForSelector(byId('unlock-pause'))
    await driver.kill()
    await driver.relaunch()
    const again = await driver.openExtensionPage('popup.html')
    await again.waitForSelector(byId('unlock-pause'))
    expect(await again.$eval(byId('unlock-passphrase'), (it) => it.matches(':disabled'))).toBe(true)
  })
})
