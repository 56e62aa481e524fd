import type { Page } from 'puppeteer-core'
import { inMs } from './playedPage.ts'
import { byId } from './story.ts'
import {
  confirm,
  enter,
  openPart,
  openTrash,
  press,
  pressBelow,
  typeInto,
  type ViewState,
} from './views.ts'

/**
 * States of the popup beside those of `views.ts`: looks that settings give, and what it takes an accident, an
 * attack or a lucky second to come to. The pictures show them; what they are made of is checked there.
 */
export const SITE = 'https://perizinan.example'
const IMITATION = 'https://perizlnan.example'
const NEW_SITE = 'https://koperasi-baru.example'

const popup = (
  name: string,
  played: ViewState['played'],
  reach?: ViewState['reach'],
): ViewState => ({
  ...{ name, path: 'popup.html' },
  ...(played ? { played } : {}),
  ...(reach ? { reach } : {}),
})
const withState = (value: object) => ({ replies: { 'app.load': { value } } })
const withSettings = (settings: object) => withState({ settings })
const on = (site: string, replies: object = {}) => ({
  replies: { 'app.load': { value: { tab: { tabId: 1, site } } }, ...replies },
})
const PARTS = { exports: [{ found: 1, total: 3, missing: [2, 3] }], accounts: 10 }

export const RARE_LIST_STATES: readonly ViewState[] = [
  popup('list-site', on(SITE)),
  popup('list-tags', undefined, (page) => press(page, 'tag-chip')),
  popup('list-expiring', { secondsLeft: 4 }),
  popup('list-waiting', { secondsLeft: 2 }, (page) => pressRow(page)),
  popup('list-hidden', withSettings({ hidesCodes: true }), (page) => press(page, 'reveal')),
  popup('list-compact', withSettings({ density: 'compact' })),
  popup('list-large', withSettings({ density: 'large' })),
  popup('list-advice', withSettings({ advicesSeen: 0 }), (page) => pressRow(page)),
  popup('list-counter', undefined, async (page) => {
    await find(page, 'vpn')
    await press(page, 'hotp-next')
    await page.waitForSelector(byId('toast-action'))
    await page.waitForSelector(`${byId('hotp-next')}:not([aria-disabled])`)
    await press(page, 'hotp-next')
    await page.waitForSelector(byId('account-previous'))
  }),
  popup('list-drag', withSettings({ sort: 'own' }), drag),
  popup('list-unreadable', withState({ unreadable: 2 })),
  popup('list-parts', withState({ parts: PARTS })),
  popup('list-insecure', withState({ tab: { tabId: 1, insecureHost: 'portal.example' } })),
  popup(
    'list-imitation',
    on(IMITATION, { 'sites.assess': { value: { likely: [], imitated: 'perizinan.example' } } }),
  ),
  popup('list-offer', withState({ tab: { tabId: 1, site: SITE }, offer: { site: SITE } })),
  popup('site-question', askedOn(NEW_SITE, { kind: 'new' }), (page) =>
    openPart(page, 'fill', 'confirm-site'),
  ),
  popup(
    'site-whole',
    askedOn('https://masuk.perizinan.example', {
      kind: 'sibling',
      trusted: 'perizinan.example',
      wildcard: 'https://*.perizinan.example',
    }),
    (page) => openPart(page, 'fill', 'confirm-site'),
  ),
  popup(
    'lookalike',
    askedOn(IMITATION, { kind: 'imitation', trusted: 'perizinan.example' }),
    async (page) => {
      await openPart(page, 'fill', 'lookalike-stop')
      await press(page, 'stop-insist')
    },
  ),
  { name: 'window', path: 'popup.html#window' },
  {
    name: 'window-locking',
    path: 'popup.html#window',
    played: {
      replies: { 'vault.deadline': { value: { locksAt: inMs(20_000), isFinal: false } } },
    },
    reach: async (page: Page) => {
      await page.waitForSelector(byId('toast-action'))
    },
  },
  {
    ...popup('load-problem', { replies: { 'app.load': { refuses: 'unexpected' } } }),
    whenLoaded: '[role=alert]',
  },
]

