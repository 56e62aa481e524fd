import { browser } from './browser'

const HOST_PAGE = 'offscreen.html'

/** The unseen page of Chromium, which does what a service worker cannot. */
export interface OffscreenPage {
  readonly url: string
  postMessage(message: unknown, transfer: readonly Transferable[]): void
}
interface ServiceWorkerScope {
  readonly clients: {
    matchAll(options: {
      includeUncontrolled: boolean
      type: 'window'
    }): Promise<readonly OffscreenPage[]>
  }
}
/** Chromium's alone, and not in the polyfill's types. */
interface Offscreen {
  createDocument(options: {
    url: string
    reasons: readonly string[]
    justification: string
  }): Promise<void>
}

let opening: Promise<void> | undefined

export async function openOffscreen(): Promise<OffscreenPage | undefined> {
  const page = await findPage()
  if (page) return page
  const { offscreen } = browser as unknown as { offscreen: Offscreen }
  opening ??= offscreen
    .createDocument({
      url: HOST_PAGE,
      reasons: ['WORKERS', 'CLIPBOARD'],
      justification:
        'Reads QR codes in a worker that can be stopped when it takes too long, and takes copied codes off the clipboard.',
    })
    .finally(() => {
      opening = undefined
    })
  await opening
  return findPage()
}

async function findPage(): Promise<OffscreenPage | undefined> {
  // The types of a page stand for those of a service worker here.
  const { clients } = globalThis as unknown as ServiceWorkerScope
  const found = await clients.matchAll({ includeUncontrolled: true, type: 'window' })
  return found.find(({ url }) => url === browser.runtime.getURL(HOST_PAGE))
}

/** The page's side: calls back with what the service worker sends. Nobody else can speak to it. */
export function onOffscreenMessage(callback: (data: unknown, port: MessagePort) => void): void {
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    const [port] = ports
    if (port) callback(data, port)
  })
  navigator.serviceWorker.startMessages()
}
