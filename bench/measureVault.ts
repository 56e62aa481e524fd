import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { startDemo } from '../demo/server.ts'
import { askForSure } from '../tests/support/askBackground.ts'
import { launch, type BrowserDriver, type BrowserKind } from '../tests/support/browserDriver.ts'
import { makeLinks } from '../tests/support/makeLinks.ts'
import { byId } from '../tests/support/story.ts'
import { median, round } from './statistics.ts'

const OUTPUT = join(import.meta.dirname, '../.output')
const PASSPHRASE = 'measured passphrase'
/** One paste; the background takes a million characters. */
const LINKS_PER_PASTE = 2500

interface VaultOptions {
  readonly kind: BrowserKind
  readonly counts: readonly number[]
  readonly runs: number
}

/** What the vault takes to open and to change, per number of accounts, as a page sees it. */
export async function measureVault({ kind, counts, runs }: VaultOptions): Promise<object> {
  const figures: Record<string, object> = {}
  for (const count of counts) figures[String(count)] = await measureCount(kind, count, runs)
  return figures
}

async function measureCount(kind: BrowserKind, count: number, runs: number): Promise<object> {
  const demo = await startDemo()
  const driver = await launch(kind, { extensionDir: join(OUTPUT, `${kind}-mv3`) })
  try {
    const page = await driver.openExtensionPage('options.html')
    await askForSure(page, 'vault.create', { passphrase: PASSPHRASE })
    await addAccounts(page, count)
    const times = { unlock: [] as number[], edit: [] as number[], open: [] as number[] }
    const { accounts } = await askForSure(page, 'app.load', {})
    const accountId = accounts[0]?.id ?? ''
    for (let run = 0; run < runs; run++) {
      // The page asks anew after each change; that is not part of the next edit.
      await askForSure(page, 'app.load', {})
      times.edit.push(
        await timeOf(() => askForSure(page, 'accounts.pin', { accountId, pinned: run % 2 === 0 })),
      )
    }
    for (let run = 0; run < runs; run++) {
      await askForSure(page, 'vault.lock', {})
      times.unlock.push(
        await timeOf(() => askForSure(page, 'vault.unlock', { passphrase: PASSPHRASE })),
      )
    }
    const kdfMs = await measureKdf(page, runs)
    const web = await driver.newPage(demo.url())
    for (let run = 0; run < runs; run++) times.open.push(await timePopup(driver, web))
    return {
      kdfMs,
      unlockMs: median(times.unlock),
      editMs: median(times.edit),
      openMs: median(times.open),
    }
  } finally {
    await driver.close()
    await demo.close()
  }
}

async function addAccounts(page: Page, count: number): Promise<void> {
  const links = makeLinks(count)
  for (let at = 0; at < links.length; at += LINKS_PER_PASTE) {
    const text = links.slice(at, at + LINKS_PER_PASTE).join('\n')
    const { drafts } = await askForSure(page, 'accounts.readText', { text })
    const choices = drafts.map(({ draftId, view: { issuer, account } }) => ({
      draftId,
      issuer,
      account,
    }))
    await askForSure(page, 'accounts.add', { choices })
  }
}

/**
 * The key derivation alone, in a page of the same extension: the library that the build contains, at
 * the cost that stands in the vault's header.
 */
async function measureKdf(page: Page, runs: number): Promise<number> {
  const library = createRequire(import.meta.url).resolve('hash-wasm/dist/argon2.umd.min.js')
  await page.evaluate(readFileSync(library, 'utf8'))
  const times = await page.evaluate(deriveKeys, runs)
  return median(times.map((time) => round(time)))
}

/** Runs in the page. */
async function deriveKeys(runs: number): Promise<number[]> {
  interface Api {
    readonly storage: { local: { get(keys: string[]): Promise<Record<string, unknown>> } }
  }
  const scope = globalThis as unknown as {
    browser?: Api
    chrome: Api
    hashwasm: { argon2id(options: object): Promise<unknown> }
  }
  const stored = await (scope.browser ?? scope.chrome).storage.local.get(['vault.a', 'vault.b'])
  const sealed = Object.values(stored)[0] as { header: string }
  const header = JSON.parse(sealed.header) as {
    slots: { type: string; kdf: { memoryKib: number; iterations: number } }[]
  }
  const cost = header.slots.find(({ type }) => type === 'passphrase')?.kdf
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now()
    await scope.hashwasm.argon2id({
      password: 'measured passphrase',
      salt: new Uint8Array(16).fill(run),
      parallelism: 1,
      memorySize: cost?.memoryKib,
      iterations: cost?.iterations,
      hashLength: 32,
      outputType: 'binary',
    })
    times.push(performance.now() - startedAt)
  }
  return times
}

/** From the start of the popup's document to its first paint, which shows the codes. */
async function timePopup(driver: BrowserDriver, page: Page): Promise<number> {
  const popup = await driver.clickAction(page)
  await popup.waitFor(byId('account-code'))
  const paintedMs = await popup.evaluate(readFirstPaint)
  await popup.close()
  return round(paintedMs)
}

/** Says `window` where it means the popup's: in Firefox it is asked from another page. */
function readFirstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new window.PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint')
      if (paint) resolve(paint.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return round(performance.now() - startedAt)
}
