import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle } from 'puppeteer-core'
import type { BrowserDriver } from '../tests/support/browserDriver.ts'
import { byId, createVault } from '../tests/support/story.ts'
import { round } from './statistics.ts'

const SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Many accounts through the page as a person would: a file, the review, the button. */
export async function measureBulkImport(driver: BrowserDriver, accounts: number): Promise<object> {
  await (await createVault(driver, 'kopi angin perak lima', 'off')).close()
  const folder = mkdtempSync(join(tmpdir(), 'sandi-bulk-'))
  const file = join(folder, 'links.txt')
  writeFileSync(file, Array.from({ length: accounts }, (_, at) => makeLink(at)).join('\n'))
  const page = await driver.openExtensionPage('options.html#import')
  await page.waitForSelector(byId('import-drop'))
  await page.evaluate(() => {
    const beat = { last: performance.now(), longest: 0 }
    Object.assign(globalThis, { beat })
    setInterval(() => {
      const now = performance.now()
      beat.longest = Math.max(beat.longest, now - beat.last)
      beat.last = now
    }, 10)
  })
  const start = performance.now()
  // The element is the input that the test id stands on.
  const input = (await page.$(byId('import-files'))) as ElementHandle<HTMLInputElement> | null
  await input?.uploadFile(file)
  await page.waitForSelector(byId('import-commit'), { timeout: 120_000 })
  const reviewed = performance.now()
  await page.click(byId('import-commit'))
  await page.waitForSelector(byId('import-done'), { timeout: 120_000 })
  const done = performance.now()
  const longest = await page.evaluate(
    () => (globalThis as unknown as { beat: { longest: number } }).beat.longest,
  )
  rmSync(folder, { recursive: true })
  return {
    accounts,
    readMs: round(reviewed - start, 0),
    commitMs: round(done - reviewed, 0),
    totalMs: round(done - start, 0),
    longestBlockMs: round(longest, 0),
  }
}

function makeLink(at: number): string {
  const secret = Array.from(
    { length: 32 },
    (_, place) => SYMBOLS[(at * 31 + place * place * 7) % 32],
  )
  return `otpauth://totp/Service%20${String(at)}:person${String(at)}%40example.org?secret=${secret.join('')}&issuer=Service%20${String(at)}`
}
