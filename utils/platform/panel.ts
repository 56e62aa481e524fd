import { browser } from './browser'

/** Chromium's own, which the polyfill does not know. */
interface SidePanel {
  open(place: { windowId: number }): Promise<void>
}
const scope = globalThis as { chrome?: { sidePanel?: SidePanel } }

/** Whether this browser can show the list beside the pages. */
export function hasPanel(): boolean {
  return scope.chrome?.sidePanel !== undefined || 'sidebarAction' in browser
}

/** Must be called from a click: browsers open their side panels only then. */
export async function openPanel(): Promise<void> {
  const sidePanel = scope.chrome?.sidePanel
  if (!sidePanel) {
    await browser.sidebarAction.open()
    return
  }
  const { id } = await browser.windows.getCurrent()
  if (id !== undefined) await sidePanel.open({ windowId: id })
}

/** A window of its own, which stays open when another one is clicked. */
export async function openOwnWindow(path: string): Promise<void> {
  const url = browser.runtime.getURL(path)
  // Firefox alone asks for it, and Chromium refuses what it does not know.
  const closesItself = import.meta.env.FIREFOX ? { allowScriptsToClose: true } : {}
  await browser.windows.create({ url, type: 'popup', width: 400, height: 660, ...closesItself })
}

/** Calls back when another page may be in front; returns the way to stop. */
export function onFrontChange(callback: () => void): () => void {
  const onUpdated = (_tabId: number, change: { status?: string }) => {
    if (change.status === 'complete') callback()
  }
  browser.tabs.onActivated.addListener(callback)
  browser.tabs.onUpdated.addListener(onUpdated)
  browser.windows.onFocusChanged.addListener(callback)
  return () => {
    browser.tabs.onActivated.removeListener(callback)
    browser.tabs.onUpdated.removeListener(onUpdated)
    browser.windows.onFocusChanged.removeListener(callback)
  }
}
