import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askOffscreen } from '@/utils/platform/offscreen'
import { browser } from '@/utils/platform/browser'

type Answer = (message: unknown, port: MessagePort | undefined) => void

/** The unseen page, as the service worker finds it. */
function playPage(answer: Answer): void {
  const page = {
    url: browser.runtime.getURL('offscreen.html'),
    postMessage: (message: unknown, [port]: readonly MessagePort[]) => {
      answer(message, port)
    },
  }
  vi.stubGlobal('clients', { matchAll: () => Promise.resolve([page]) })
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('brings the answer of the page', async () => {
  playPage((message, port) => port?.postMessage([message]))
  expect(await askOffscreen('question')).toEqual(['question'])
})

it('waits no longer than a page takes that answers', async () => {
  playPage(() => undefined)
  const asked = askOffscreen('question')
  await vi.advanceTimersByTimeAsync(5000)
  expect(await asked).toBeUndefined()
})

it('tells the page when it is given up', async () => {
  playPage((_message, port) => {
    if (port) port.onmessage = () => port.postMessage('given up')
  })
  const giveUp = new AbortController()
  const asked = askOffscreen('question', giveUp.signal)
  await vi.advanceTimersByTimeAsync(0)
  giveUp.abort()
  expect(await asked).toBe('given up')
})
