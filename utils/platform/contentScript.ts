import { failure, success, type Result } from '../core/result'
import { browser } from './browser'
import { SITE_ACCESS } from './siteAccess'

const SCRIPT_ID = 'otp'
const SCRIPT_FILE = 'otp.js'

export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: SITE_ACCESS })
}

/** Must be called from a user's click: the browser shows its own prompt. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: SITE_ACCESS })
}

export function removeSiteAccess(): Promise<boolean> {
  return browser.permissions.remove({ origins: SITE_ACCESS })
}

export function onSiteAccessChange(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback)
  browser.permissions.onRemoved.addListener(callback)
}

/** Registers the content script while there is site access, and only then. */
export async function registerContentScript(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] })
  const allowed = await hasSiteAccess()
  if (allowed && registered.length === 0) {
    await browser.scripting.registerContentScripts([
      {
        id: SCRIPT_ID,
        js: [SCRIPT_FILE],
        matches: SITE_ACCESS,
        allFrames: true,
        runAt: 'document_idle',
      },
    ])
  }
  if (!allowed && registered.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] })
  }
}

/** Starts the content script in every frame that may be reached; the ids of those frames. */
export async function injectContentScript(
  tabId: number,
): Promise<Result<readonly number[], 'page-forbidden'>> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [SCRIPT_FILE],
    })
    return success(frames.map(({ frameId }) => frameId))
  } catch {
    return failure('page-forbidden') // browser pages, stores and other protected places
  }
}
