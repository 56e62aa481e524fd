import puppeteer, {
  type Browser,
  type Frame,
  type Page,
  type Target,
  TargetType,
  type WebWorker,
} from 'puppeteer-core'
import { remoteCall, remoteValue, selectAll } from './remoteCall.ts'
import { type Popup, type Session, type StartOptions, type Surface } from './session.ts'
import { waitUntil } from './waitUntil.ts'

export async function startChromium(options: StartOptions): Promise<Session> {
  const { extensionDir, manifest, locale } = options
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.executablePath,
    headless: options.headless,
    userDataDir: options.userDataDir,
    defaultViewport: null,
    // Extensions.loadUnpacked answers on a pipe only.
    pipe: true,
    enableExtensions: true,
    timeout: 60_000,
    ...(options.downloadsTo
      ? { downloadBehavior: { policy: 'allow', downloadPath: options.downloadsTo } }
      : {}),
    args: [
      '--window-size=1280,900',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(options.proxyPort ? [`--proxy-server=http://127.0.0.1:${options.proxyPort}`] : []),
      // Chromium refuses to sandbox the processes of root.
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.cameraFilm
        ? [
            '--use-fake-device-for-media-stream',
            '--use-fake-ui-for-media-stream',
            `--use-file-for-fake-video-capture=${options.cameraFilm}`,
          ]
        : []),
      ...(locale ? [`--lang=${locale}`, `--accept-lang=${locale},en`] : []),
    ],
    // On Linux the language comes from here and --lang is not heard.
    ...(locale ? { env: { ...process.env, LANGUAGE: locale } } : {}),
  })
  options.onBrowser(browser)
  const extensionId = await browser.installExtension(extensionDir)
  const origin = `chrome-extension://${extensionId}`
  const popupPath = manifest.action?.default_popup ?? 'popup.html'
  let popup: Popup | undefined

  const worker = () => serviceWorkerOf(browser, origin)
  /** A popup that stays: one that is closing is never loaded. */
  async function findPopup(before?: ReadonlySet<Target>): Promise<Popup | undefined> {
    const target = browser
      .targets()
      .find((target) => !before?.has(target) && isPage(target.url(), origin, popupPath))
    const page = target && (await loadedPage(target))
    return page && chromiumPopup(target, page)
  }

  // A click on the action closes an open popup, so this clicks again only if none is there.
  async function openPopup(page: Page): Promise<Popup> {
    await popup?.close()
    await page.bringToFront()
    const before = new Set(browser.targets())
    const extension = (await browser.extensions()).get(extensionId)
    if (!extension) throw new Error('The extension is not installed')
    popup = await waitUntil('the popup to open', async () => {
      const isOpen = browser
        .targets()
        .some((target) => !before.has(target) && isPage(target.url(), origin, popupPath))
      if (!isOpen) await extension.triggerAction(page)
      return waitUntil('a popup', () => findPopup(before), 3_000)
    })
    return popup
  }

  async function openedPopup(): Promise<Popup> {
    popup = await waitUntil('the popup that the extension opens', () => findPopup())
    return popup
  }

  return {
    browser,
    extensionId,
    origin,
    async openExtensionPage(path) {
      const page = await browser.newPage()
      // A tab that the extension opens itself at install may come in front at any moment, and a
      // hidden page is not drawn, which clicks wait for.
      await page.emulateFocusedPage(true)
      await page.goto(`${origin}/${path}`)
      await page.bringToFront()
      return page
    },
    clickAction: openPopup,
    openedPopup,
    async evaluateInBackground<Args extends readonly unknown[], T>(
      fn: (...args: Args) => T | Promise<T>,
      ...args: Args
    ) {
      return remoteValue<T>(await (await worker()).evaluate(remoteCall(fn, args)))
    },
    async updateExtension() {
      await browser.installExtension(extensionDir)
    },
    async stopBackground() {
      const target = await serviceWorkerTarget(browser, origin)
      // `ServiceWorker.stopAllWorkers` would stop it too, but then puppeteer's handle hangs.
      await (await target.worker())?.close()
      await waitUntil('the background to stop', () => !browser.targets().includes(target))
    },
    // Input events do not reach the browser's own shortcuts, so this tells the listeners, and
    // unlike real keys it grants no activeTab.
    async pressCommand(name) {
      await (
        await worker()
      ).evaluate(async (name) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        chrome.commands.onCommand.dispatch(name, tab)
      }, name)
    },
    async clickContextMenu(menuItemId, editable = false, srcUrl) {
      await (
        await worker()
      ).evaluate(
        async (menuItemId, editable, srcUrl) => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
          const info = { menuItemId, editable, frameId: 0, pageUrl: tab?.url, srcUrl }
          chrome.contextMenus.onClicked.dispatch(info, tab)
        },
        menuItemId,
        editable,
        srcUrl,
      )
    },
    async menuFrame(page, path = 'menu.html') {
      const frame = await waitUntil(`a frame showing ${path}`, async () => {
        const found = page.frames().find((frame) => isPage(frame.url(), origin, path))
        const isLoaded = await found?.evaluate(() => document.readyState === 'complete')
        return isLoaded ? found : undefined
      })
      return chromiumSurface(frame, page)
    },
  }
}

