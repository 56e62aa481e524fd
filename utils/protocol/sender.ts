import { siteOfUrl } from '../core/match/site'

/** What the browser says about the speaker of a message: the fields of `runtime.MessageSender` used. */
export interface RawSender {
  readonly id?: string | undefined
  readonly origin?: string | undefined
  readonly url?: string | undefined
  readonly frameId?: number | undefined
  readonly documentId?: string | undefined
  readonly documentLifecycle?: string | undefined
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined
}

/** Who speaks. Everything a service may believe about a speaker stands here, and nothing from a payload. */
export type Speaker = { readonly kind: 'page' } | MenuSpeaker | FrameSpeaker | GuestSpeaker

/** A frame of ours inside a web page. */
export interface MenuSpeaker {
  readonly kind: 'menu'
  readonly tabId: number
  readonly frameId: number
  readonly documentId: string | undefined
}

export interface FrameSpeaker extends Place {
  readonly kind: 'frame'
}

/** A frame of another site than its tab's: it may redeem what was approved for it, and nothing else. */
export interface GuestSpeaker extends Place {
  readonly kind: 'guest'
}

/** A document of a web page, as the browser names it. */
export interface Place {
  readonly tabId: number
  readonly frameId: number
  /** Absent in browsers that have no document ids. */
  readonly documentId: string | undefined
  readonly site: string
}

export interface Self {
  readonly extensionId: string
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  readonly origin: string
}

const PAGES = new Set(['/popup.html', '/sidepanel.html', '/options.html', '/welcome.html'])
const MENU = '/menu.html'

/**
 * Classifies a sender, by default as nobody (`undefined`). A frame is believed by its origin and never
 * by its url, which `about:srcdoc`, `blob:` and sandboxed frames inherit without its rights.
 */
export function classifySender(sender: RawSender, self: Self): Speaker | undefined {
  if (sender.id !== self.extensionId) return undefined
  const url = URL.parse(sender.url ?? '')
  const isOwn = url !== null && sender.url?.startsWith(`${self.origin}/`) === true
  return isOwn ? classifyOwnPage(sender, url, self) : classifyFrame(sender)
}

function classifyOwnPage(sender: RawSender, url: URL, self: Self): Speaker | undefined {
  if (sender.origin !== undefined && sender.origin !== self.origin) return undefined
  const isFramed = sender.tab !== undefined && sender.frameId !== 0
  if (url.pathname === MENU) {
    const { tab, frameId, documentId } = sender
    if (!isFramed || tab?.id === undefined || frameId === undefined) return undefined
    return { kind: 'menu', tabId: tab.id, frameId, documentId }
  }
  return PAGES.has(url.pathname) && !isFramed ? { kind: 'page' } : undefined
}

function classifyFrame(sender: RawSender): Speaker | undefined {
  const { tab, frameId, documentId, documentLifecycle } = sender
  if (tab?.id === undefined || frameId === undefined) return undefined
  if (documentLifecycle !== undefined && documentLifecycle !== 'active') return undefined
  const site = siteOfUrl(sender.origin)
  if (site === undefined || site !== sender.origin) return undefined
  const place = { tabId: tab.id, frameId, documentId, site }
  // A tab without site access shows no url: its top frame is then known by its origin alone.
  const isTopOfUnknown = frameId === 0 && tab.url === undefined
  if (isTopOfUnknown || siteOfUrl(tab.url) === site) return { kind: 'frame', ...place }
  return frameId === 0 ? undefined : { kind: 'guest', ...place }
}
