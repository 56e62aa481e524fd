import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { launch, type BrowserDriver } from '../tests/support/browserDriver.ts'
import { openFieldReader } from '../tests/support/openFieldReader.ts'
import { createVault } from '../tests/support/story.ts'
import { median, round } from './statistics.ts'

const OUTPUT = join(import.meta.dirname, '../.output')
const STORM_MS = 3000

const PAGES: Record<string, string> = {
  '/empty': '<h1>A page without inputs</h1><p>Only text.</p>',
  '/large': `<main>${'<div><span>text</span></div>'.repeat(5000)}</main>`,
  '/form': `<form>${'<label>Field <input name="field"></label>'.repeat(60)}</form>`,
  '/storm': `<main id="main"></main><script>
    setInterval(() => {
      const main = document.getElementById('main')
      main.replaceChildren()
      for (let i = 0; i < 100; i++) main.append(document.createElement('p'))
    }, 100)
  </script>`,
}

/** What a page pays for the content script: each figure with the extension minus without it. */
export async function measurePage(runs: number): Promise<object> {
  const server = await servePages()
  const script = readFileSync(join(OUTPUT, 'chrome-mv3-e2e/otp.js'))
  const autofill = readFileSync(join(OUTPUT, 'chrome-mv3-e2e/autofill.js'))
  try {
    // The shipped build has no site access until the user grants it: the same page without the script.
    const without = await measureBuild('chrome-mv3', server.url, runs, false)
    const with_ = await measureBuild('chrome-mv3-e2e', server.url, runs, true)
    return {
      contentScriptBytes: script.length,
      contentScriptGzBytes: gzipSync(script, { level: 9 }).length,
      // Loaded where a field may want a code, and nowhere else.
      autofillGzBytes: gzipSync(autofill, { level: 9 }).length,
      emptyPageMs: round(with_.emptyMs - without.emptyMs, 2),
      largePageMs: round(with_.largeMs - without.largeMs, 2),
      ...(await measureScan(`${server.url}/form`, runs)),
      formEnterMs: round(with_.focusMs - without.focusMs, 2),
      stormCpuShare: round(with_.stormShare - without.stormShare, 4),
      heapPerFrameKb: round((with_.heapBytes - without.heapBytes) / 1000),
    }
  } finally {
    server.close()
  }
}

interface PageCost {
  readonly emptyMs: number
  readonly largeMs: number
  readonly focusMs: number
  readonly stormShare: number
  readonly heapBytes: number
}

async function measureBuild(
  build: string,
  url: string,
  runs: number,
  hasScript: boolean,
): Promise<PageCost> {
  const driver = await launch('chrome', { extensionDir: join(OUTPUT, build) })
  try {
    if (hasScript) await (await createVault(driver, 'measured passphrase')).close()
    const loads = { '/empty': [] as number[], '/large': [] as number[] }
    const heaps: number[] = []
    const focuses: number[] = []
    for (let run = 0; run < runs; run++) {
      for (const path of ['/empty', '/large'] as const) {
        const page = await openAndSettle(driver, `${url}${path}`)
        const { TaskDuration = 0, JSHeapUsedSize = 0 } = await page.metrics()
        loads[path].push(TaskDuration * 1000)
        if (path === '/empty') heaps.push(JSHeapUsedSize)
        await page.close()
      }
      focuses.push(await measureFocus(driver, `${url}/form`))
    }
    return {
      emptyMs: median(loads['/empty']),
      largeMs: median(loads['/large']),
      focusMs: median(focuses),
      stormShare: await measureStorm(driver, `${url}/storm`),
      heapBytes: median(heaps),
    }
  } finally {
    await driver.close()
  }
}

async function openAndSettle(driver: BrowserDriver, url: string): Promise<Page> {
  const page = await driver.newPage(url)
  await sleep(300)
  return page
}

/**
 * Main-thread time of entering one of sixty fields. The first one that is entered brings the larger
 * script, once in the life of a page.
 */
async function measureFocus(driver: BrowserDriver, url: string): Promise<number> {
  const page = await openAndSettle(driver, url)
  await page.click('input')
  await sleep(400)
  const before = await page.metrics()
  await page.click('label:last-of-type input')
  await sleep(150)
  const after = await page.metrics()
  await page.close()
  return ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0)) * 1000
}

/** The scan alone, as a person who enters a field waits for it: of sixty fields, without the extension. */
async function measureScan(url: string, runs: number): Promise<object> {
  const { browser, page, reader } = await openFieldReader()
  const firsts: number[] = []
  const scans: number[] = []
  try {
    for (let run = 0; run < runs; run++) {
      await page.goto(url)
      const timed = (await page.evaluate(`${reader}; sandiReader.timeScans(8)`)) as number[]
      firsts.push(timed[0] ?? 0)
      scans.push(...timed.slice(1))
    }
  } finally {
    await browser.close()
  }
  return { formFirstScanMs: round(median(firsts), 2), formScanMs: round(median(scans), 2) }
}

/** The share of the main thread that a page takes which replaces a thousand nodes a second. */
async function measureStorm(driver: BrowserDriver, url: string): Promise<number> {
  const page = await openAndSettle(driver, url)
  const before = await page.metrics()
  await sleep(STORM_MS)
  const after = await page.metrics()
  await page.close()
  return (((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0)) * 1000) / STORM_MS
}

async function servePages(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>page</title>${PAGES[request.url ?? ''] ?? ''}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // listen() on TCP gives an AddressInfo; only pipes give a string.
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${String(port)}`, close: () => server.close() }
}
