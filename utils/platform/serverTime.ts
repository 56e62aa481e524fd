import { browser } from './browser'

/** The page at the root says the same time as any other, and is the last to be counted as a sign-in. */
const PATHS = ['/', '/robots.txt']
const SAMPLES = 6
/** Not a divisor of a second: the answers fall into different parts of it. */
const GAP_MS = 290
const TIMEOUT_MS = 4000

/**
 * Asks the server of the tab's page for its time: a few HEAD requests to its own origin, without cookies
 * and past every cache. They are made by the page's tab, so that no other permission and no third party
 * is needed. Whatever comes back is unchecked; nothing where the browser forbids the page.
 */
export async function askServerTime(tabId: number): Promise<unknown> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      args: [PATHS, SAMPLES, GAP_MS, TIMEOUT_MS],
      func: askInPage,
    })
    return frame?.result
  } catch {
    return undefined // browser pages, stores and other protected places
  }
}

/** Stands alone: it runs in the page's tab. */
async function askInPage(
  paths: readonly string[],
  count: number,
  gapMs: number,
  timeoutMs: number,
): Promise<unknown> {
  let isForbidden = false
  const onViolation = () => (isForbidden = true)
  document.addEventListener('securitypolicyviolation', onViolation)
  const samples: unknown[] = []
  for (const path of paths) {
    while (samples.length < count) {
      const sentAt = Date.now()
      const answer = await fetch(new URL(path, location.origin), {
        method: 'HEAD',
        mode: 'same-origin',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMs),
      }).catch(() => undefined)
      const receivedAt = Date.now()
      const dateMs = Date.parse(answer?.headers.get('date') ?? '')
      if (Number.isNaN(dateMs)) break
      const ageSeconds = Number(answer?.headers.get('age') ?? 0)
      samples.push({ sentAt, receivedAt, dateMs, ageSeconds })
      await new Promise((resolve) => setTimeout(resolve, gapMs))
    }
    if (samples.length > 0) break
  }
  document.removeEventListener('securitypolicyviolation', onViolation)
  return { origin: location.origin, samples, isForbidden, isOnline: navigator.onLine }
}
