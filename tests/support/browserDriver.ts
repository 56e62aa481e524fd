/**
 * Real browsers with the extension installed, for the end-to-end tests, the demo and the
 * measurements: Chromium over CDP and Firefox over WebDriver BiDi, behind one interface.
 * Node runs these files as they are, so they import by relative paths with `.ts`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type Page } from 'puppeteer-core'
import { findBrowsers, variableFor } from '../../scripts/browsers.mjs'
import { startChromium } from './browser/chromium.ts'
import { startFirefox } from './browser/firefox.ts'
import {
  type BrowserKind,
  type LaunchOptions,
  type Manifest,
  type Session,
} from './browser/session.ts'
import { waitUntil } from './browser/waitUntil.ts'
import { PROXY_PORT } from './networkWatch.ts'

export type { BrowserKind, LaunchOptions, MenuFrame, Popup } from './browser/session.ts'
export { waitUntil } from './browser/waitUntil.ts'

export interface BrowserDriver extends Session {
  readonly kind: BrowserKind
  readonly userDataDir: string
  /** A new tab in front, showing the address. */
  newPage(url: string): Promise<Page>
  /** Ends the browser at once, as a crash or a power cut would. */
  kill(): Promise<void>
  /** Starts the browser again on the same profile; pages and popups of before are gone. */
  relaunch(): Promise<void>
  close(): Promise<void>
}

export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<BrowserDriver> {
  const executablePath = executableOf(kind)
  const extensionDir = resolve(options.extensionDir)
  const manifest = readManifest(extensionDir)
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), `sandi-${kind}-`))
  const start = kind === 'chrome' ? startChromium : startFirefox
  let browser: Browser | undefined

  function removeProfile(): void {
    if (options.keepData) return
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  function onExit(): void {
    if (browser) killAtOnce(browser)
    removeProfile()
  }
  process.once('exit', onExit)

  async function open(): Promise<Session> {
    try {
      return await start({
        executablePath,
        extensionDir,
        manifest,
        userDataDir,
        headless: options.headless ?? true,
        locale: options.locale,
        downloadsTo: options.downloadsTo,
        proxyPort: process.env[PROXY_PORT],
        cameraFilm: options.cameraFilm,
        onBrowser: (started) => (browser = started),
      })
    } catch (error) {
      await close()
      throw error
    }
  }
  async function kill(): Promise<void> {
    if (browser) await killAndWait(browser, userDataDir)
    browser = undefined
  }
  async function close(): Promise<void> {
    // A browser that does not answer is not waited for.
    if (browser) await Promise.race([browser.close().catch(() => undefined), sleep(5000)])
    await kill()
    process.off('exit', onExit)
    removeProfile()
  }

  let session = await open()
  return {
    kind,
    userDataDir,
    get browser() {
      return session.browser
    },
    get extensionId() {
      return session.extensionId
    },
    get origin() {
      return session.origin
    },
    async newPage(url) {
      const page = await session.browser.newPage()
      await page.goto(url)
      await page.bringToFront()
      return page
    },
    openExtensionPage: (path) => session.openExtensionPage(path),
    clickAction: (page) => session.clickAction(page),
    openedPopup: () => session.openedPopup(),
    evaluateInBackground: (fn, ...args) => session.evaluateInBackground(fn, ...args),
    updateExtension: () => session.updateExtension(),
    stopBackground: () => session.stopBackground(),
    pressCommand: (name) => session.pressCommand(name),
    clickContextMenu: (menuItemId, editable, srcUrl) =>
      session.clickContextMenu(menuItemId, editable, srcUrl),
    menuFrame: (page, path) => session.menuFrame(page, path),
    kill,
    async relaunch() {
      await kill()
      session = await open()
    },
    close,
  }
}

function executableOf(kind: BrowserKind): string {
  const path = findBrowsers()[kind]
  if (!path) throw new Error(`No ${kind} found; ${variableFor(kind)} may name one`)
  return path
}

function readManifest(extensionDir: string): Manifest {
  // Our own build; a manifest of another shape fails at the first use.
  return JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest
}

async function killAndWait(browser: Browser, userDataDir: string): Promise<void> {
  const process = browser.process()
  if (!process || process.exitCode !== null || process.signalCode !== null) return
  const ended = new Promise((resolve) => process.once('exit', resolve))
  killAtOnce(browser)
  await ended
  // Puppeteer changes files in Firefox's profile and puts them back when it sees the end of it.
  await waitUntil(
    'the profile to be as it was',
    () => !readdirSync(userDataDir).some((file) => file.endsWith('.puppeteer')),
  )
}

/** Puppeteer starts a browser as a process group of its own, except on Windows. */
function killAtOnce(browser: Browser): void {
  const process = browser.process()
  if (!process?.pid || process.exitCode !== null || process.signalCode !== null) return
  try {
    globalThis.process.kill(
      globalThis.process.platform === 'win32' ? process.pid : -process.pid,
      'SIGKILL',
    )
  } catch {
    process.kill('SIGKILL')
  }
}
