import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForSure } from '../support/askBackground.ts'
import { launch, type BrowserDriver, type BrowserKind } from '../support/browserDriver.ts'
import { findCanaries } from '../support/profile/findCanaries.ts'
import { byId, createVault } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
// Words that no browser ships with.
const PASSPHRASE = 'zamrud kelapa wuxqo tujuh'
const TYPED = {
  issuer: 'Kvizmart Qold',
  account: 'wqzuli',
  secret: 'ZQ7XWVUTSRQPONMLKJIHGFEDCBA23456',
}
const PASTED = {
  issuer: 'Xyvbank Plum',
  account: 'hqwoni',
  secret: 'K5QXE3DPN53GKZTBMRSWY3LQMFXG65DF',
}
const HOST = 'login.xyvbankq.example'
const CANARIES = [PASSPHRASE, HOST, ...Object.values(TYPED), ...Object.values(PASTED)]
const PLANTED = 'planted jqvizwoxu'

// Looking through a whole profile takes its time on a busy machine.
const TIMEOUT_MS = 240_000

describe.each<BrowserKind>(['chrome', 'firefox'])(
  'the profile of %s',
  { timeout: TIMEOUT_MS },
  (kind) => {
    let driver: BrowserDriver
    const profile = mkdtempSync(join(tmpdir(), `sandi-profile-${kind}-`))

    beforeAll(async () => {
      driver = await launch(kind, {
        extensionDir: join(OUTPUT, `${kind}-mv3`),
        userDataDir: profile,
        keepData: true,
      })
      await createVault(driver, PASSPHRASE, 'off')
      const page = await driver.openExtensionPage('popup.html')
      await typeAccount(page)
      await pasteAccount(page)
      await plant(page)
    })
    afterAll(async () => {
      await driver.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    })

    it('says nothing about accounts after the vault was used and locked', async () => {
      const page = await driver.openExtensionPage('options.html')
      await askForSure(page, 'vault.lock', {})
      await sleep(2000) // the browser writes what it wants to remember of its tabs
      await driver.kill()
      expect(sightings(profile)).toEqual([])
    })

    it('shows what was planted, in each storage engine: the search would find it', () => {
      const files = findCanaries(profile, [PLANTED]).map(({ file }) => file)
      const places = kind === 'chrome' ? CHROMIUM_PLACES : FIREFOX_PLACES
      for (const place of places) expect(files.join('\n')).toMatch(place)
    })

    it('says nothing when the browser is killed while the vault is open', async () => {
      await driver.relaunch()
      const page = await driver.openExtensionPage('popup.html')
      await page.waitForSelector(byId('unlock-passphrase'))
      await page.type(byId('unlock-passphrase'), PASSPHRASE)
      await page.click(byId('unlock-submit'))
      await page.waitForSelector(byId('account-code'))
      await sleep(2000)
      await driver.kill()
      expect(sightings(profile)).toEqual([])
    })
  },
)

const CHROMIUM_PLACES = [
  /Local Extension Settings.*\.ldb \(unpacked\)/u,
  /IndexedDB.*\.(?:log|ldb)/u,
]
const FIREFOX_PLACES = [/moz-extension.*\.sqlite \(unpacked\)/u]

function sightings(profile: string): readonly string[] {
  return findCanaries(profile, CANARIES).map(
    ({ canary, form, file }) => `${canary} as ${form} in ${file}`,
  )
}

/** Into a tab, whose fields a browser may keep to restore them. */
async function typeAccount(page: Page): Promise<void> {
  await page.waitForSelector(byId('type-in'))
  await page.click(byId('type-in'))
  await page.waitForSelector(byId('typed-secret'))
  await page.type(byId('typed-issuer'), TYPED.issuer)
  await page.type(byId('typed-account'), TYPED.account)
  await page.type(byId('typed-secret'), TYPED.secret)
  await sleep(1500)
  await page.click(byId('typed-submit'))
  await page.waitForSelector(byId('account-row'))
}

async function pasteAccount(page: Page): Promise<void> {
  const { issuer, account, secret } = PASTED
  const text = `otpauth://totp/${encodeURIComponent(issuer)}:${account}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
  const { drafts } = await askForSure(page, 'accounts.readText', { text })
  const choices = drafts.map(({ draftId }) => ({
    ...{ draftId, issuer, account },
    site: `https://${HOST}`,
  }))
  await askForSure(page, 'accounts.add', { choices })
}

/** A word of ours in both storage engines, with so much behind it that Chromium packs it. */
function plant(page: Page): Promise<void> {
  return page.evaluate(async (word) => {
    interface Api {
      readonly storage: { local: { set(values: object): Promise<void> } }
    }
    const scope = globalThis as unknown as { browser?: Api; chrome: Api }
    const { local } = (scope.browser ?? scope.chrome).storage
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('planted', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('planted')
      opening.onsuccess = () => {
        resolve(opening.result)
      }
      opening.onerror = () => {
        reject(new Error('no database'))
      }
    })
    await new Promise((resolve) => {
      const writing = database.transaction('planted', 'readwrite')
      writing.objectStore('planted').put({ word }, 'key')
      writing.oncomplete = resolve
    })
    await local.set({ planted: `the word, the word, the word: ${word}` })
    for (let round = 0; round < 14; round++) {
      const noise = crypto.getRandomValues(new Uint32Array(16_000))
      await local.set({
        [`noise ${String(round)}`]: [...noise, ...noise, ...noise, ...noise].join(),
      })
    }
  }, PLANTED)
}
