import type { Tabs } from 'webextension-polyfill'
import { failure, success, type Result } from '../core/result'
import { browser } from './browser'
import { openOwnWindow } from './panel'

/** With the number of a tab it is the popup of that tab, and closes itself as the popup does. */
const OWN_WINDOW = '/popup.html#window'

export interface Tab {
  readonly tabId: number
  readonly windowId?: number | undefined
  /** Known where the user gave access: by the toolbar button, a shortcut, or site access. */
  readonly url: string | undefined
}

export async function findActiveTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  const front = isOwnWindow(tab) ? await findTabBehind(tab.url) : tab
  return front?.id === undefined
    ? undefined
    : { tabId: front.id, windowId: front.windowId, url: front.url }
}

/** The popup's page in a window of its own is about the page behind it. */
function isOwnWindow(tab: Tabs.Tab | undefined): tab is Tabs.Tab & { readonly url: string } {
  return tab?.url?.startsWith(browser.runtime.getURL(OWN_WINDOW)) === true
}

async function findTabBehind(url: string): Promise<Tabs.Tab | undefined> {
  const [, tabId] = url.split(`${OWN_WINDOW}/`)
  if (tabId !== undefined) return browser.tabs.get(Number(tabId)).catch(() => undefined)
  const tabs = await browser.tabs.query({ active: true, windowType: 'normal' })
  return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]
}

/** The tab with that id, if it still exists. */
export async function findTab(tabId: number): Promise<Tab | undefined> {
  try {
    const tab = await browser.tabs.get(tabId)
    return { tabId, url: tab.url }
  } catch {
    return undefined // the tab was closed
  }
}

/** The visible part of the active tab of a window as a PNG data URL. */
export async function captureVisibleTab(
  windowId: number | undefined,
): Promise<Result<string, 'capture-forbidden'>> {
  try {
    return success(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }))
  } catch {
    return failure('capture-forbidden') // browser pages, stores and other protected places
  }
}

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) })
}

/** Closes the tab that this page stands in. */
export async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent()
  if (tab.id !== undefined) await browser.tabs.remove(tab.id)
}

/** Sends to one frame; `undefined` when nothing listens there. */
export async function sendToFrame(
  tabId: number,
  frameId: number,
  message: unknown,
): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId })
  } catch {
    return undefined // the frame went away, or the content script does not run in it
  }
}

/**
 * Opens the toolbar popup where the browser allows it, or in a window of its own where the tab's has no
 * toolbar; the button points at itself where neither can be.
 */
export async function openPopup(tabId?: number): Promise<void> {
  try {
    if (await isWithoutToolbar(tabId)) await openOwnWindow(`${OWN_WINDOW}/${String(tabId)}`)
    else await browser.action.openPopup()
    await clearHint()
  } catch {
    await showHint(tabId)
  }
}

/** Sites open sign-in windows without one: no popup can show there, and no button be pressed. */
async function isWithoutToolbar(tabId: number | undefined): Promise<boolean> {
  const tab = tabId === undefined ? undefined : await browser.tabs.get(tabId).catch(() => undefined)
  if (tab?.windowId === undefined) return false
  return (await browser.windows.get(tab.windowId)).type !== 'normal'
}

/** Points at the toolbar button, in one tab until it goes elsewhere: that is where to go on. */
async function showHint(tabId: number | undefined): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId }
  await browser.action.setBadgeText({ ...tab, text: '!' })
  // Everywhere else the title tells whether the vault is locked.
  if (tabId === undefined) return
  await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('goOnInPopup') })
}

/** The button as it usually is, in the tab in front. */
export async function clearHint(): Promise<void> {
  const tabId = (await findActiveTab())?.tabId
  for (const place of tabId === undefined ? [{}] : [{}, { tabId }]) {
    await browser.action.setBadgeText({ ...place, text: '' })
  }
  if (tabId === undefined) return
  await browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) })
}
