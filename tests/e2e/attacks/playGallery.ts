import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ElementHandle, Frame, Page } from 'puppeteer-core'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../../support/browserDriver.ts'
import { byId, createVault, openList, pasteAndAdd } from '../../support/story.ts'
import type { Attack, GalleryPath } from './attacks.ts'
import type { Honest } from './honestPages.ts'
import { startGallery } from './gallerySite.ts'

const OUTPUT = join(import.meta.dirname, '../../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
/** Nothing of these may ever be seen by a page. */
export const CANARIES = ['Bank Nusantara', 'siti.kirana', 'JBSWY3DP', '-extension:', 'sandi']
/** What a person needs to see that something changed, and to go on. */
const LOOK_MS = 350
/** Who sees no menu clicks again, and not ten times a second. */
const NEXT_CLICK_MS = 1000
/** From the arrival of the pointer to the press. */
const PRESS_MS = 120
const ANSWER_MS = 1000
/** The same on a busy machine, where something is expected to happen. */
const CONTROL_MS = 5000
const BUSY_MS = 30_000
const PERIOD_MS = 30_000
/** What a fill needs of a code's period, from the load of its page on. */
const ENOUGH_MS = 10_000
/** By its width: a page may have popovers of its own. */
const HOST = '[popover=manual][style*="width: 336px"]'

export interface Outcome {
  /** How the same clicks ended in the same page, before the attack began. */
  readonly control: Way
  readonly isFilled: boolean
  /** Only where it was filled: whether every pixel of the menu was as without the attack. */
  readonly isAsBefore?: boolean | undefined
  readonly leaks: readonly string[]
}
interface Control {
  readonly way: Way
  readonly picture: string | undefined
}
type Clip = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>
export type Way = 'inline' | 'popup' | 'dead end'

/**
 * A browser with one account, bound to the gallery's bank, and the page that the attacks run in. Each
 * attack follows its control, or with few controls the first one in the same page.
 */
export async function playGallery(
  kind: BrowserKind,
  { hasFewControls = false }: { readonly hasFewControls?: boolean } = {},
) {
  const gallery = await startGallery()
  const driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
  await (await createVault(driver, 'kopi angin perak lima')).close()
  const bank = gallery.siteOf('bank')
  const page = await driver.newPage(bank)
  await bindAccount(driver, page)
  let host: ElementHandle | undefined
  /** The middle of the first row, as a share of the menu's height. */
  let rowShare = 0
  const controls = new Map<string, Control>()

  async function play(attack: Attack): Promise<Outcome> {
    const path = attack.page ?? '/'
    const before = await playControl(path)
    if (before.way === 'dead end') return { control: 'dead end', isFilled: false, leaks: [] }
    // Loaded anew: whoever fills looks for a while whether the page keeps what it was given.
    const frame = await load(path)
    await openMenu(frame)
    const clip = await readClip()
    await run(frame, attack)
    // The very moment before the person goes to the row: what they decide by.
    const picture = attack.kind === 'covers' ? await readPicture(clip) : undefined
    await clickRow(frame, attack.click)
    const isFilled = await waitForCode(frame)
    const leaks = await readLeaks(page)
    const isAsBefore = picture === undefined ? undefined : picture === before.picture
    return { control: before.way, isFilled, isAsBefore, leaks }
  }

  /** The same clicks in the same page without an attack. */
  async function playControl(path: string): Promise<Control> {
    const known = controls.get(path)
    if (known && hasFewControls) return known
    let picture: string | undefined
    const way = await goOn(await load(path), async () => {
      picture = await readPicture(await readClip())
    })
    controls.set(path, { way, picture })
    return { way, picture }
  }

  async function run(frame: Frame, attack: Attack): Promise<void> {
    const where = attack.in === 'frame' ? frame : page
    await where.evaluate(attack.run)
    if (attack.kind === 'covers') await sleep(LOOK_MS)
  }

  async function load(path: string): Promise<Frame> {
    await page.goto(`${bank}${path}`)
    await page.bringToFront()
    if (path !== '/nested') return page.mainFrame()
    return waitUntil('the frame', () => page.frames()[1])
  }

  /** The menu at the field, ready to be clicked. */
  async function openMenu(frame: Frame): Promise<void> {
    // The content script comes to a page when it is idle, which is later than a test's first click.
    const findHost = async () => {
      // Names that hide the DOM stop the driver from looking into shadow roots.
      const root = (await frame.$('#code')) ? '' : '>>> '
      await frame.click(`${root}#code`)
      return frame.waitForSelector(`${root}${HOST}`, { timeout: NEXT_CLICK_MS })
    }
    host = await waitUntil('the menu', findHost, BUSY_MS)
    const menu = await driver.menuFrame(page)
    await menu.waitFor(`${byId('menu-account')}[aria-disabled=false]`)
    rowShare = await menu.evaluate((selector) => {
      const row = document.querySelector(selector)?.getBoundingClientRect()
      return row ? (row.top + row.height / 2) / innerHeight : 0
    }, byId('menu-account'))
  }

  /** As a person would: where the row is, or was, whatever lies there now. */
  async function clickRow(
    frame: Frame,
    click: Attack['click'] | 'press only' = 'row',
  ): Promise<void> {
    if (click === 'decoy twice') {
      await (await page.$('#decoy'))?.click({ count: 2, delay: 40 })
      return
    }
    const box = await waitUntil('the place of the menu', async () => {
      const now = await host?.boundingBox().catch(() => null)
      const isShown = now && now.width > 0 && now.x > -now.width && now.y > -now.height
      return isShown ? now : { x: 32, y: 170, width: 336, height: 248 }
    })
    const x = Math.max(1, box.x + box.width / 2)
    const y = Math.max(1, box.y + box.height * rowShare)
    await page.mouse.move(x - 5, y - 5)
    await page.mouse.move(x, y)
    if (kind === 'chrome' && host) await announcePointer(host)
    await sleep(PRESS_MS)
    if (click === 'press only') await page.mouse.down()
    else if (click === 'enter') await page.keyboard.press('Enter')
    else await page.mouse.click(x, y)
  }

  /** Whether a field holds a code; a click that came to nothing is waited for as long. */
  async function waitForCode(frame: Frame, limitMs = ANSWER_MS): Promise<boolean> {
    const end = Date.now() + limitMs
    let isGone = false
    for (;;) {
      if ((await frame.evaluate('codes()')) !== '') return true
      if (Date.now() > end || isGone) return false
      isGone = !(await host?.evaluate((element) => element.isConnected).catch(() => false))
      await sleep(isGone ? ANSWER_MS / 3 : 50)
    }
  }

  /** Where the menu's head and first row are drawn. */
  async function readClip(): Promise<Clip> {
    const box = await host?.boundingBox()
    if (!box) throw new Error('The menu has no place')
    return { x: box.x + 18, y: box.y + 12, width: 300, height: 84 }
  }

  function readPicture(clip: Clip): Promise<string> {
    return page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false })
  }

  /** Fills in the page, or in the popup that came in its place. */
  async function goOn(
    frame = page.mainFrame(),
    onOpen: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Way> {
    try {
      await openMenu(frame)
      await onOpen()
      await clickRow(frame)
      // A menu that stays open still thinks.
      if (await waitForCode(frame, CONTROL_MS)) return 'inline'
      const popup = await driver.openedPopup()
      await popup.click(`${byId('offer-fill')}[aria-disabled=false]`)
      await waitUntil('a filled field', async () => (await frame.evaluate('codes()')) !== '')
      return 'popup'
    } catch {
      return 'dead end'
    }
  }

  return {
    driver,
    page,
    siteOf: gallery.siteOf,
    play,
    /** Takes back what is remembered of the fill that bound the account; which account it was. */
    async forgetFill(): Promise<{ accountId: string }> {
      return driver.evaluateInBackground(async () => {
        const scope = globalThis as unknown as { browser?: Api; chrome: Api }
        const { session } = (scope.browser ?? scope.chrome).storage
        const { fill } = (await session.get('fill')) as { fill: { filled: { accountId: string } } }
        await session.remove('fill')
        return { accountId: fill.filled.accountId }
      })
    },
    /** All that is kept, but when the session was last seen and which document asked last for a menu. */
    async readState(): Promise<Record<string, string>> {
      return driver.evaluateInBackground(async () => {
        const scope = globalThis as unknown as { browser?: Api; chrome: Api }
        const { local, session } = (scope.browser ?? scope.chrome).storage
        const kept = { ...(await local.get(null)), ...(await session.get(null)), fill: null }
        const texts = Object.entries(kept).map(([key, value]) => [
          key,
          JSON.stringify(value, (name, inner: unknown) => (name === 'lastSeenAt' ? 0 : inner)),
        ])
        return Object.fromEntries(texts) as Record<string, string>
      })
    },
    /** What a person sees, with the attack or without. */
    async look(path: GalleryPath, file: `${string}.png`, attack?: Attack): Promise<void> {
      const frame = await load(path)
      await openMenu(frame)
      if (attack) await run(frame, attack)
      await page.screenshot({ path: file })
    },
    async visit(honest: Honest): Promise<Way> {
      await load(honest.page ?? '/')
      await page.evaluate(honest.run)
      return goOn()
    },
    async visitZoomed(factor: number): Promise<Way> {
      await load('/')
      await zoom(driver, factor)
      try {
        return await goOn()
      } finally {
        await zoom(driver, 1)
      }
    },
    /** Milliseconds from the release of the button to the whole code in the field. */
    async timeFill(): Promise<number> {
      // A code that is about to end is waited out, which is no part of this time.
      await sleep(Math.max(0, ENOUGH_MS - (PERIOD_MS - (Date.now() % PERIOD_MS))))
      const frame = await load('/')
      await openMenu(frame)
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('#code')
        const note = () => {
          const isWhole = field?.value.length === 6
          if (isWhole)
            Object.assign(window, { filledAt: performance.timeOrigin + performance.now() })
        }
        field?.addEventListener('input', note)
      })
      await clickRow(frame, 'press only')
      const released = performance.timeOrigin + performance.now()
      await page.mouse.up()
      if (!(await waitForCode(frame, CONTROL_MS))) throw new Error('Nothing was filled')
      return Number(await page.evaluate('filledAt')) - released
    },
    async close() {
      await driver.close()
      await gallery.close()
    },
  }
}

