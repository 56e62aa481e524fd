import type { ElementHandle, Page } from 'puppeteer-core'
import { askBackground } from './askBackground.ts'
import { waitUntil, type BrowserDriver } from './browserDriver.ts'
import { playIn, type Played } from './playedPage.ts'
import { byId } from './story.ts'

/**
 * Every state that a view of the extension can stand in, and how a person comes to it. The pictures show
 * all of them, and the check for accessibility looks at them; both keep the pages open and change language
 * and theme beneath them.
 */
export interface ViewState {
  readonly name: string
  readonly path: string
  /** A page as wide as a screen; else as wide as the popup. */
  readonly isWide?: boolean
  /** The part of the page that this state is about, where the rest is as in another one. */
  readonly part?: string
  /** A view that is longer than the popup, shown whole. */
  readonly height?: number
  /** What is played to the page, where the state takes an accident to come to. */
  readonly played?: Played
  /** Stands there when the page is loaded, where nothing of the usual does. */
  readonly whenLoaded?: string
  readonly reach?: (page: Page, world: ViewWorld) => Promise<void>
}

export interface ViewWorld {
  readonly passphrase: string
  /** Files to import: one whose password is asked for, and one with news, conflicts and refusals. */
  readonly sealedFile: string
  readonly plainFile: string
  /** A backup of the vault, a file that nobody can read, and a table whose columns have to be named. */
  readonly otherFiles?: Readonly<Record<'backup' | 'junk' | 'table', string>>
}

export const POPUP_SIZE = { width: 380, height: 600 }
export const PAGE_SIZE = { width: 1280, height: 800 }

const ready = [
  byId('add'),
  byId('unlock-forgot'),
  byId('options-theme'),
  byId('welcome-language'),
  byId('create-vault'),
]

export async function openState(
  driver: BrowserDriver,
  world: ViewWorld,
  { path, isWide = false, height = POPUP_SIZE.height, played, whenLoaded, reach }: ViewState,
): Promise<Page> {
  const page = await driver.openExtensionPage(path)
  await page.bringToFront()
  await page.setViewport(isWide ? PAGE_SIZE : { ...POPUP_SIZE, height })
  await forgetForms(page)
  if (played) await playIn(page, played)
  await page.reload()
  await page.waitForSelector(whenLoaded ?? ready.join(', '), { timeout: 10_000 })
  await reach?.(page, world)
  return page
}

/** What an earlier state typed would be gone on with. */
async function forgetForms(page: Page): Promise<void> {
  const reply = await askBackground(page, 'app.load', {})
  if (!reply?.ok || !reply.value.form) return
  const { view, accountId } = reply.value.form
  await askBackground(page, 'form.forget', accountId === undefined ? { view } : { view, accountId })
  await forgetForms(page)
}

export const WELCOME_STATES: readonly ViewState[] = [
  { name: 'welcome-create', path: 'welcome.html', isWide: true },
  {
    name: 'welcome-weak',
    path: 'welcome.html',
    isWide: true,
    reach: async (page) => {
      await typeInto(page, 'welcome-passphrase', 'budi1990')
      await typeInto(page, 'welcome-repeat', 'budi1991')
      await page.click(byId('welcome-create'))
    },
  },
  {
    name: 'welcome-suggest',
    path: 'welcome.html',
    isWide: true,
    reach: async (page) => {
      await press(page, 'suggest')
      await page.waitForSelector(byId('suggest-use'))
    },
  },
  { name: 'welcome-restore', path: 'welcome.html#restore', isWide: true },
  { name: 'popup-none', path: 'popup.html' },
]

