import { browser } from './browser'

const SCAN_IMAGE = 'scan-image'

/** A picture of a page that the person chose. */
export interface ChosenPicture {
  readonly tabId: number
  readonly frameId: number
  readonly src: string
}

/** The entry for pictures. Its words are the browser's language, as all words of its menus are. */
export function addScanImageEntry(): void {
  browser.contextMenus.removeAll().then(
    () =>
      browser.contextMenus.create({
        id: SCAN_IMAGE,
        title: browser.i18n.getMessage('scanImage'),
        contexts: ['image'],
      }),
    () => undefined, // there were none
  )
}

export function onScanImage(callback: (picture: ChosenPicture) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl, frameId = 0 }, tab) => {
    if (menuItemId !== SCAN_IMAGE || tab?.id === undefined || srcUrl === undefined) return
    callback({ tabId: tab.id, frameId, src: srcUrl })
  })
}
