import type { QrReply } from '../core/qr/qrReading'
import { failure } from '../core/result'
import { askOffscreen, onOffscreenMessage, openOffscreen } from './offscreen'
import { runQrJob, warmQrWorker, type QrJob } from './qrWorker'

/**
 * Runs a job in a worker that can be killed. Firefox's background starts it itself; a service worker
 * cannot, so in Chromium an offscreen document does.
 */
export async function readQr(job: QrJob, signal?: AbortSignal): Promise<QrReply> {
  if (canStartWorkers()) return runQrJob(job, signal)
  return (await askOffscreen<QrReply>(job, signal)) ?? failure('unexpected')
}

/** Starts what a scan needs while the person is still on the way to it. */
export async function warmQr(): Promise<void> {
  if (canStartWorkers()) warmQrWorker()
  else await openOffscreen()
}

/** The offscreen document's side. */
export function hostQrJobs(): void {
  warmQrWorker()
  onOffscreenMessage((data, port) => {
    if (!isQrJob(data)) return
    const cancel = new AbortController()
    port.onmessage = () => {
      cancel.abort()
    }
    void runQrJob(data, cancel.signal).then((reply) => {
      port.postMessage(reply)
    })
  })
}

function isQrJob(data: unknown): data is QrJob {
  return typeof data === 'object' && data !== null && 'dataUrl' in data
}

function canStartWorkers(): boolean {
  return typeof Worker === 'function'
}
