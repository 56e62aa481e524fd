import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
import { waitForDownload } from '../support/downloads.ts'
import { writeLinks } from '../support/exports/plain.ts'
import { readAegis } from '../support/exports/readBack.ts'
import { ALL_SAMPLES, STEAM_SAMPLE } from '../support/exports/samples.ts'
import { byId, createVault } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const PASSPHRASE = 'kopi angin perak lima'
const PASSWORD = 'lima perak angin kopi'
// SHOTS=folder keeps pictures of the screens.
const SHOTS = process.env['SHOTS']

describe.each<BrowserKind>(['chrome', 'firefox'])('export in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'sandi-export-'))
  let driver: BrowserDriver
  let page: Page

  beforeAll(async () => {
    driver = await launch(kind, {
      extensionDir: join(OUTPUT, BUILDS[kind]),
      downloadsTo: folder,
    })
    await (await createVault(driver, PASSPHRASE, 'off')).close()
    page = await driver.openExtensionPage('options.html#import')
    await page.waitForSelector(byId('import-drop'))
    const links = join(folder, 'links')
    writeFileSync(links, writeLinks(ALL_SAMPLES))
    await importFile(links)
    await page.click(byId('import-commit'))
    await page.waitForSelector(byId('import-again'))
    await page.click(byId('import-again'))
  })
  afterAll(async () => {
    await driver.close()
    rmSync(folder, { recursive: true })
  })

  async function importFile(path: string): Promise<void> {
    // The element is the input that the test id stands on.
    const input = (await page.$(byId('import-files'))) as ElementHandle<HTMLInputElement> | null
    await input?.uploadFile(path)
    await page.waitForSelector(`${byId('import-review')}, ${byId('import-password')}`)
  }
  const shoot = async (name: string) => {
    const section = SHOTS ? await page.$('#export') : null
    await section?.screenshot({ path: join(SHOTS ?? '', `${kind}-export-${name}.png`) })
  }
  const textOf = (id: string) => page.$eval(byId(id), (it) => it.textContent.trim())

  async function start(format: string): Promise<void> {
    await page.click(byId(`export-as-${format}`))
    if (format.endsWith('-sealed')) {
      await page.type(byId('export-password-passphrase'), PASSWORD)
      await page.type(byId('export-password-repeat'), PASSWORD)
    }
    await shoot(format)
    await page.click(byId('export-start'))
    await page.waitForSelector(byId('confirm-passphrase'))
  }
  async function confirm(passphrase: string): Promise<void> {
    await page.type(byId('confirm-passphrase'), passphrase)
    await page.click(byId('confirm-submit'))
  }
  async function readSaved(name: RegExp): Promise<string> {
    await page.waitForSelector(byId('export-made'), { timeout: 30_000 })
    return readFileSync(await waitForDownload(folder, name), 'utf8')
  }
  async function close(): Promise<void> {
    await page.click(byId('export-close'))
    await page.waitForSelector(byId('export-start'))
  }

  it('writes links for the passphrase only, and remembers that they lie in clear', async () => {
    await start('otpauth')
    expect(await textOf('export-warning')).toContain('not encrypted')
    await confirm('salah')
    await page.waitForSelector(byId('confirm-error'))
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${kind}-export-wrong.png`) })
    expect(readdirSync(folder)).toEqual(['links'])
    await page.$eval(byId('confirm-passphrase'), (field) => {
      if (field instanceof HTMLInputElement) field.select()
    })
    await confirm(PASSPHRASE)
    const lines = (await readSaved(/^sandi-otpauth[^.]*\.txt$/u)).trim().split('\n')
    expect(lines).toHaveLength(ALL_SAMPLES.length)
    for (const { secret } of ALL_SAMPLES) {
      expect(lines.filter((line) => line.includes(`secret=${secret}&`))).toHaveLength(1)
    }
    await shoot('done')
    await close()
    await waitUntil('a word on it', async () =>
      (await textOf('export-last-plain')).includes('today'),
    )
  })

  it('shows codes for Google Authenticator, and names what cannot come along', async () => {
    await start('google')
    await confirm(PASSPHRASE)
    await page.waitForSelector(byId('export-code'))
    await shoot('codes')
    expect(await textOf('export-left-out')).toContain(STEAM_SAMPLE.account)
    const picture = await page.$(byId('export-code'))
    const png = join(folder, 'code.png')
    await picture?.screenshot({ path: png })
    await importFile(png)
    // Read off the screen: the one that can be there is here already.
    expect(await textOf('import-same')).toMatch(/^1/u)
    await close()
  })

  it('writes an encrypted file that comes back as what it was', async () => {
    await start('aegis-sealed')
    await confirm(PASSPHRASE)
    const text = await readSaved(/^sandi-aegis[^.]*\.json$/u)
    expect(
      readAegis(text, PASSWORD)
        .accounts.map(({ secret }) => secret)
        .sort(),
    ).toEqual(ALL_SAMPLES.map(({ secret }) => secret).sort())
    await close()
  })
})
