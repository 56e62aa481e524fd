import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { bundleReader } from '../../bench/fields/readPages.ts'
import { findBrowsers } from '../../scripts/browsers.mjs'

/** A page of Chromium without the extension, and the script that reads and fills fields in it. */
export async function openFieldReader(): Promise<{ browser: Browser; page: Page; reader: string }> {
  const browser = await puppeteer.launch({
    executablePath: findBrowsers().chrome ?? '',
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  return { browser, page: await browser.newPage(), reader: await bundleReader() }
}
