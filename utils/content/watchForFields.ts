import { shadowRootOf } from '../platform/frame'
import { deepActiveElement, FOCUS_MS } from './deepActiveElement'
import { drawsBoxes } from './drawnBoxes'
import { listenAlways } from './listenAlways'

/** Words in the attributes of code fields, as a selector can look for them. */
const WORDS = [
  'otp', '2fa', 'mfa', 'tfa', 'code', 'token', 'factor', 'verif', 'passcode', 'authent', 'authcode',
  'onetime', 'one-time', 'kode', 'sandi', 'codigo', 'código', 'codice', 'kod', 'koodi', 'код',
  'κωδικ', 'קוד', 'رمز', 'کد', 'كود', 'कोड', 'รหัส', '码', '碼', 'コード', '認証', '인증', '코드',
] // prettier-ignore
const ATTRIBUTES = ['name', 'id', 'placeholder', 'aria-label', 'class']
const NOT_TYPED = [
  'hidden',
  'submit',
  'button',
  'checkbox',
  'radio',
  'file',
  'image',
  'range',
  'color',
]
const HINTS = [
  '[autocomplete~="one-time-code" i]',
  '[inputmode="numeric" i]',
  '[maxlength="1"]',
  '[maxlength="6"]',
  ...WORDS.flatMap((word) => ATTRIBUTES.map((name) => `[${name}*="${word}" i]`)),
]
const CANDIDATE = `input:not(${NOT_TYPED.map((type) => `[type=${type}]`).join()}):is(${HINTS.join()})`
const OTHER_TYPES = new Set([...NOT_TYPED, 'email', 'search', 'url', 'date', 'time'])

const MAX_HOSTS = 3000
const FIRST_WAIT_MS = 250
const MAX_WAIT_MS = 4000
const GIVE_UP_AFTER_MS = 120_000

/**
 * Waits in one frame for a field that may want a code, and says so: when the page has one by its
 * attributes, or when a person enters any field that takes text. A page without one pays a query, and
 * one more after it changed, ever more rarely.
 */
export function watchForFields(
  onCandidate: (entered: EventTarget | undefined) => void,
  signal: AbortSignal,
): void {
  listenAlways({ pointerdown: onGesture, keyup: onGesture }, signal)
  const started = performance.now()
  let waitMs = FIRST_WAIT_MS
  look()

  function onGesture(event: Event): void {
    const [entered] = event.composedPath()
    if (!event.isTrusted) return
    if (mayTakeText(entered)) onCandidate(entered)
    else if (event.type === 'pointerdown') followFocus()
  }

  /** What is only drawn hands the focus to the element that takes the keys, or makes it only then. */
  function followFocus(): void {
    const before = deepActiveElement()
    setTimeout(() => {
      const now = deepActiveElement()
      if (now !== before && now && !signal.aborted && mayTakeText(now)) onCandidate(now)
    }, FOCUS_MS)
  }

  function look(): void {
    if (signal.aborted) return
    if (hasCandidate(document)) onCandidate(undefined)
    else if (performance.now() - started < GIVE_UP_AFTER_MS) lookAfterChange()
  }

  /** Hears of one change and no more until the next look: a busy page does not pay for each. */
  function lookAfterChange(): void {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      setTimeout(() => requestIdleCallback(look, { timeout: waitMs }), waitMs)
      waitMs = Math.min(2 * waitMs, MAX_WAIT_MS)
    })
    observer.observe(document, { childList: true, subtree: true })
    signal.addEventListener('abort', () => {
      observer.disconnect()
    })
  }
}

function hasCandidate(root: Document | ShadowRoot): boolean {
  if (root.querySelector(CANDIDATE)) return true
  let hosts = 0
  for (const element of root.querySelectorAll('*')) {
    if (++hosts > MAX_HOSTS) return false
    if (element.shadowRoot && hasCandidate(element.shadowRoot)) return true
  }
  return false
}

/** Closed shadow roots show their host only, which then stands for what is in it. */
function mayTakeText(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !OTHER_TYPES.has(target.type)
  if (target instanceof HTMLTextAreaElement) return target.rows === 1
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || shadowRootOf(target) !== null || drawsBoxes(target)
}