export const LIST_STATES: readonly ViewState[] = [
  { name: 'list', path: 'sidepanel.html' },
  {
    name: 'search',
    path: 'popup.html',
    reach: async (page) => {
      await typeInto(page, 'search', 'gitub')
      await page.waitForSelector(byId('account-row'))
    },
  },
  {
    name: 'search-none',
    path: 'popup.html',
    reach: async (page) => {
      await typeInto(page, 'search', 'zzzz')
    },
  },
  { name: 'row-menu', path: 'popup.html', reach: (page) => press(page, 'account-menu') },
  {
    name: 'own-order',
    path: 'popup.html',
    reach: async (page) => {
      await page.select(byId('sort'), 'own')
      await page.waitForSelector(byId('drag-handle'))
    },
  },
  { name: 'add', path: 'popup.html', reach: (page) => press(page, 'add') },
  { name: 'paste', path: 'popup.html', reach: (page) => press(page, 'add', 'paste-link') },
  {
    name: 'paste-refused',
    path: 'popup.html',
    reach: async (page) => {
      await press(page, 'add', 'paste-link')
      await typeInto(page, 'paste-input', 'https://example.com/help')
      await press(page, 'paste-submit')
    },
  },
  {
    name: 'review',
    path: 'popup.html',
    reach: async (page) => {
      await press(page, 'add', 'paste-link')
      await enter(page, 'paste-input', REVIEWED.join('\n'))
      await press(page, 'paste-submit')
      await page.waitForSelector(byId('review-add'))
    },
  },
  {
    name: 'typed',
    path: 'popup.html',
    reach: async (page) => {
      await press(page, 'add', 'type-in')
      await typeInto(page, 'typed-issuer', 'Perpustakaan Kota')
      await typeInto(page, 'typed-secret', 'JBSW Y3DP EHPK 3PXP')
      await page.waitForSelector(byId('typed-code'))
    },
  },
  {
    name: 'typed-wrong',
    path: 'popup.html',
    reach: async (page) => {
      await press(page, 'add', 'type-in')
      await (await page.waitForSelector('summary'))?.click()
      await typeInto(page, 'typed-secret', 'JBSW Y3DP EHPK 3PX0 1')
      await press(page, 'typed-submit')
    },
  },
  { name: 'edit', path: 'popup.html', reach: (page) => openPart(page, 'edit', 'edit-note') },
  {
    name: 'edit-key',
    path: 'popup.html',
    reach: async (page) => {
      await openPart(page, 'edit', 'edit-note')
      await press(page, 'edit-advanced')
      await page.$eval(byId('edit-advanced'), (it) => {
        it.scrollIntoView()
      })
    },
  },
  {
    name: 'share-asks',
    path: 'popup.html',
    reach: (page) => openPart(page, 'share', 'confirm-passphrase'),
  },
  {
    name: 'share',
    path: 'popup.html',
    reach: async (page, world) => {
      await openPart(page, 'share', 'confirm-passphrase')
      await confirm(page, world.passphrase)
      await page.waitForSelector(byId('share-code'))
    },
  },
  {
    name: 'codes',
    path: 'popup.html',
    reach: async (page, world) => {
      await openPart(page, 'codes', 'codes-text')
      await enter(page, 'codes-text', '4f7k-9q2m\n8x3p-1w6z\n2c9d-7v4n')
      await press(page, 'codes-add', 'codes-show')
      await confirm(page, world.passphrase)
      await press(page, 'codes-used')
    },
  },
  { name: 'sites', path: 'popup.html', reach: (page) => openPart(page, 'sites', 'sites') },
  {
    name: 'delete',
    path: 'popup.html',
    reach: (page) => openPart(page, 'delete', 'delete-confirm'),
  },
  { name: 'trash', path: 'popup.html', reach: openTrash },
  {
    name: 'assist',
    path: 'popup.html',
    reach: async (page) => {
      await openPart(page, 'assist', 'assist-likely')
    },
  },
  {
    name: 'compare',
    path: 'popup.html',
    reach: async (page) => {
      await openPart(page, 'assist', 'assist-likely')
      await press(page, 'open-compare')
      await typeInto(page, 'compare-code', '123456')
      await press(page, 'compare-submit')
      await page.waitForSelector(byId('compare-answer'))
    },
  },
]

