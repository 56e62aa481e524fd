import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { listenOnLoopback } from '../demo/listen.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../tests/support/browserDriver.ts'
import { byId, createVault, openPopup } from '../tests/support/story.ts'
import { bindAccount, BUILDS } from './fields/bindAccount.ts'
import { compareValues, readFieldValues } from './fields/fieldValues.ts'
import { readCorpus, type PageNode, type PageRecord } from './fields/pageRecord.ts'
import { bundleReader, readKind } from './fields/readPages.ts'
import { renderRecord } from './fields/renderRecord.ts'
import { scoreRuns, type Run } from './fields/scoreRuns.ts'

const PLAIN_PAGE: PageRecord = {
  id: 'plain',
  app: 'plain',
  polarity: 'positive',
  lang: 'en',
  body: [{ t: 'input', a: { autocomplete: 'one-time-code' }, role: 'totp' }],
}
/** A page that took this many fills is closed, as a person's tab is at some time. */
const PAGES_PER_TAB = 50

interface FieldsOptions {
  readonly corpus: string
  readonly browser: BrowserKind
  /** Every page when absent, else about so many, spread evenly over the corpus. */
  readonly sample?: number
  readonly verbose: boolean
}

/**
 * Shows every page of a corpus to the built extension in a real browser, presses *Fill* in the toolbar
 * popup as a person would, and looks at what then stands in which field.
 */
export async function measureFields(options: FieldsOptions): Promise<object> {
  const corpus = takeSample(readCorpus(options.corpus), options.sample)
  const site = await serveRecords()
  const driver = await launch(options.browser, {
    extensionDir: BUILDS[options.browser],
  })
  const reader = await bundleReader()
  const runs: Run[] = []
  try {
    await (await createVault(driver, 'measured passphrase')).close()
    let page = await bindAccount(driver, site.show(PLAIN_PAGE))
    for (const [index, record] of corpus.entries()) {
      if (index % PAGES_PER_TAB === PAGES_PER_TAB - 1) page = await replaceTab(driver, page)
      try {
        runs.push(await fillRecord(driver, page, site, record, reader))
      } catch (error) {
        runs.push({ record, written: [], error: String(error) })
        page = await replaceTab(driver, page)
      }
      const run = runs.at(-1)
      if (options.verbose) console.error(record.id, run?.error ?? JSON.stringify(run?.written))
      else if (index % 25 === 24) console.error(`… ${index + 1} of ${corpus.length} pages`)
    }
  } finally {
    await driver.close()
    await site.close()
  }
  return { browser: options.browser, ...scoreRuns(runs) }
}

function takeSample(all: readonly PageRecord[], size = all.length): readonly PageRecord[] {
  const step = Math.max(1, all.length / size)
  return Array.from(
    { length: Math.min(size, all.length) },
    (_, i) => all[Math.floor(i * step)],
  ).filter((record) => record !== undefined)
}

interface Site {
  /** Makes the record the page that is served, and returns its address. */
  show(record: PageRecord): string
  close(): Promise<void>
}

/** One loopback host serves whichever record is shown, at the record's own path. */
async function serveRecords(): Promise<Site> {
  let html = ''
  const { port, close } = await listenOnLoopback((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    response.end(html)
  }, 0)
  return {
    show: (record) => {
      html = renderRecord(record)
      return new URL(record.path ?? '/', `http://localhost:${port}`).href
    },
    close,
  }
}

async function replaceTab(driver: BrowserDriver, old: Page): Promise<Page> {
  const page = await driver.newPage('about:blank')
  await old.close()
  return page
}

async function fillRecord(
  driver: BrowserDriver,
  page: Page,
  site: Site,
  record: PageRecord,
  reader: string,
): Promise<Run> {
  await page.goto(site.show(record))
  await sleep(lateMs(record.body))
  const kind = await readKind(page, reader)
  const before = await readFieldValues(page)
  const popup = await openPopup(driver, page, 'account-fill')
  await popup.click(byId('account-fill'))
  // It closes when the code stands in the field, and says so when there is no field.
  await waitUntil(
    'an answer',
    async () => !(await popup.isOpen()) || (await popup.exists(byId('toast'))),
  )
  await popup.close()
  return { record, kind, written: compareValues(before, await readFieldValues(page)) }
}

/** How long a person waits for a page that draws its form late. */
function lateMs(nodes: readonly PageNode[]): number {
  const waits = nodes.map((node) =>
    Math.max(node.t === '#late' ? (node.ms ?? 300) + 100 : 0, lateMs(node.c ?? [])),
  )
  return Math.max(0, ...waits)
}
