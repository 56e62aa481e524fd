import type { QrReply } from '../core/qr/qrReading'
import { failure } from '../core/result'
import { browser } from './browser'
import { runQrJob, warmQrWorker, type QrJob } from './qrWorker'

const HOST_PAGE = 'offscreen.html'

/**
 * Runs a job in a worker that can be killed. Firefox's background starts it itself; a service worker
 * cannot, so in Chromium an offscreen document does.
 */
export async function readQr(job: QrJob, signal?: AbortSignal): Promise<QrReply> {
  if (canStartWorkers()) return runQrJob(job, signal)
  const host = await openHost()
  if (!host) return failure('unexpected')
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<QrReply>) => {
      port1.close()
      resolve(data)
    }
    signal?.addEventListener('abort', () => {
      port1.postMessage('cancel')
    })
    host.postMessage(job, [port2])
  })
}

/** Starts what a scan needs while the person is still on the way to it. */
export async function warmQr(): Promise<void> {
  if (canStartWorkers()) warmQrWorker()
  else await openHost()
}

/** The offscreen document's side. Only the service worker of this extension can speak to it. */
export function hostQrJobs(): void {
  warmQrWorker()
  navigator.serviceWorker.onmessage = ({ data, ports }: MessageEvent<QrJob>) => {
    const [port] = ports
    if (!port) return
    const cancel = new AbortController()
    port.onmessage = () => {
      cancel.abort()
    }
    void runQrJob(data, cancel.signal).then((reply) => {
      port.postMessage(reply)
    })
  }
}

function canStartWorkers(): boolean {
  return typeof Worker === 'function'
}

interface HostClient {
  readonly url: string
  postMessage(message: unknown, transfer: readonly Transferable[]): void
}
interface ServiceWorkerScope {
  readonly clients: {
    matchAll(options: {
      includeUncontrolled: boolean
      type: 'window'
    }): Promise<readonly HostClient[]>
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

async function openHost(): Promise<HostClient | undefined> {
  const host = await findHost()
  if (host) return host
  const { offscreen } = browser as unknown as { offscreen: Offscreen }
  opening ??= offscreen
    .createDocument({
      url: HOST_PAGE,
      reasons: ['WORKERS'],
      justification: 'Reads QR codes in a worker that can be stopped when it takes too long.',
    })
    .finally(() => {
      opening = undefined
    })
  await opening
  return findHost()
}

async function findHost(): Promise<HostClient | undefined> {
  // The types of a page stand for those of a service worker here.
  const { clients } = globalThis as unknown as ServiceWorkerScope
  const found = await clients.matchAll({ includeUncontrolled: true, type: 'window' })
  return found.find(({ url }) => url === browser.runtime.getURL(HOST_PAGE))
}
