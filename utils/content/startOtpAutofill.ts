import { describeField, type FieldHint } from '../core/detect/fieldHint'
import { isConnected } from '../platform/frame'
import { onFrameEvent } from '../protocol/frameClient'
import type { FieldProbe, FrameEvent } from '../protocol/requests'
import { createFieldOffer } from './createFieldOffer'
import { createFilling } from './createFilling'
import { createSiteHints } from './createSiteHints'
import { isCodeField, type Field } from './findFields'
import { deepActiveElement, findBestTarget, findTargets } from './findTargets'
import { holds } from './isUncovered'
import { readAllTraits } from './readFieldTraits'

/** How long the focus may take to follow the pointer. */
const FOCUS_MS = 60

/**
 * Offers codes in one frame until `signal` aborts. It costs two listeners until a person enters a code
 * field: fields are looked for at that moment, so late and re-rendered ones are found as well. `entered`
 * is the field whose entering called for this script.
 */
export function startOtpAutofill(signal: AbortSignal, entered?: EventTarget): void {
  const hints = createSiteHints()
  const offer = createFieldOffer(signal)
  const filling = createFilling(offer, hints)

  const options = { capture: true, passive: true, signal }
  addEventListener('pointerdown', (event) => void onPointer(event), options)
  addEventListener('keyup', (event) => void onKeyUp(event), options)
  onFrameEvent(onEvent, signal)
  signal.addEventListener('abort', filling.close)
  if (entered) void onFirst(entered)

  // Pointer and key count, focus does not: a page moves focus by script, and the event looks the same.
  async function onPointer(event: PointerEvent): Promise<void> {
    if (!event.isTrusted || offer.contains(event.target)) return
    const element = event.composedPath()[0] ?? null
    const focused = deepActiveElement()
    // Boxes that are only drawn hand the focus to the input that takes the keys.
    if (!isCodeField(element)) await pause(FOCUS_MS)
    const now = deepActiveElement()
    const isEntered = isCodeField(now) && (now !== focused || isPointedAt(now, event))
    await onEnter(isCodeField(element) || !isEntered ? element : now)
  }

  /** A field in a closed shadow root is not told as the target, and may have the focus already. */
  async function onFirst(element: EventTarget): Promise<void> {
    if (isCodeField(element)) return onEnter(element)
    await pause(FOCUS_MS)
    const now = deepActiveElement()
    if (element instanceof Element && now && holds(element, now)) await onEnter(now)
  }

  async function onKeyUp(event: KeyboardEvent): Promise<void> {
    const isEntering = event.key === 'Tab' || event.key === 'ArrowDown'
    if (!event.isTrusted || !isEntering || offer.isOpen()) return
    // Where the icon stands, this key is the click on it.
    const isAsked = event.key === 'ArrowDown' && offer.hasIcon()
    await onEnter(event.composedPath()[0] ?? null, isAsked)
  }

  async function onEnter(element: EventTarget | null, isAsked = false): Promise<void> {
    if (offer.contains(element)) return
    if (!isConnected()) {
      filling.close()
      return
    }
    if (!isCodeField(element)) {
      offer.closeMenu()
      return
    }
    const known = await hints.read()
    const found = findTargets(known).find(({ fields }) => fields.includes(element))
    // The same field again, while its menu is open or on its way: whoever clicks twice gets it once.
    if (found && found.fields[0] === offer.target()?.fields[0]) return
    offer.closeMenu()
    if (found) await offer.open(found, isAsked)
  }

  function onEvent(event: FrameEvent): unknown {
    switch (event.event) {
      case 'fill.probe':
        return probe()
      case 'fill.where':
        return Promise.resolve(self.origin)
      case 'fill.ready':
        return event.clickedAt === undefined
          ? filling.fill(event.ticket, event.way)
          : filling.fillFromMenu(event.ticket, event.clickedAt, event.way)
      case 'field.mark':
        return Promise.resolve(describeFocused() ?? null)
      case 'hints.changed':
        hints.accept(event.hints)
        return undefined
      case 'menu.open':
        void hints.read().then((known) => {
          const best = findBestTarget(known)
          if (best) void offer.open(best, true)
        })
        return undefined
      case 'menu.seen':
        return Promise.resolve(offer.isSeen(event.clickedAt))
      case 'menu.close':
        return Promise.resolve(closeMenu(event))
    }
  }

  /** Whether there was a menu to close. */
  function closeMenu({ refocus, isOver }: { refocus: boolean; isOver?: true }): boolean {
    const wasOpen = offer.isOpen()
    if (refocus) offer.target()?.fields[0]?.focus()
    if (isOver) filling.close()
    else offer.closeMenu()
    return wasOpen
  }

  async function probe(): Promise<FieldProbe | null> {
    const best = findBestTarget(await hints.read())
    return best ? { score: best.score, kind: best.kind } : null
  }
}

function isPointedAt(field: Field, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = field.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}

/** The field that the person is in, as it is remembered. */
function describeFocused(): FieldHint | undefined {
  const focused = deepActiveElement()
  if (!isCodeField(focused)) return undefined
  const [traits] = readAllTraits([focused])
  return traits && describeField(traits)
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs)
  })
}