export const PAGE_STATES: readonly ViewState[] = [
  { name: 'settings', path: 'options.html', isWide: true },
  {
    name: 'import-password',
    path: 'options.html#import',
    isWide: true,
    part: '#import',
    reach: async (page, world) => {
      await upload(page, 'import-files', world.sealedFile)
      await page.waitForSelector(byId('import-password'))
      await typeInto(page, 'import-password', 'salah')
      await press(page, 'import-open')
      await page.waitForSelector(`${byId('import-password')}[aria-invalid=true]`, {
        timeout: 60_000,
      })
    },
  },
  {
    name: 'import-review',
    path: 'options.html#import',
    isWide: true,
    part: '#import',
    reach: async (page, world) => {
      await upload(page, 'import-files', world.plainFile)
      await page.waitForSelector(byId('import-review'))
    },
  },
  {
    name: 'export',
    path: 'options.html#export',
    isWide: true,
    part: '#export',
    reach: async (page, world) => {
      await press(page, 'export-as-google', 'export-start')
      await confirm(page, world.passphrase)
      await page.waitForSelector(byId('export-code'))
    },
  },
  {
    name: 'checkup-reasons',
    path: 'options.html#checkup',
    isWide: true,
    part: '#checkup',
    reach: (page) => press(page, 'checkup-dismiss'),
  },
]

export const LOCKED_STATES: readonly ViewState[] = [
  { name: 'unlock', path: 'popup.html' },
  {
    name: 'unlock-wrong',
    path: 'popup.html',
    reach: async (page) => {
      await typeInto(page, 'unlock-passphrase', 'salah')
      await press(page, 'unlock-submit')
      await page.waitForSelector(byId('unlock-error'))
    },
  },
  { name: 'forgot', path: 'popup.html', reach: (page) => press(page, 'unlock-forgot') },
  { name: 'settings-locked', path: 'options.html', isWide: true },
]

const REVIEWED = [
  'otpauth://totp/Koperasi:sari?secret=GEZDGNBVGY3TQOJQGEZDGNBV&issuer=Koperasi',
  'otpauth://totp/GitHub:budi%40contoh.id?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=GitHub',
  'otpauth://totp/Google:budi%40contoh.id?secret=GEZDGNBVGY3TQOJQMFRGGZDF&issuer=Google',
  'otpauth://totp/Rusak?secret=0189',
]

/** Presses one thing after the other, each as soon as it is there. */
export async function press(page: Page, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await (await page.waitForSelector(byId(id)))?.click()
}

/** Views come late: what is typed into waits for them. */
export async function typeInto(page: Page, id: string, text: string): Promise<void> {
  await (await page.waitForSelector(byId(id)))?.type(text)
}

export function openTrash(page: Page): Promise<void> {
  return pressBelow(page, 'open-trash')
}

/** Where it stands below rows that still come, or below the footer until one scrolls. */
export async function pressBelow(page: Page, id: string): Promise<void> {
  await page.waitForSelector(byId(id))
  await page.$eval(byId(id), (it) => {
    if (it instanceof HTMLElement) it.click()
  })
}

export async function openPart(page: Page, part: string, whenThere: string): Promise<void> {
  await press(page, 'account-menu', `menu-${part}`)
  await page.waitForSelector(byId(whenThere))
}

export async function confirm(page: Page, passphrase: string): Promise<void> {
  await page.waitForSelector(byId('confirm-passphrase'))
  await typeInto(page, 'confirm-passphrase', passphrase)
  await press(page, 'confirm-submit')
  await waitUntil('the passphrase to be right', async () => {
    return (await page.$(byId('confirm-passphrase'))) === null
  })
}

/** What a key cannot type: more than one line. */
export async function enter(page: Page, id: string, text: string): Promise<void> {
  const field = await page.waitForSelector(byId(id))
  await field?.evaluate((element, value) => {
    if (!(element instanceof HTMLTextAreaElement)) return
    element.value = value
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }, text)
}

export async function upload(page: Page, id: string, path: string): Promise<void> {
  await page.waitForSelector(byId('import-drop'))
  // The element is the input that the test id stands on.
  const input = (await page.$(byId(id))) as ElementHandle<HTMLInputElement> | null
  await input?.uploadFile(path)
}
