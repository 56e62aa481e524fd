import { setTimeout as sleep } from 'node:timers/promises'
import { startDemo } from '../demo/server.ts'
import type { BrowserDriver } from '../tests/support/browserDriver.ts'
import { byId, createVault, openList } from '../tests/support/story.ts'
import { median, percentile, round } from './statistics.ts'

const RUNS = 10
/** Browsers take two pictures of a tab a second. */
const PAUSE_MS = 1100

/** From the click on *Scan this page* in the real popup, over a page with one plain code, to its preview. */
export async function measureScanClick(driver: BrowserDriver): Promise<object> {
  const demo = await startDemo()
  try {
    await (await createVault(driver, 'measured passphrase')).close()
    const page = await driver.newPage(demo.url('perizinan', '/enrol'))
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const popup = await openList(driver, page)
      times.push(await popup.evaluate(timeScan, byId('scan-page'), byId('review-draft')))
      await popup.close()
      await sleep(PAUSE_MS)
    }
    return {
      clickToPreviewP50Ms: round(median(times), 0),
      clickToPreviewP95Ms: round(percentile(times, 0.95), 0),
    }
  } finally {
    await demo.close()
  }
}

async function timeScan(button: string, preview: string): Promise<number> {
  const start = performance.now()
  document.querySelector<HTMLElement>(button)?.click()
  while (!document.querySelector(preview)) {
    if (performance.now() - start > 20_000) throw new Error('no preview')
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
  return performance.now() - start
}
