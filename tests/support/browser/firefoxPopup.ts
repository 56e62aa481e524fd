import { writeFile } from 'node:fs/promises'
import { type Bidi } from './bidi.ts'
import { selectAll } from './remoteCall.ts'
import { type Popup } from './session.ts'
import { waitUntil } from './waitUntil.ts'

/**
 * Firefox's toolbar popup is no context of the protocol. Its document is reached through
 * `extension.getViews()` in another page of the extension (`controlContext`); mouse and keyboard go
 * in through the browser's window around it, where the events are made by Firefox and so trusted.
 */
export function createFirefoxPopups(bidi: Bidi, controlContext: () => Promise<string>) {
  async function evaluate<T>(fn: (...args: never[]) => T, ...args: unknown[]) {
    return bidi.call<Awaited<T>>(await controlContext(), fn, args, VIEW)
  }
  async function isOpen(): Promise<boolean> {
    return bidi.call(
      await controlContext(),
      () => browser.extension.getViews({ type: 'popup' }).length > 0,
    )
  }
  async function find(selector: string): Promise<Point> {
    return waitUntil(`${selector} in the popup`, () => evaluate(centreOf, selector))
  }
  async function click(selector: string): Promise<void> {
    const point = await find(selector)
    await andArrive('mouseup', 1, () => bidi.callInBrowserWindow(clickInPopup, point))
  }
  async function press(keys: readonly string[]): Promise<void> {
    await andArrive('keyup', keys.length, () => bidi.callInBrowserWindow(pressKeys, keys))
  }
  /** Events cross to another process, so they are still on their way when they have been sent. */
  async function andArrive(type: string, count: number, send: () => Promise<void>): Promise<void> {
    await evaluate(countEvents, type)
    await send()
    await waitUntil(
      `${type} in the popup`,
      async () => !(await isOpen()) || (await evaluate(hasCounted, count)),
    )
  }

  const popup: Popup = {
    isOpen,
    click,
    async waitFor(selector) {
      await find(selector)
    },
    async type(selector, text) {
      await click(selector)
      await press([...text])
    },
    async fill(selector, text) {
      await click(selector)
      await evaluate(selectAll, selector)
      await press([...text])
    },
    press: (key) => press([key]),
    async text(selector) {
      await find(selector)
      return evaluate(
        (selector: string) => document.querySelector(selector)?.textContent ?? '',
        selector,
      )
    },
    exists: (selector) =>
      evaluate((selector: string) => document.querySelector(selector) !== null, selector),
    async evaluate<Args extends readonly unknown[], T>(
      fn: (...args: Args) => T | Promise<T>,
      ...args: Args
    ) {
      return bidi.call<T>(await controlContext(), fn, args, VIEW)
    },
    async screenshot(path) {
      const base64 = await bidi.callInBrowserWindow<string>(drawPopup)
      await writeFile(path, base64, 'base64')
    },
    async close() {
      await waitUntil('the popup to close', async () => {
        if (!(await isOpen())) return true
        // Asked again each time: a popup that the extension is just opening does not hear it yet.
        await evaluate(() => {
          window.close()
        })
        return false
      })
    },
  }

  /** The one that is open, or is about to be. */
  async function opened(): Promise<Popup> {
    await waitUntil('the popup to open', () => evaluate(() => document.readyState === 'complete'))
    await waitUntil('the popup to be in its place', () =>
      bidi.callInBrowserWindow<boolean>(isPopupInPlace),
    )
    return popup
  }
  return {
    opened,
    async open(extensionId: string): Promise<Popup> {
      await popup.close()
      await bidi.callInBrowserWindow(pressToolbarButton, extensionId)
      return opened()
    },
  }
}

const VIEW = "browser.extension.getViews({ type: 'popup' })[0]"

interface Point {
  readonly x: number
  readonly y: number
}

/*
 * What follows runs in Firefox: each function must stand alone.
 */

