import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
  type Popup,
} from '../support/browserDriver.ts'
import { byId, createVault, openList, openPopup, pasteAndAdd } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }
const PASSPHRASE = 'kopi angin perak lima'
const KEY = 'JBSWY3DPEHPK3PXP'
const LINK = `otpauth://totp/Lantern:mira?secret=${KEY}&issuer=Lantern`

interface Background {
  readonly storage: { readonly session: { get(key: string): Promise<Record<string, unknown>> } }
}

describe.each<BrowserKind>(['chrome', 'firefox'])('an account in %s', (kind) => {
  let driver: BrowserDriver
  let demo: Awaited<ReturnType<typeof startDemo>>
  let page: Page

  beforeAll(async () => {
    demo = await startDemo()
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]) })
    await (await createVault(driver, PASSPHRASE)).close()
    page = await driver.newPage(demo.url('surat', '/two'))
    const popup = await openList(driver, page)
    await pasteAndAdd(popup, [LINK])
    await popup.close()
  })
  afterAll(async () => {
    await driver.close()
    await demo.close()
  })

  /** Opens the popup and one view of the only account. */
  const open = async (action: string, ready: string): Promise<Popup> => {
    const popup = await openPopup(driver, page, 'account-menu')
    await popup.click(byId('account-menu'))
    await popup.click(byId(`menu-${action}`))
    await popup.waitFor(byId(ready))
    return popup
  }
  const confirm = async (popup: Popup) => {
    await popup.waitFor(byId('confirm-passphrase'))
    await popup.type(byId('confirm-passphrase'), PASSPHRASE)
    await popup.click(byId('confirm-submit'))
  }
  const valueOf = (popup: Popup, id: string) =>
    popup.evaluate(
      (selector) => document.querySelector<HTMLInputElement>(selector)?.value,
      byId(id),
    )
  const isFormKept = () =>
    driver.evaluateInBackground(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Background>
      const stored = await (browser ?? chrome)?.storage.session.get('form')
      return JSON.stringify(stored).includes('in the safe')
    })

  it('keeps what is typed when the popup closes over it, and saves it', async () => {
    const first = await open('edit', 'edit-note')
    await first.type(byId('edit-note'), 'in the safe')
    await waitUntil('the form to be kept', isFormKept)
    await first.close()
    const popup = await openPopup(driver, page, 'edit-note')
    expect(await valueOf(popup, 'edit-note')).toBe('in the safe')
    await popup.fill(byId('edit-issuer'), 'Lantern Mail')
    await popup.click(byId('edit-save'))
    await popup.waitFor(byId('account-row'))
    expect(await popup.text(byId('account-row'))).toContain('Lantern Mail')
    await popup.close()
    const again = await open('edit', 'edit-note')
    expect(await valueOf(again, 'edit-note')).toBe('in the safe')
    await again.close()
  })

  it('shows its key behind the passphrase, and hides it', async () => {
    const popup = await open('share', 'confirm-passphrase')
    expect(await popup.exists(byId('share-code'))).toBe(false)
    await confirm(popup)
    await popup.waitFor(byId('share-code'))
    expect((await popup.text(byId('share-secret'))).replaceAll(' ', '')).toBe(KEY)
    await popup.click(byId('share-hide'))
    await popup.waitFor(byId('share-hidden'))
    expect(await popup.exists(byId('share-secret'))).toBe(false)
    await popup.close()
  })

  it('keeps the recovery codes of its service, to be ticked off', async () => {
    const popup = await open('codes', 'codes-text')
    await popup.fill(byId('codes-text'), '1. 4f7k-9q2m, 2. 8x3p-1w6z')
    await popup.click(byId('codes-add'))
    await popup.waitFor(byId('codes-show'))
    await popup.click(byId('codes-show'))
    await confirm(popup)
    await popup.waitFor(byId('codes-list'))
    await popup.click(byId('codes-used'))
    await waitUntil('one code to be used', async () =>
      (await popup.text(byId('codes-left'))).startsWith('1 of 2'),
    )
    await popup.close()
  })

  it('goes to the trash after a question, and comes back whole', async () => {
    const popup = await open('delete', 'delete-confirm')
    await popup.click(byId('delete-confirm'))
    await popup.waitFor(byId('open-trash'))
    await popup.click(byId('open-trash'))
    await popup.waitFor(byId('trash-restore'))
    await popup.click(byId('trash-restore'))
    await popup.waitFor(byId('trash-empty'))
    await popup.click(byId('back'))
    await popup.waitFor(byId('account-row'))
    await popup.close()
    const again = await open('edit', 'edit-codes')
    expect(await again.text(byId('edit-codes'))).toContain('1 of 2')
    await again.close()
  })
})
