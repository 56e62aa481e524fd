import { failure, success, type Result } from '../core/result'
import { browser } from './browser'
import { SITE_ACCESS } from './siteAccess'

const SCRIPT_ID = 'otp'
/** The small half, which runs where the user allowed it, and the one that it calls for. */
const SCRIPT_FILE = 'otp.js'
const AUTOFILL_FILE = 'autofill.js'

/** Whether all the access is there that the settings offer. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: SITE_ACCESS })
}

/** Whether the user allows this one site, or all of them. */
export function hasAccessTo(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${withoutPort(site)}/*`] })
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

/**
 * Registers the content script where the user allows it and nowhere else, and starts it in the tabs that
 * are open already: they would be without it until they are loaded again.
 */
export async function registerContentScript(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll()
  const matches = origins.filter((origin) => /^(?:https?|\*):/u.test(origin))
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] })
  if (registered.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] })
  }
  if (matches.length === 0) return
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE],
      matches,
      allFrames: true,
      // Frames without an address of their own too, where the page that made them is of an allowed site.
      matchOriginAsFallback: true,
      runAt: 'document_idle',
    },
  ])
  for (const { id } of await browser.tabs.query({ url: matches })) {
    if (id !== undefined) await inject({ tabId: id, allFrames: true }, SCRIPT_FILE)
  }
}

/** Starts the filling half in these frames, or in every one that may be reached; their ids. */
export function injectAutofill(
  tabId: number,
  frameIds?: readonly number[],
): Promise<Result<readonly number[], 'page-forbidden'>> {
  const target = frameIds ? { tabId, frameIds: [...frameIds] } : { tabId, allFrames: true }
  return inject(target, AUTOFILL_FILE)
}

async function inject(
  target: { tabId: number; allFrames?: boolean; frameIds?: number[] },
  file: string,
): Promise<Result<readonly number[], 'page-forbidden'>> {
  try {
    const frames = await browser.scripting.executeScript({ target, files: [file] })
    return success(frames.map(({ frameId }) => frameId))
  } catch {
    return failure('page-forbidden') // browser pages, stores and other protected places
  }
}

/** Match patterns without a port stand for every port. */
function withoutPort(site: string): string {
  return site.replace(/:\d+$/u, '')
}
