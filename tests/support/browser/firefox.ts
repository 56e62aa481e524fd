import puppeteer, { type Page } from 'puppeteer-core'
import { bidiOf, contextOf } from './bidi.ts'
import { firefoxMenuFrame } from './firefoxMenuFrame.ts'
import { createFirefoxPopups } from './firefoxPopup.ts'
import { type Session, type StartOptions } from './session.ts'
import { waitUntil } from './waitUntil.ts'

/** Firefox makes up the host of an extension's pages, unless the profile has one already. */
const PAGES_HOST = '5a4d1000-0000-4000-8000-000000000001'

export async function startFirefox(options: StartOptions): Promise<Session> {
  const extensionId = options.manifest.browser_specific_settings?.gecko?.id
  if (!extensionId) throw new Error('The manifest names no gecko id')
  const origin = `moz-extension://${PAGES_HOST}`
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.headless,
    userDataDir: options.userDataDir,
    defaultViewport: null,
    timeout: 60_000,
    args: [
      // Lets BiDi open moz-extension:// pages and evaluate in the browser's own window.
      '-remote-allow-system-access',
      '--width=1280',
      '--height=900',
    ],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: PAGES_HOST }),
      // A `permissions.request()` in a click is granted without a question.
      'extensions.webextOptionalPermissionPrompts': false,
      // A temporary add-on goes with the browser; what it stored stays for the next run.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...(options.proxyPort
        ? {
            'network.proxy.type': 1,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': Number(options.proxyPort),
            'network.proxy.ssl': '127.0.0.1',
            'network.proxy.ssl_port': Number(options.proxyPort),
          }
        : {}),
      ...(options.downloadsTo
        ? { 'browser.download.folderList': 2, 'browser.download.dir': options.downloadsTo }
        : {}),
      ...(options.locale
        ? {
            // Without that language's pack Firefox itself stays English, but pages see the wish.
            'intl.locale.requested': options.locale,
            'intl.accept_languages': `${options.locale}, en`,
          }
        : {}),
    },
  })
  options.onBrowser(browser)
  await browser.installExtension(options.extensionDir)
  const bidi = bidiOf(browser)

  async function openExtensionPage(path: string, background = false): Promise<Page> {
    const page = await browser.newPage({ background })
    // `page.goto` would wait for ever: to puppeteer the page stays about:blank.
    await bidi.send('browsingContext.navigate', {
      context: contextOf(page),
      url: `${origin}/${path}`,
      wait: 'complete',
    })
    return page
  }

  // Firefox lets nobody into its popups and background pages but the extension's own pages, so a
  // tab stands by. It shows a file that runs nothing and so changes nothing.
  let control: Promise<Page> | undefined
  const controlContext = async () => {
    control ??= openExtensionPage('manifest.json', true)
    return contextOf(await control)
  }
  const popups = createFirefoxPopups(bidi, controlContext)

  return {
    browser,
    extensionId,
    origin,
    openExtensionPage: (path) => openExtensionPage(path),
    async clickAction(page) {
      await page.bringToFront()
      return popups.open(extensionId)
    },
    openedPopup: () => popups.opened(),
    async evaluateInBackground<Args extends readonly unknown[], T>(
      fn: (...args: Args) => T | Promise<T>,
      ...args: Args
    ) {
      const realm = 'await browser.runtime.getBackgroundPage()'
      return bidi.call<T>(await controlContext(), fn, args, realm)
    },
    async updateExtension() {
      await browser.installExtension(options.extensionDir)
      control = undefined // an update closes the extension's pages
    },
    async stopBackground() {
      await bidi.callInBrowserWindow(async (id: string) => {
        const { extension } = WebExtensionPolicy.getByID(id)
        await extension.terminateBackground({ ignoreDevToolsAttached: true })
      }, extensionId)
    },
    async pressCommand(name) {
      await waitUntil(`the keys of ${name}`, () =>
        bidi.callInBrowserWindow<boolean>(pressCommandKey, extensionId, name),
      )
    },
    async clickContextMenu(menuItemId, editable = false, srcUrl) {
      await bidi.callInBrowserWindow(
        (id: string, menuItemId: string, editable: boolean, srcUrl?: string) => {
          const { extension } = WebExtensionPolicy.getByID(id)
          const info = { menuItemId, editable, modifiers: [], frameId: 0, srcUrl }
          extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab)
        },
        extensionId,
        menuItemId,
        editable,
        srcUrl,
      )
    },
    menuFrame: (page, path = 'menu.html') =>
      firefoxMenuFrame(bidi, contextOf(page), `${origin}/${path}`),
  }
}

/** What the functions below touch of Firefox's own window; nothing in the tests' process has it. */
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: {
      terminateBackground(options: object): Promise<void>
      emit(event: string, ...args: unknown[]): void
      shortcuts: { allCommands(): Promise<{ name: string; shortcut: string }[]> }
    }
  }
}
declare const gBrowser: { selectedTab: object }

/** Fires the command's <key>, which is what the keyboard does, activeTab included. */
async function pressCommandKey(extensionId: string, name: string): Promise<boolean> {
  const { extension } = WebExtensionPolicy.getByID(extensionId)
  const commands = await extension.shortcuts.allCommands()
  const shortcut = commands.find((command) => command.name === name)?.shortcut
  if (!shortcut) throw new Error(`No keys are bound to ${name}`)
  const parts = shortcut.split('+')
  const last = parts.pop() ?? ''
  const modifiers = parts
    .map((part) => ({ Ctrl: 'accel', Command: 'accel', MacCtrl: 'control' })[part] ?? part)
    .map((part) => part.toLowerCase())
    .sort()
    .join()
  const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id"] key')]
  const key = keys.find(
    (key) =>
      (key.getAttribute('modifiers') ?? '').split(',').sort().join() === modifiers &&
      (key.getAttribute('key') === last || key.getAttribute('keycode')?.endsWith(`_${last}`)),
  )
  if (!key) return false
  ;(key as Element & { doCommand(): void }).doCommand()
  return true
}
