import type { QrReply } from '../core/qr/qrReading'
import { failure } from '../core/result'

/** A picture to look for codes in; the worker opens it, so that nothing hangs on a hostile file. */
export interface QrJob {
  readonly dataUrl: string
}

const TIME_LIMIT_MS = 3000
/** A warm worker answers at once; an idle one holds tens of megabytes. */
const IDLE_MS = 60_000
const WORKER_FILE = '/qrWorker.js'

let worker: Worker | undefined
let idle: ReturnType<typeof setTimeout> | undefined

/** Starts the worker before it is needed. */
export function warmQrWorker(): void {
  worker ??= new Worker(WORKER_FILE)
  stopWhenIdle()
}

/** Runs one job; a job that takes too long, or that `signal` gives up, ends with its worker. */
export function runQrJob(job: QrJob, signal?: AbortSignal): Promise<QrReply> {
  warmQrWorker()
  const running = worker
  if (!running) return Promise.resolve(failure('scan-timeout'))
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    // A listener left behind would keep the picture as long as the worker or the signal lives.
    const ended = new AbortController()
    const once = { signal: ended.signal }
    const end = (reply: QrReply, isKilled: boolean) => {
      ended.abort()
      clearTimeout(timer)
      port1.close()
      if (isKilled) stopWorker(running)
      resolve(reply)
    }
    const timer = setTimeout(() => {
      end(failure('scan-timeout'), true)
    }, TIME_LIMIT_MS)
    const onCancel = () => {
      end(failure('scan-cancelled'), true)
    }
    const onError = () => {
      end(failure('unexpected'), true)
    }
    signal?.addEventListener('abort', onCancel, once)
    running.addEventListener('error', onError, once)
    port1.onmessage = ({ data }: MessageEvent<QrReply>) => {
      end(data, false)
    }
    running.postMessage(job, [port2])
  })
}

/** The worker's side: answers each job on the port that comes with it. */
export function answerQrJobs(answer: (job: QrJob) => Promise<QrReply>): void {
  globalThis.addEventListener('message', (event: MessageEvent<QrJob>) => {
    const [port] = event.ports
    void answer(event.data).then((reply) => port?.postMessage(reply))
  })
}

function stopWhenIdle(): void {
  clearTimeout(idle)
  idle = setTimeout(() => {
    if (worker) stopWorker(worker)
  }, IDLE_MS)
}

function stopWorker(stopped: Worker): void {
  stopped.terminate()
  if (worker === stopped) worker = undefined
}
