// The native API for content scripts: no frame of a page pays for the polyfill.

interface FrameRuntime {
  readonly id?: string
  sendMessage(message: unknown): Promise<unknown>
  getURL(path: string): string
  readonly onMessage: {
    addListener(listener: FrameListener): void
    removeListener(listener: FrameListener): void
  }
}
type FrameListener = (
  message: unknown,
  sender: unknown,
  respond: (answer: unknown) => void,
) => boolean

interface FrameApi {
  readonly runtime?: FrameRuntime
  readonly i18n?: { getMessage(key: string): string }
}

// Firefox has `browser`, Chromium has `chrome`; both return promises in Manifest V3.
const scope = globalThis as {
  browser?: FrameApi
  chrome?: FrameApi
}
// An element of the page with the id `browser` is a global too, so the one with an id counts.
const runtime = () => (scope.browser?.runtime?.id ? scope.browser : scope.chrome)?.runtime

/** Whether the extension that started this script still exists in this version. */
export function isConnected(): boolean {
  return runtime()?.id !== undefined
}

/** Asks the background; `undefined` when the extension was updated or removed in the meantime. */
export async function sendFrameMessage(message: unknown): Promise<unknown> {
  if (!isConnected()) return undefined
  try {
    return await runtime()?.sendMessage(message)
  } catch {
    return undefined // "Extension context invalidated": the new version starts its own script
  }
}

/** Listens until `signal` aborts; a promise from the callback becomes the answer. */
export function onFrameMessage(callback: (message: unknown) => unknown, signal: AbortSignal): void {
  const listener: FrameListener = (message, _sender, respond) => {
    const answer = callback(message)
    if (answer === undefined) return false
    void Promise.resolve(answer).then(respond)
    return true
  }
  const events = runtime()?.onMessage
  events?.addListener(listener)
  signal.addEventListener('abort', () => {
    if (isConnected()) events?.removeListener(listener)
  })
}

export function extensionUrl(path: string): string {
  return runtime()?.getURL(path) ?? ''
}

/** A sentence in the browser's language, as the browser's own menus have them. */
export function frameMessage(key: string): string {
  const { i18n } = (scope.browser?.runtime?.id ? scope.browser : scope.chrome) ?? {}
  return i18n?.getMessage(key) ?? ''
}

interface ShadowAccess {
  readonly chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }
}

/**
 * The shadow root of an element, closed ones too. Asking for those costs a call into the browser, so
 * only elements are asked about that look like hosts: custom ones, and ones without children.
 */
export function shadowRootOf(element: HTMLElement): ShadowRoot | null {
  // It can have none, and an input of it may be called `shadowRoot`.
  if (element instanceof HTMLFormElement) return null
  if (element.shadowRoot) return element.shadowRoot
  if (!element.localName.includes('-') && (element.firstChild || !HOSTS.has(element.localName))) {
    return null
  }
  const { dom } = (globalThis as ShadowAccess).chrome ?? {}
  if (dom) return dom.openOrClosedShadowRoot(element)
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null
}

/** The usual ones of https://dom.spec.whatwg.org/#valid-shadow-host-name */
const HOSTS = new Set(['div', 'span', 'section', 'article', 'main', 'p', 'aside', 'header', 'body'])