/** What of the extension API the functions touch that run in the background. */
interface Api {
  readonly storage: Record<
    'local' | 'session',
    {
      get(key: string | null): Promise<Record<string, unknown>>
      remove(key: string): Promise<void>
    }
  >
  readonly tabs: { setZoom(factor: number): Promise<void> }
}

/**
 * A page hears that the pointer came to the menu's host. A driver's pointer goes to the process of the
 * menu's frame alone in Chromium, so the page is told, and at once.
 */
async function announcePointer(host: ElementHandle): Promise<void> {
  await host.evaluate((element) => {
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true }))
  })
}

/** As a person binds: from the popup, with the host before the eyes. */
async function bindAccount(driver: BrowserDriver, page: Page): Promise<void> {
  const popup = await openList(driver, page)
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DP'
  await pasteAndAdd(popup, [`otpauth://totp/siti.kirana?secret=${secret}&issuer=Bank%20Nusantara`])
  await popup.click(byId('account-menu'))
  await popup.click(byId('menu-fill'))
  await popup.click(byId('confirm-site'))
  await waitUntil('the popup to close', async () => !(await popup.isOpen()))
}

export async function readLeaks(page: Page): Promise<readonly string[]> {
  const all = String(await page.evaluate('everything()')).toLowerCase()
  return CANARIES.filter((canary) => all.includes(canary.toLowerCase()))
}

async function zoom(driver: BrowserDriver, factor: number): Promise<void> {
  await driver.evaluateInBackground(async (factor: number) => {
    const scope = globalThis as unknown as { chrome: Api }
    await scope.chrome.tabs.setZoom(factor)
  }, factor)
}
