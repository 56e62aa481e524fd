import { browser } from './browser'

const HOST_PAGE = 'offscreen.html'

/** Whatever the page is asked takes less: a picture has three seconds. */
const TIME_LIMIT_MS = 5000

/** The unseen page of Chromium, which does what a service worker cannot. */
interface OffscreenPage {
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

/** `undefined` where the page does not answer. That `signal` gives up is told to it, and it still answers. */
export async function askOffscreen<T>(
  message: unknown,
  signal?: AbortSignal,
): Promise<T | undefined> {
  const page = await openOffscreen()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    // A listener left behind would keep a picture as long as the signal lives.
    const ended = new AbortController()
    const end = (answer?: T) => {
      ended.abort()
      clearTimeout(timer)
      port1.close()
      resolve(answer)
    }
    const timer = setTimeout(end, TIME_LIMIT_MS)
    const cancel = () => {
      port1.postMessage('cancel')
    }
    signal?.addEventListener('abort', cancel, { signal: ended.signal })
    port1.onmessage = ({ data }: MessageEvent<T>) => {
      end(data)
    }
    if (page) page.postMessage(message, [port2])
    else end()
  })
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