/** What these functions touch there; nothing in the tests' process has it. */
declare const browser: { extension: { getViews(filter: { type: 'popup' }): Window[] } }
declare const ChromeUtils: { importESModule(url: string): { ExtensionParent: ExtensionParent } }
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } }
declare const Cc: Record<string, { createInstance(type: unknown): TextInputProcessor }>
declare const Ci: Record<string, unknown>
interface ExtensionParent {
  apiManager: {
    global: {
      browserActionFor(extension: object): { triggerAction(window: Window): Promise<void> }
    }
  }
}
interface TextInputProcessor {
  beginInputTransactionForTests(window: Window): boolean
  keydown(event: KeyboardEvent): number
  keyup(event: KeyboardEvent): number
}
interface PopupBrowser extends HTMLElement {
  browsingContext: {
    currentWindowGlobal: {
      drawSnapshot(rect: DOMRect, scale: number, background: string): Promise<ImageBitmap>
    }
  }
}
interface BrowserWindow extends Window {
  synthesizeMouseEvent(type: string, x: number, y: number, mouse: object, options: object): void
}

function centreOf(selector: string): Point | null {
  const element = document.querySelector(selector)
  element?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  const box = element?.getBoundingClientRect()
  return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
}

/** The count stands in the popup's globals, where the next call finds it. */
interface Counting {
  arrivedEvents?: number
}

function countEvents(type: string): void {
  const counting = window as Counting
  counting.arrivedEvents = 0
  const count = () => {
    counting.arrivedEvents = (counting.arrivedEvents ?? 0) + 1
  }
  window.addEventListener(type, count, { capture: true })
}

/** A document that what arrived has replaced knows of no counting. */
function hasCounted(count: number): boolean {
  const { arrivedEvents } = window as Counting
  return arrivedEvents === undefined || arrivedEvents >= count
}

async function pressToolbarButton(extensionId: string): Promise<void> {
  const url = 'resource://gre/modules/ExtensionParent.sys.mjs'
  const { apiManager } = ChromeUtils.importESModule(url).ExtensionParent
  const { extension } = WebExtensionPolicy.getByID(extensionId)
  await apiManager.global.browserActionFor(extension).triggerAction(window)
}

/** The panel slides in; a click on the way would miss. */
async function isPopupInPlace(): Promise<boolean> {
  const place = () => {
    const box = document.querySelector('.webextension-popup-browser')?.getBoundingClientRect()
    return box && box.width > 0 ? [box.x, box.y, box.width, box.height].join() : ''
  }
  const before = place()
  await new Promise((resolve) => setTimeout(resolve, 100))
  return before !== '' && before === place()
}

function clickInPopup(point: Point): void {
  const popup = document.querySelector('.webextension-popup-browser')
  if (!popup) throw new Error('There is no popup')
  const box = popup.getBoundingClientRect()
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    const clickCount = type === 'mousemove' ? 0 : 1
    // A method that only Firefox's own windows have.
    const target = window as unknown as BrowserWindow
    target.synthesizeMouseEvent(
      type,
      box.x + point.x,
      box.y + point.y,
      { button: 0, clickCount },
      {},
    )
  }
}

function pressKeys(keys: readonly string[]): void {
  document.querySelector<HTMLElement>('.webextension-popup-browser')?.focus()
  const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(
    Ci['nsITextInputProcessor'],
  )
  if (!processor?.beginInputTransactionForTests(window)) throw new Error('No keyboard')
  for (const key of keys) {
    const event = new KeyboardEvent('', { key })
    processor.keydown(event)
    processor.keyup(event)
  }
}

async function drawPopup(): Promise<string> {
  const popup = document.querySelector<PopupBrowser>('.webextension-popup-browser')
  if (!popup) throw new Error('There is no popup')
  const { width, height } = popup.getBoundingClientRect()
  const { currentWindowGlobal } = popup.browsingContext
  const bitmap = await currentWindowGlobal.drawSnapshot(
    new DOMRect(0, 0, width, height),
    1,
    'white',
  )
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
