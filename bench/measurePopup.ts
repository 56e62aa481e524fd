import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'puppeteer-core'
import { startDemo } from '../demo/server.ts'
import { launch, type BrowserDriver, type Popup } from '../tests/support/browserDriver.ts'
import { makeLinks } from '../tests/support/makeLinks.ts'
import { byId, createVault, openList, openPopup, pasteAndAdd } from '../tests/support/story.ts'
import { writeBareExtension } from './bareExtension.ts'
import { median, percentile, round } from './statistics.ts'

const EXTENSION = join(import.meta.dirname, '../.output/chrome-mv3-e2e')
const STANDING_MS = 5000

/**
 * Toolbar click → first visible code, and what an open popup costs, per number of accounts. `bare` is an
 * extension with nothing but a popup that asks its background for one line of text: what any costs here.
 */
export async function measurePopup(counts: readonly number[], runs: number): Promise<object> {
  const figures: Record<string, object> = { bare: await measureBare(runs) }
  for (const count of counts) figures[String(count)] = await measureCount(count, runs)
  return figures
}

async function measureBare(runs: number): Promise<object> {
  const extensionDir = writeBareExtension(BARE_MANIFEST, BARE_FILES)
  const driver = await launch('chrome', { extensionDir })
  try {
    await pinAction(driver)
    return await measureOpenings(driver, await driver.newPage('about:blank'), runs)
  } finally {
    await driver.close()
    rmSync(extensionDir, { recursive: true })
  }
}

async function measureCount(count: number, runs: number): Promise<object> {
  const demo = await startDemo()
  const driver = await launch('chrome', { extensionDir: EXTENSION })
  try {
    await (await createVault(driver, 'measured passphrase')).close()
    await pinAction(driver)
    const page = await driver.newPage(demo.url())
    await addAccounts(driver, page, count)
    return {
      ...(await measureOpenings(driver, page, runs)),
      standingMsPerS: await measureStanding(driver, page),
    }
  } finally {
    await driver.close()
    await demo.close()
  }
}

async function measureOpenings(driver: BrowserDriver, page: Page, runs: number): Promise<object> {
  const warm: Opening[] = []
  const cold: Opening[] = []
  for (let run = 0; run < runs; run++) {
    warm.push(await open(driver, page))
    await driver.stopBackground()
    cold.push(await open(driver, page))
  }
  return {
    firstCodeP50Ms: median(warm.map(({ firstCodeMs }) => firstCodeMs)),
    firstCodeP95Ms: percentile(
      warm.map(({ firstCodeMs }) => firstCodeMs),
      0.95,
    ),
    coldP50Ms: median(cold.map(({ firstCodeMs }) => firstCodeMs)),
    // Of these, from the start of the popup's document on: the rest is the browser's own.
    ownP50Ms: median(warm.map(({ ownMs }) => ownMs)),
    ownColdP50Ms: median(cold.map(({ ownMs }) => ownMs)),
    heapMb: median(warm.map(({ heapMb }) => heapMb)),
  }
}

const BARE_MANIFEST = {
  action: { default_popup: 'popup.html' },
  background: { service_worker: 'answer.js' },
}
const BARE_FILES = {
  'answer.js': `chrome.runtime.onMessage.addListener((_, __, answer) => answer('123456'))`,
  'popup.html': `<body style="width: 380px; height: 500px"><script src="ask.js"></script>`,
  'ask.js': `chrome.runtime.sendMessage('').then((code) => {
    document.body.innerHTML = '<span data-testid="account-code">' + code + '</span>'
  })`,
}

/**
 * As the first run advises people to do. The button of an extension that is not pinned slides into the
 * toolbar at each click, and Chromium opens the popup only when it has arrived, a quarter second later.
 */
async function pinAction(driver: BrowserDriver): Promise<void> {
  const page = await driver.browser.newPage()
  await page.goto('chrome://extensions/')
  await page.evaluate(async (extensionId) => {
    await chrome.developerPrivate.updateExtensionConfiguration({
      extensionId,
      pinnedToToolbar: true,
    })
  }, driver.extensionId)
  await page.close()
}

/** What the browser's own page of extensions can do. */
declare const chrome: {
  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> }
}

/** Adds made-up accounts the way a person would: by pasting their links. */
async function addAccounts(driver: BrowserDriver, page: Page, count: number): Promise<void> {
  const popup = await openList(driver, page)
  await pasteAndAdd(popup, makeLinks(count))
  await popup.close()
}

interface Opening {
  readonly firstCodeMs: number
  readonly ownMs: number
  readonly heapMb: number
}

async function open(driver: BrowserDriver, page: Page): Promise<Opening> {
  await page.bringToFront()
  const clickedAt = Date.now()
  const popup = await driver.clickAction(page)
  await popup.waitFor(byId('account-code'))
  const { startedAt, paintedMs } = await popup.evaluate(readPaint)
  const session = await openSession(driver)
  const { JSHeapUsedSize = 0 } = await readMetrics(session)
  await close(popup)
  return {
    firstCodeMs: round(startedAt + paintedMs - clickedAt),
    ownMs: round(paintedMs),
    heapMb: round(JSHeapUsedSize / 1e6),
  }
}

/**
 * When the document began (epoch ms), and how long after that it first painted. The popup paints nothing
 * before the background's first reply, so that is the paint which shows the codes.
 */
function readPaint(): Promise<{ startedAt: number; paintedMs: number }> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint')
      if (paint) resolve({ startedAt: performance.timeOrigin, paintedMs: paint.startTime })
    }).observe({ type: 'paint', buffered: true })
  })
}

async function measureStanding(driver: BrowserDriver, page: Page): Promise<number> {
  const popup = await openPopup(driver, page, 'account-code')
  const session = await openSession(driver)
  const before = await readMetrics(session)
  await sleep(STANDING_MS)
  const after = await readMetrics(session)
  await close(popup)
  const busySeconds = (after['TaskDuration'] ?? 0) - (before['TaskDuration'] ?? 0)
  return round((busySeconds * 1000) / (STANDING_MS / 1000))
}

/** A session with the open popup; what it takes in time is counted from here on. */
async function openSession(driver: BrowserDriver): Promise<CDPSession> {
  const target = await driver.browser.waitForTarget(
    (candidate) => candidate.url() === `${driver.origin}/popup.html`,
  )
  const session = await target.createCDPSession()
  await session.send('Performance.enable')
  return session
}

async function readMetrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

async function close(popup: Popup): Promise<void> {
  await popup.close()
  await sleep(300) // the browser ends the popup's process on its own time
}