export const RARE_ADD_STATES: readonly ViewState[] = [
  popup('add-scanning', { replies: { 'accounts.scanTab': { isHeld: true } } }, async (page) => {
    await press(page, 'add', 'scan-page')
    await page.waitForSelector(byId('scan-stop'))
  }),
  popup('add-none', scanRefuses('no-qr'), scanFails),
  popup('add-forbidden', scanRefuses('capture-forbidden', { rule: 'store' }), scanFails),
  popup('add-outside', scanRefuses('qr-outside', { frameId: 0, index: 0 }), scanFails),
  popup('add-drop', undefined, async (page) => {
    await press(page, 'add')
    await page.waitForSelector(byId('scan-page'))
    await page.evaluate(() => dispatchEvent(new DragEvent('dragover', { cancelable: true })))
  }),
  popup('add-parts', withState({ parts: PARTS }), (page) => press(page, 'add')),
  popup('paste-key', undefined, (page) => paste(page, 'JBSWY3DPEHPK3PXPJBSWY3DP')),
  popup('paste-other', undefined, (page) => paste(page, 'WIFI:T:WPA;S:Perpustakaan;P:rahasia;;')),
  popup('review-here', undefined, async (page) => {
    await paste(
      page,
      'otpauth://totp/GitHub:budi%40contoh.id?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=GitHub',
    )
    await page.waitForSelector(byId('review-done'))
  }),
  popup('typed-counter', undefined, async (page) => {
    await press(page, 'add', 'type-in')
    await typeInto(page, 'typed-issuer', 'Pintu Gudang')
    await typeInto(page, 'typed-secret', 'JBSWY3DP')
    await page.click('summary')
    await page.select(byId('typed-type'), 'hotp')
  }),
  popup('typed-link', undefined, async (page) => {
    await press(page, 'add', 'type-in')
    await typeInto(page, 'typed-secret', 'otpauth://totp/Koperasi?secret=GEZDGNBVGY3TQOJQ')
    await page.waitForSelector(byId('typed-link'))
  }),
  {
    ...popup('edit-whole', undefined, async (page) => {
      await openPart(page, 'edit', 'edit-note')
      await press(page, 'edit-advanced')
    }),
    path: 'sidepanel.html',
    height: 1240,
  },
  popup('trash-empty', { replies: { 'trash.list': { value: [] } } }, openTrash),
  popup('share-steam', undefined, async (page, world) => {
    await find(page, 'steam')
    await openPart(page, 'share', 'confirm-passphrase')
    await confirm(page, world.passphrase)
    await page.waitForSelector(byId('share-code'))
  }),
  popup('resync', undefined, async (page) => {
    await find(page, 'vpn')
    await openPart(page, 'assist', 'assist-likely')
    await pressBelow(page, 'open-resync')
    await page.waitForSelector(byId('resync-first'))
  }),
]

export const RARE_LOCKED_STATES: readonly ViewState[] = [
  popup('unlock-caps', undefined, (page) => pressWithCapsLock(page, 'unlock-passphrase')),
  popup('unlock-deriving', { replies: { 'vault.unlock': { isHeld: true } } }, async (page) => {
    await typeInto(page, 'unlock-passphrase', 'sawah kopi angin')
    await press(page, 'unlock-submit')
  }),
  popup('unlock-paused', withState({ unlockWaitUntil: inMs(27_000) })),
  popup('forgot-start-over', undefined, async (page) => {
    await press(page, 'unlock-forgot', 'start-over-show')
    await page.$eval(byId('start-over-submit'), (it) => {
      it.scrollIntoView({ block: 'end' })
    })
  }),
  {
    ...popup('damaged', withState({ damage: 'vault-damaged' })),
    whenLoaded: byId('rescue-begin'),
  },
]

/** Caps Lock itself cannot be pressed from outside. */
export async function pressWithCapsLock(page: Page, id: string): Promise<void> {
  await typeInto(page, id, 'SAWAH')
  await page.$eval(byId(id), (field) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: true }),
    ),
  )
}

function askedOn(site: string, standing: object) {
  return on(site, {
    'fill.start': { refuses: 'site-not-bound' },
    'sites.standing': { value: standing },
  })
}

function scanRefuses(refuses: string, detail?: Record<string, string | number>) {
  return { replies: { 'accounts.scanTab': { refuses, ...(detail ? { detail } : {}) } } }
}

async function scanFails(page: Page): Promise<void> {
  await press(page, 'add', 'scan-page')
  await page.waitForSelector(byId('scan-error'))
}

async function paste(page: Page, text: string): Promise<void> {
  await press(page, 'add', 'paste-link')
  await enter(page, 'paste-input', text)
  await press(page, 'paste-submit')
}

/** Until the row that is meant stands there alone. */
async function find(page: Page, search: string): Promise<void> {
  await typeInto(page, 'search', search)
  await page.waitForSelector(`${byId('account-row')}:only-child`)
}

async function pressRow(page: Page): Promise<void> {
  await page.waitForSelector(byId('account-code'))
  await page.click('[data-account]')
  await page.waitForSelector(byId('toast'))
}

/** Holds the third row above the first one. */
async function drag(page: Page): Promise<void> {
  await page.waitForSelector(byId('drag-handle'))
  const [first, , third] = await page.$$(byId('drag-handle'))
  const from = await third?.boundingBox()
  const to = await first?.boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 8, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 8, to.y + 6, { steps: 8 })
}
