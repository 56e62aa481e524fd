import { browser } from './browser'

const SCAN_IMAGE = 'scan-image'
const ASSIST = 'assist'

/** A picture of a page that the person chose. */
export interface ChosenPicture {
  readonly tabId: number
  readonly frameId: number
  readonly src: string
}

/** What was chosen in a field that a person can type into. */
export interface FieldEntry {
  readonly entry: FieldEntryId
  readonly tabId: number
  readonly frameId: number
  readonly frameUrl: string | undefined
  readonly pageUrl: string | undefined
}
type FieldEntryId = keyof typeof FIELD_ENTRIES

const FIELD_ENTRIES = {
  'fill-here': 'fillHere',
  'never-here': 'neverHere',
  'hide-site': 'hideSite',
} as const

/** The entries. Their words are the browser's language, as all words of its menus are. */
export function addMenuEntries(): void {
  browser.contextMenus.removeAll().then(
    () => {
      browser.contextMenus.create({
        id: SCAN_IMAGE,
        title: browser.i18n.getMessage('scanImage'),
        contexts: ['image'],
      })
      for (const [id, message] of Object.entries(FIELD_ENTRIES)) {
        const title = browser.i18n.getMessage(message)
        browser.contextMenus.create({ id, title, contexts: ['editable'] })
      }
      browser.contextMenus.create({
        id: ASSIST,
        title: browser.i18n.getMessage('codeRejected'),
        contexts: ['editable'],
      })
    },
    () => undefined, // there were none
  )
}

export function onFieldEntry(callback: (entry: FieldEntry) => void): void {
  browser.contextMenus.onClicked.addListener(
    ({ menuItemId, frameId = 0, frameUrl, pageUrl }, tab) => {
      const [entry] = FIELD_IDS.filter((id) => id === menuItemId)
      if (entry === undefined || tab?.id === undefined) return
      const page = tab.url ?? pageUrl
      // Only frames other than the top one have an address of their own here.
      const frame = frameId === 0 ? page : frameUrl
      callback({ entry, tabId: tab.id, frameId, frameUrl: frame, pageUrl: page })
    },
  )
}

const FIELD_IDS = Object.keys(FIELD_ENTRIES) as FieldEntryId[] // a constant of ours has no other keys

/** Why was the code of this field rejected? */
export function onAssistEntry(callback: (tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === ASSIST && tab?.id !== undefined) callback(tab.id)
  })
}

export function onScanImage(callback: (picture: ChosenPicture) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl, frameId = 0 }, tab) => {
    if (menuItemId !== SCAN_IMAGE || tab?.id === undefined || srcUrl === undefined) return
    callback({ tabId: tab.id, frameId, src: srcUrl })
  })
}
