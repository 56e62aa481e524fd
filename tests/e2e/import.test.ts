import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import { writeAegis, writeLinks } from '../support/exports/plain.ts'
import { ALL_SAMPLES, COUNTER_SAMPLE, PASSWORD, USUAL_SAMPLE } from '../support/exports/samples.ts'
import { writeSealedTwofas } from '../support/exports/sealed.ts'
import { byId, createVault } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }

describe.each<BrowserKind>(['chrome', 'firefox'])('import in %s', (kind) => {
  let driver: BrowserDriver
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'sandi-import-'))

  beforeAll(async () => {
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    await (await createVault(driver, 'kopi angin perak lima', 'off')).close()
    page = await driver.openExtensionPage('options.html#import')
    await page.waitForSelector(byId('import-drop'))
  })
  afterAll(async () => {
    await driver.close()
    rmSync(folder, { recursive: true })
  })

  async function choose(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    })
    // The element is the input that the test id stands on.
    const input = (await page.$(byId('import-files'))) as ElementHandle<HTMLInputElement> | null
    await input?.uploadFile(...paths)
  }
  const textOf = (id: string) =>
    page.evaluate((selector) => document.querySelector(selector)?.textContent.trim(), byId(id))
  const seeText = (id: string, text: RegExp) =>
    waitUntil(`${id} to say ${text.source}`, async () => text.test((await textOf(id)) ?? ''))
  const countAccounts = () =>
    page.evaluate(async () => {
      // The page asks as its own code does.
      const api = (
        globalThis as unknown as {
          chrome: {
            runtime: {
              sendMessage: (message: unknown) => Promise<{ value: { accounts: unknown[] } }>
            }
          }
        }
      ).chrome
      const reply = await api.runtime.sendMessage({
        to: 'background',
        request: 'app.load',
        payload: {},
      })
      return reply.value.accounts.length
    })

  it('reads several files at once, one of them behind a wrong and then the right password', async () => {
    await choose({
      'anything.bin': writeSealedTwofas([COUNTER_SAMPLE]),
      'links.csv': writeLinks([USUAL_SAMPLE]),
      'picture.png': new TextEncoder().encode('this is no export'),
    })
    await page.waitForSelector(byId('import-password'))
    await page.type(byId('import-password'), `${PASSWORD}x`)
    await page.click(byId('import-open'))
    await waitUntil('a word on the wrong password', async () =>
      page.evaluate(
        (selector) => document.querySelector(selector)?.getAttribute('aria-invalid') === 'true',
        byId('import-password'),
      ),
    )
    await page.evaluate((selector) => {
      const field = document.querySelector(selector)
      if (field instanceof HTMLInputElement) {
        field.value = ''
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
    }, byId('import-password'))
    await page.type(byId('import-password'), PASSWORD)
    await page.click(byId('import-open'))
    await seeText('import-new', /^2/u)
    expect(await countAccounts()).toBe(0)
    await page.click(byId('import-commit'))
    await page.waitForSelector(byId('import-done'))
    expect(await countAccounts()).toBe(2)
  })

  it('names what is here, asks about what differs, and takes the import back', async () => {
    await page.click(byId('import-again'))
    await page.waitForSelector(byId('import-drop'))
    const other = { ...USUAL_SAMPLE, secret: 'MFRGGZDFMZTWQ2LKMFRGGZDF' }
    await choose({ 'aegis.json': writeAegis([other, ...ALL_SAMPLES.slice(1)]) })
    await seeText('import-new', /^2/u)
    await seeText('import-same', /^1/u)
    await seeText('import-conflict-count', /^1/u)
    await page.select(byId('import-decide'), 'replace')
    await page.click(byId('import-commit'))
    await page.waitForSelector(byId('import-undo'))
    expect(await countAccounts()).toBe(4)
    await page.click(byId('import-undo'))
    await waitUntil('the undo', async () => (await countAccounts()) === 2)
  })
})
