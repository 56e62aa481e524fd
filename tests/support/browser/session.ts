import { type Browser, type Page } from 'puppeteer-core'
import { type BrowserKind } from '../../../scripts/browsers.mjs'

export type { BrowserKind }

export interface LaunchOptions {
  /** A built, unpacked extension. */
  readonly extensionDir: string
  /** The browser's profile; without one, a temporary one is made and removed by `close()`. */
  readonly userDataDir?: string
  /** Leave the profile there after `close()`. */
  readonly keepData?: boolean
  readonly headless?: boolean
  /** What the browser asks pages for, such as `id`; see each browser for how far it reaches. */
  readonly locale?: string
  /** Where downloads go, without a question. */
  readonly downloadsTo?: string
  /** A film (Y4M) that the camera shows; Chromium alone can be given one. */
  readonly cameraFilm?: string
}

/** A document that is driven by CSS selectors: the toolbar popup, or a frame in a page. */
export interface Surface {
  /** Resolves when an element is there that the selector names. */
  waitFor(selector: string): Promise<void>
  /** A trusted click with real coordinates on the first such element, which is waited for. */
  click(selector: string): Promise<void>
  /** Clicks into the element and presses one key for each character, after what is there. */
  type(selector: string, text: string): Promise<void>
  /** The same in place of what is there. */
  fill(selector: string, text: string): Promise<void>
  /** A key by its `KeyboardEvent.key`, pressed on whatever has the focus. */
  press(key: string): Promise<void>
  /** The text of the first such element, which is waited for. */
  text(selector: string): Promise<string>
  exists(selector: string): Promise<boolean>
  /** Runs the function in the document; it must stand alone, and what passes in and out is JSON. */
  evaluate<Args extends readonly unknown[], T>(
    fn: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T>
  isOpen(): Promise<boolean>
}

/** The real popup of the toolbar button. */
export interface Popup extends Surface {
  screenshot(path: string): Promise<void>
  close(): Promise<void>
}

/** An extension page that a content script shows in a frame, in a closed shadow root too. */
export type MenuFrame = Surface

/** One run of a browser with the extension installed. */
export interface Session {
  readonly browser: Browser
  readonly extensionId: string
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string
  /** Opens a page of the extension, such as `options.html`, in a tab. */
  openExtensionPage(path: string): Promise<Page>
  /** Presses the toolbar button while `page` is in front: opens the real popup, grants activeTab. */
  clickAction(page: Page): Promise<Popup>
  /** The popup that the extension opens by itself; waits for it and clicks nothing, which would close it. */
  openedPopup(): Promise<Popup>
  /** Runs the function with the background's globals; it must stand alone, in and out is JSON. */
  evaluateInBackground<Args extends readonly unknown[], T>(
    fn: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T>
  /** Installs what the extension's folder holds by now over what is there, as an update does. */
  updateExtension(): Promise<void>
  /** Ends the background as the browser does when it is idle; the next event starts it again. */
  stopBackground(): Promise<void>
  /** A command of the manifest, as if its keys were pressed in the tab in front. */
  pressCommand(name: string): Promise<void>
  /** An entry of the context menu, as if chosen in the tab in front. */
  clickContextMenu(menuItemId: string, editable?: boolean, srcUrl?: string): Promise<void>
  /** The frame in `page` that shows the extension's page at `path`; waits until it is loaded. */
  menuFrame(page: Page, path?: string): Promise<MenuFrame>
}

export interface Manifest {
  readonly action?: { readonly default_popup?: string }
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } }
}

export interface StartOptions {
  readonly executablePath: string
  readonly extensionDir: string
  readonly manifest: Manifest
  readonly userDataDir: string
  readonly headless: boolean
  readonly locale: string | undefined
  readonly cameraFilm: string | undefined
  readonly downloadsTo: string | undefined
  /** The proxy for all that is not loopback. */
  readonly proxyPort: string | undefined
  /** Told of the process as soon as there is one, so that a failing start leaves nothing behind. */
  readonly onBrowser: (browser: Browser) => void
}