/** What the driver touches of the extension API in the worker; events of Chromium can be dispatched. */
declare const chrome: {
  tabs: { query(filter: object): Promise<{ url?: string }[]> }
  commands: { onCommand: { dispatch(name: string, tab: unknown): void } }
  contextMenus: { onClicked: { dispatch(info: object, tab: unknown): void } }
}

function chromiumPopup(target: Target, page: Page): Popup {
  return {
    ...chromiumSurface(page.mainFrame(), page),
    async screenshot(path) {
      await page.screenshot({ path })
    },
    async close() {
      // It may close itself first, or take the connection down while it answers.
      await page.evaluate('window.close()').catch(() => undefined)
      await waitUntil('the popup to close', () => !target.browser().targets().includes(target))
    },
  }
}

/** `page` has the keyboard; the mouse finds its way into frames by real coordinates. */
function chromiumSurface(frame: Frame, page: Page): Surface {
  const find = async (selector: string) => {
    const element = await frame.waitForSelector(selector, { timeout: 10_000 })
    if (!element) throw new Error(`No ${selector}`)
    return element
  }
  return {
    async waitFor(selector) {
      await find(selector)
    },
    async click(selector) {
      await (await find(selector)).click()
    },
    async type(selector, text) {
      await (await find(selector)).click()
      await page.keyboard.type(text)
    },
    async fill(selector, text) {
      await (await find(selector)).click()
      await frame.evaluate(selectAll, selector)
      await page.keyboard.type(text)
    },
    async press(key) {
      await page.keyboard.press(key as Parameters<typeof page.keyboard.press>[0])
    },
    async text(selector) {
      return (await find(selector)).evaluate((element) => element.textContent)
    },
    async exists(selector) {
      return (await frame.$(selector)) !== null
    },
    async evaluate<Args extends readonly unknown[], T>(
      fn: (...args: Args) => T | Promise<T>,
      ...args: Args
    ) {
      return remoteValue<T>(await frame.evaluate(remoteCall(fn, args)))
    },
    isOpen: () => Promise.resolve(!page.isClosed() && !frame.detached),
  }
}

/** Throws "Requesting main frame too early" for a moment, and when the popup is closing. */
async function loadedPage(target: Target): Promise<Page | undefined> {
  const page = await target.asPage()
  const isLoaded = await page.evaluate(() => document.readyState === 'complete')
  return isLoaded ? page : undefined
}

async function serviceWorkerTarget(browser: Browser, origin: string): Promise<Target> {
  return browser.waitForTarget(
    (target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin),
    { timeout: 10_000 },
  )
}

async function serviceWorkerOf(browser: Browser, origin: string): Promise<WebWorker> {
  const worker = await (await serviceWorkerTarget(browser, origin)).worker()
  if (!worker) throw new Error('The background has no worker')
  return worker
}

/** A page may carry a query or a fragment, and a dynamic URL another host than the extension's id. */
function isPage(url: string, origin: string, path: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, pathname } = new URL(url)
  return protocol === new URL(origin).protocol && pathname === `/${path}`
}
