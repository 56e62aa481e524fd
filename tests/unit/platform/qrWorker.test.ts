import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { success } from '@/utils/core/result'
import type { QrJob } from '@/utils/platform/qrWorker'

const READ = success({ codes: [], isComplete: true })

/** A target that counts who still listens. */
class Listened extends EventTarget {
  held = new Set<unknown>()
  override addEventListener(
    type: string,
    listener: EventListener,
    options?: AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options)
    this.held.add(listener)
    options?.signal?.addEventListener('abort', () => this.held.delete(listener))
  }
}

const workers: PlayedWorker[] = []
class PlayedWorker extends Listened {
  constructor() {
    super()
    workers.push(this)
  }
  postMessage(_job: QrJob, [port]: MessagePort[]): void {
    port?.postMessage(READ)
  }
  terminate(): void {
    // nothing runs
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', PlayedWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('leaves nobody listening for a job that is done, who would keep its picture', async () => {
  const { runQrJob } = await import('@/utils/platform/qrWorker')
  const signal = new Listened() as unknown as AbortSignal
  for (let frame = 0; frame < 3; frame++) {
    expect(await runQrJob({ dataUrl: 'data:,' }, signal)).toEqual(READ)
  }
  expect(workers.map(({ held }) => held.size)).toEqual([0])
  expect((signal as unknown as Listened).held.size).toBe(0)
})
