import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { startDemo } from '../demo/server.ts'
import { launch, type BrowserDriver, type BrowserKind } from '../tests/support/browserDriver.ts'
import { measureScanClick } from './measureScanClick.ts'
import { median, percentile, round } from './statistics.ts'

const OUTPUT = join(import.meta.dirname, '../.output')
const BUILDS = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const TYPES: Record<string, string> = { '.jpg': 'jpeg', '.svg': 'svg+xml' }
const CLEAN_RUNS = 15

/** One picture of a set. What is `optional` is neither asked for nor wrong. */
interface Sample {
  readonly file: string
  readonly category: string
  readonly expect: readonly string[]
  readonly optional?: readonly string[]
}

interface Reading {
  readonly texts: readonly string[]
  readonly ms: number
}

/**
 * Reads every picture of a folder with the worker of the built extension, started from its background the
 * way a scan starts it; times are from the picture's bytes to the texts. jsQR alone stands beside it.
 */
export async function measureQr(set: string, kind: BrowserKind, match: string): Promise<object> {
  const samples = readSamples(set).filter(({ file }) => new RegExp(match, 'u').test(file))
  const driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
  try {
    const page = await driver.newPage('about:blank')
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('jsqr'), 'utf8'))
    await readInBackground(driver, BLANK) // the decoder is started once, not once a picture
    const ours: Scored[] = []
    const alone: Scored[] = []
    for (const [index, sample] of samples.entries()) {
      const dataUrl = readDataUrl(set, sample.file)
      ours.push(score(sample, await readInBackground(driver, dataUrl)))
      alone.push(score(sample, await readByJsqr(page, dataUrl)))
      process.stderr.write(`\r${String(index + 1)} of ${String(samples.length)} `)
    }
    process.stderr.write('\n')
    for (const { sample, missing, extra } of ours) {
      for (const text of extra) console.log(`${sample.file}: read what is not there: ${text}`)
      if (missing > 0) console.log(`${sample.file}: ${String(missing)} not read`)
    }
    return {
      browser: kind,
      ...figures(ours),
      cleanPage1080pMs: await measureCleanPage(driver),
      // A click that fails must not cost the figures of all pictures.
      ...(await measureScanClick(driver).catch((problem: unknown) => ({ click: String(problem) }))),
      byKind: byKind(ours),
      jsqr: { alone: figures(alone) },
      jsqrByKind: byKind(alone),
    }
  } finally {
    await driver.close()
  }
}

/** Median of reading a screenshot, full HD, of a page that shows one plain code. */
async function measureCleanPage(driver: BrowserDriver): Promise<number> {
  const demo = await startDemo()
  try {
    const page = await driver.newPage(demo.url('perizinan', '/enrol'))
    await page.setViewport({ width: 1920, height: 1080 })
    const dataUrl = `data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`
    const times: number[] = []
    for (let run = 0; run < CLEAN_RUNS; run++) {
      const { texts, ms } = await readInBackground(driver, dataUrl)
      if (texts.length !== 1) throw new Error(`${String(texts.length)} codes on the clean page`)
      times.push(ms)
    }
    await page.close()
    return median(times)
  } finally {
    await demo.close()
  }
}

/** A white pixel. */
const BLANK =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=='

/** Either a list or an object that holds it. */
function readSamples(set: string): readonly Sample[] {
  const json = JSON.parse(readFileSync(join(set, 'expected.json'), 'utf8')) as
    readonly Sample[] | { readonly images: readonly Sample[] }
  return 'images' in json ? json.images : json
}

function readDataUrl(set: string, file: string): string {
  const type = TYPES[extname(file)] ?? extname(file).slice(1)
  return `data:image/${type};base64,${readFileSync(join(set, file), 'base64')}`
}

/** What the background has of the browser in both kinds. */
interface Scope {
  readonly clients?: {
    matchAll(options: object): Promise<{ url: string; postMessage: Worker['postMessage'] }[]>
  }
  qrWorker?: Worker
}
declare const chrome: {
  offscreen: {
    hasDocument(): Promise<boolean>
    createDocument(options: object): Promise<void>
  }
}

function readInBackground(driver: BrowserDriver, dataUrl: string): Promise<Reading> {
  return driver.evaluateInBackground(async (dataUrl: string) => {
    const scope = globalThis as unknown as Scope
    const findHost = async () => {
      if (!scope.clients) return (scope.qrWorker ??= new Worker('/qrWorker.js'))
      if (!(await chrome.offscreen.hasDocument())) {
        await chrome.offscreen.createDocument({
          url: 'offscreen.html',
          reasons: ['WORKERS'],
          justification: 'measuring',
        })
      }
      const found = await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' })
      return found.find(({ url }) => url.endsWith('/offscreen.html'))
    }
    const host = await findHost()
    const start = performance.now()
    const reply = await new Promise<{ value?: { codes: { text: string }[] } }>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => {
        resolve(data as { value?: { codes: { text: string }[] } })
      }
      host?.postMessage({ dataUrl }, [port2])
    })
    const texts = (reply.value?.codes ?? []).map(({ text }) => text)
    return { texts, ms: performance.now() - start }
  }, dataUrl)
}

declare const jsQR: (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null

function readByJsqr(page: Page, dataUrl: string): Promise<Reading> {
  return page.evaluate(async (dataUrl) => {
    const start = performance.now()
    const image = new Image()
    image.src = dataUrl
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context?.drawImage(image, 0, 0)
    const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
    const found = jsQR(data, width, height)
    return { texts: found ? [found.data] : [], ms: performance.now() - start }
  }, dataUrl)
}

interface Scored {
  readonly sample: Sample
  readonly ms: number
  readonly hit: number
  readonly missing: number
  readonly extra: readonly string[]
}

function score(sample: Sample, { texts, ms }: Reading): Scored {
  const left = [...sample.expect]
  const allowed = new Set([...sample.expect, ...(sample.optional ?? [])])
  for (const text of texts) {
    const index = left.indexOf(text)
    if (index >= 0) left.splice(index, 1)
  }
  const extra = texts.filter((text) => !allowed.has(text))
  const missing = left.length
  return { sample, ms, hit: sample.expect.length - missing, missing, extra }
}

function byKind(scored: readonly Scored[]): object {
  const kinds = Map.groupBy(scored, ({ sample }) => sample.category)
  return Object.fromEntries([...kinds].map(([kind, some]) => [kind, figures(some)]))
}

function figures(scored: readonly Scored[]): object {
  const times = scored.map(({ ms }) => ms)
  const codes = scored.reduce((sum, { sample }) => sum + sample.expect.length, 0)
  const hit = scored.reduce((sum, one) => sum + one.hit, 0)
  return {
    images: scored.length,
    codes,
    hit,
    recall: codes === 0 ? 1 : round(hit / codes, 4),
    falsePositives: scored.reduce((sum, { extra }) => sum + extra.length, 0),
    medianMs: median(times),
    p95Ms: percentile(times, 0.95),
    maxMs: percentile(times, 1),
  }
}
