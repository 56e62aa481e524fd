import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import {
  byId,
  confirmEnrolment,
  createVault,
  openList,
  openPopup,
  readCode,
  scanAndAdd,
  signInWithPassword,
} from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }

describe.each<BrowserKind>(['chrome', 'firefox'])('a rejected code in %s', (kind) => {
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let page: Page
  let skewMs = 0

  beforeAll(async () => {
    demo = await startDemo({ now: () => Date.now() + skewMs })
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    page = await driver.newPage('about:blank')
    const welcome = await createVault(driver, 'kopi angin perak lima')
    await welcome.close()
    await page.goto(demo.url('surat', '/enrol'))
    const popup = await openList(driver, page)
    await scanAndAdd(popup)
    const code = await readCode(popup)
    await popup.close()
    await confirmEnrolment(page, code)
    await signInWithPassword(page, demo.url('surat', '/login'))
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })

  it('is not explained by a clock that is right', async () => {
    const popup = await openAssistant()
    expect(await readLikely(popup)).toBe('secret-replaced')
    expect(await popup.exists('[data-code=clock-right]')).toBe(true)
    await popup.close()
  })

  it('is explained by a clock that is 47 s slow, and accepted once that is corrected', async () => {
    skewMs = 47_000

    const popup = await openAssistant()
    expect(await readLikely(popup)).toBe('clock-slow')
    expect(await popup.text(byId('assist-likely'))).toContain('47 seconds')
    await popup.click(byId('assist-correct-clock'))
    await popup.waitFor('[data-code=clock-corrected]')
    await popup.click(byId('back'))
    expect(await popup.text(byId('clock-chip'))).toContain('47 seconds')
    const code = await readCode(popup)
    await popup.close()
    await page.type(byId('code'), code)
    await page.click(byId('code-submit'))
    await page.waitForSelector(byId('signed-in'))
    expect(demo.events.at(-1)).toMatchObject({ kind: 'login', ok: true })
  })

  it('loses its correction when the clock is right again', async () => {
    skewMs = 0
    const popup = await openAssistant()
    expect(await readLikely(popup)).toBe('clock-right-again')
    await popup.click(byId('back'))
    await waitUntil('codes by this clock', async () => !(await popup.exists(byId('clock-chip'))))
    await popup.close()
  })

  it.each([
    ['kind-sms', 'surat', '/sms'],
    ['kind-recovery', 'surat', '/recovery'],
    ['kind-whatsapp', 'perizinan', '/whatsapp'],
    ['site-maintenance', 'perizinan', '/maintenance'],
  ] as const)('is explained by what the page says: %s', async (cause, service, path) => {
    await page.goto(demo.url(service, path))
    const popup = await openAssistant()
    expect(await readLikely(popup)).toBe(cause)
    await popup.close()
  })

  async function openAssistant() {
    const popup = await openPopup(driver, page, 'account-row')
    await popup.click(byId('assist'))
    await popup.waitFor(byId('assist-likely'))
    return popup
  }

  function readLikely(popup: Awaited<ReturnType<typeof openAssistant>>): Promise<string> {
    return popup.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.dataset['code'] ?? '',
      byId('assist-likely'),
    )
  }
})
