import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { launch, type BrowserDriver } from '../tests/support/browserDriver.ts'
import { openFieldReader } from '../tests/support/openFieldReader.ts'
import { createVault } from '../tests/support/story.ts'
import { writeBareExtension } from './bareExtension.ts'
import { median, round } from './statistics.ts'

const OUTPUT = join(import.meta.dirname, '../.output')
const SETTLE_MS = 300
const WATCH_MS = 3000
const TABS = 50

const PAGES: Record<string, string> = {
  empty: '<h1>A page without inputs</h1><p>Only text.</p>',
  large: `<main>${'<div><span>text</span></div>'.repeat(5000)}</main>`,
  form: `<form>${'<label>Field <input name="field"></label>'.repeat(60)}</form>`,
  inputs: `<form>${'<label>Field <input name="field"></label>'.repeat(1000)}</form>`,
  storm: `<main id="main"></main><script>
    setInterval(() => {
      const main = document.getElementById('main')
      main.replaceChildren()
      for (let i = 0; i < 100; i++) main.append(document.createElement('p'))
    }, 100)
  </script>`,
}
const LOADED = ['empty', 'large', 'inputs'] as const

/**
 * What a page pays for the content script. Three browsers run side by side and take turns, so that
 * whatever else the machine does happens to all of them: without an extension that may touch the page, with
 * one whose script is empty (`bare`: what any extension costs), and with Sandi. Figures are medians, less
 * those of the first browser.
 */
export async function measurePage(runs: number): Promise<object> {
  const server = await servePages()
  const bareDir = makeBareExtension()
  // The shipped build has no site access until the person grants it: the same pages without the script.
  const drivers = {
    without: await launch('chrome', { extensionDir: join(OUTPUT, 'chrome-mv3') }),
    bare: await launch('chrome', { extensionDir: bareDir }),
    sandi: await launch('chrome', { extensionDir: join(OUTPUT, 'chrome-mv3-e2e') }),
  }
  try {
    await (await createVault(drivers.sandi, 'measured passphrase')).close()
    const costs = { without: newCosts(), bare: newCosts(), sandi: newCosts() }
    for (let run = 0; run < runs; run++) {
      for (const name of ['without', 'bare', 'sandi'] as const) {
        await measureOnce(drivers[name], server.url, costs[name])
      }
    }
    for (const name of ['without', 'bare', 'sandi'] as const) {
      costs[name].tabs.push(await measureTabs(drivers[name], `${server.url}/empty`))
    }
    return {
      sizes: { otp: sizeOf('otp.js'), autofill: sizeOf('autofill.js') },
      scan: await measureScan(`${server.url}/form`, runs),
      bare: subtract(costs.bare, costs.without),
      sandi: subtract(costs.sandi, costs.without),
    }
  } finally {
    for (const driver of Object.values(drivers)) await driver.close()
    server.close()
    rmSync(bareDir, { recursive: true })
  }
}

/** Main-thread milliseconds of loading each page, and more; a list of runs for each. */
function newCosts() {
  return {
    ...{ empty: [] as number[], large: [] as number[], inputs: [] as number[] },
    /** The main-thread milliseconds of entering one field of sixty. */
    entering: [] as number[],
    /** Tasks of more than 50 ms in all of them. */
    longTasks: [] as number[],
    /** The main-thread milliseconds that a page takes in a second that replaces a thousand nodes. */
    storm: [] as number[],
    heapKb: [] as number[],
    /** The main-thread milliseconds of fifty open tabs in a second. */
    tabs: [] as number[],
  }
}

type Costs = ReturnType<typeof newCosts>

function subtract(with_: Costs, without: Costs): Record<keyof Costs, number> {
  const names = Object.keys(with_) as (keyof Costs)[]
  const differences = names.map((name) => [
    name,
    round(median(with_[name]) - median(without[name]), 2),
  ])
  return Object.fromEntries(differences) as Record<keyof Costs, number>
}

async function measureOnce(driver: BrowserDriver, url: string, costs: Costs): Promise<void> {
  let longTasks = 0
  for (const path of LOADED) {
    const page = await openAndSettle(driver, `${url}/${path}`)
    costs[path].push(await readBusyMs(page))
    longTasks += await countLongTasks(page)
    if (path === 'empty') costs.heapKb.push(await readHeapKb(page))
    await page.close()
  }
  costs.entering.push(await measureEntering(driver, `${url}/form`))
  costs.storm.push(await measureStorm(driver, `${url}/storm`))
  costs.longTasks.push(longTasks)
}

async function openAndSettle(driver: BrowserDriver, url: string): Promise<Page> {
  const page = await driver.newPage(url)
  await sleep(SETTLE_MS)
  return page
}

async function readBusyMs(page: Page): Promise<number> {
  const { TaskDuration = 0 } = await page.metrics()
  return TaskDuration * 1000
}

/** What lives after a collection, in all worlds of the page. */
async function readHeapKb(page: Page): Promise<number> {
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  const { JSHeapUsedSize = 0 } = await page.metrics()
  return JSHeapUsedSize / 1000
}

function countLongTasks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const none = setTimeout(() => {
          resolve(0)
        }, 50)
        new PerformanceObserver((list) => {
          clearTimeout(none)
          resolve(list.getEntries().length)
        }).observe({ type: 'longtask', buffered: true })
      }),
  )
}

/** The first field that is entered brings the larger script, once in the life of a page; this is another. */
async function measureEntering(driver: BrowserDriver, url: string): Promise<number> {
  const page = await openAndSettle(driver, url)
  await page.click('input')
  await sleep(400)
  const before = await readBusyMs(page)
  await page.click('label:last-of-type input')
  await sleep(150)
  const after = await readBusyMs(page)
  await page.close()
  return after - before
}

/** The scan of sixty fields alone, without the extension: the first one in a page, and the others. */
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
  return { firstMs: round(median(firsts), 2), medianMs: round(median(scans), 2) }
}

async function measureStorm(driver: BrowserDriver, url: string): Promise<number> {
  const page = await openAndSettle(driver, url)
  const before = await readBusyMs(page)
  await sleep(WATCH_MS)
  const after = await readBusyMs(page)
  await page.close()
  return ((after - before) * 1000) / WATCH_MS
}

async function measureTabs(driver: BrowserDriver, url: string): Promise<number> {
  const pages: Page[] = []
  for (let tab = 0; tab < TABS; tab++) pages.push(await driver.newPage(url))
  await sleep(WATCH_MS)
  const sum = async () => {
    let busyMs = 0
    for (const page of pages) busyMs += await readBusyMs(page)
    return busyMs
  }
  const before = await sum()
  await sleep(WATCH_MS)
  const after = await sum()
  for (const page of pages) await page.close()
  return ((after - before) * 1000) / WATCH_MS
}

/** An extension with nothing but an empty script in every page. */
function makeBareExtension(): string {
  const script = { matches: ['<all_urls>'], js: ['empty.js'], all_frames: true }
  return writeBareExtension(
    { content_scripts: [{ ...script, run_at: 'document_idle' }] },
    { 'empty.js': '' },
  )
}

function sizeOf(file: string): { bytes: number; gzip: number } {
  const script = readFileSync(join(OUTPUT, 'chrome-mv3-e2e', file))
  return { bytes: script.length, gzip: gzipSync(script, { level: 9 }).length }
}

async function servePages(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const body = PAGES[request.url?.slice(1) ?? ''] ?? ''
    response.end(`<!doctype html><title>page</title>${body}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // listen() on TCP gives an AddressInfo; only pipes give a string.
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${String(port)}`, close: () => server.close() }
}
