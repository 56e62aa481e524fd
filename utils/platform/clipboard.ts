import { browser } from './browser'
import { askOffscreen, onOffscreenMessage } from './offscreen'

/** Asked for in the settings: without it nobody knows whose text the clipboard holds. */
const ACCESS = { permissions: ['clipboardRead' as const, 'clipboardWrite' as const] }

export function hasClipboardAccess(): Promise<boolean> {
  return browser.permissions.contains(ACCESS)
}

/** Must be called from a user's click: the browser shows its own prompt. */
export function requestClipboardAccess(): Promise<boolean> {
  return browser.permissions.request(ACCESS)
}

export function removeClipboardAccess(): Promise<boolean> {
  return browser.permissions.remove(ACCESS)
}

/** Empties the clipboard if it holds this very text, and leaves anything else alone; throws if it cannot. */
export async function clearClipboardOf(text: string): Promise<void> {
  // Firefox's background is a page, and may use the clipboard itself once it is allowed to.
  if (typeof document !== 'undefined') return clearByApi(text)
  const answer = await askOffscreen({ clearsClipboardOf: text })
  if (answer === undefined) throw new Error('the clipboard does not answer')
}

/** Chromium's offscreen document. It never has the focus that the clipboard's own interface asks for. */
export function hostClipboardJobs(): void {
  onOffscreenMessage((data, port) => {
    if (!isClipboardJob(data)) return
    if (pasteText() === data.clearsClipboardOf) copyNothing()
    port.postMessage('done')
  })
}

async function clearByApi(text: string): Promise<void> {
  if ((await navigator.clipboard.readText()) === text) await navigator.clipboard.writeText('')
}

function pasteText(): string {
  const field = document.createElement('textarea')
  document.body.append(field)
  field.focus()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the interface in its place wants the focus
  document.execCommand('paste')
  const text = field.value
  field.remove()
  return text
}

function copyNothing(): void {
  document.addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/plain', '')
      event.preventDefault()
    },
    { once: true },
  )
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above
  document.execCommand('copy')
}

function isClipboardJob(data: unknown): data is { readonly clearsClipboardOf: string } {
  return typeof data === 'object' && data !== null && 'clearsClipboardOf' in data
}
