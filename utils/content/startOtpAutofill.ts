import { describeField, type FieldHint } from '../core/detect/fieldHint'
import { prepareWords } from '../core/detect/readEvidence'
import { sleep } from '../platform/clock'
import { isConnected } from '../platform/frame'
import { onFrameEvent } from '../protocol/frameClient'
import type { FieldProbe, FrameEvent } from '../protocol/requests'
import { createFieldOffer } from './createFieldOffer'
import { createFilling } from './createFilling'
import { createSiteHints } from './createSiteHints'
import { deepActiveElement, FOCUS_MS } from './deepActiveElement'
import { enteredBy } from './enteredBy'
import { isCodeField } from './findFields'
import { findAgain, findBestTarget, findTargets } from './findTargets'
import { holds } from './isUncovered'
import { listenAlways } from './listenAlways'
import { readAllTraits } from './readFieldTraits'

/**
 * Offers codes in one frame until `signal` aborts. It costs two listeners and an idle moment until a person
 * enters a code field: fields are looked for only then, so late and re-rendered ones are found as well.
 * `entered` is the field whose entering called for this script.
 */
export function startOtpAutofill(signal: AbortSignal, entered?: EventTarget): void {
  const hints = createSiteHints()
  const offer = createFieldOffer(signal, (lost) => findAgain(lost, hints.known()))
  const filling = createFilling(offer, hints)

  listenAlways({ pointerdown: onPointer, keyup: onKeyUp }, signal)
  onFrameEvent(onEvent, signal)
  signal.addEventListener('abort', filling.close)
  if (entered) void onFirst(entered)
  // Whoever enters the field later does not wait for it.
  else requestIdleCallback(prepareWords)

  // Pointer and key count, focus does not: a page moves focus by script, and the event looks the same.
  async function onPointer(event: PointerEvent): Promise<void> {
    if (!event.isTrusted || offer.contains(event.target)) return
    await onEnter(await enteredBy(event))
  }

  /** A field in a closed shadow root is not told as the target, and may have the focus already. */
  async function onFirst(element: EventTarget): Promise<void> {
    if (isCodeField(element)) return onEnter(element)
    await sleep(FOCUS_MS)
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
        return Promise.resolve(describe(deepActiveElement()) ?? null)
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

/** A field that the person is in, as it is remembered. */
function describe(field: Element | null): FieldHint | undefined {
  if (!isCodeField(field)) return undefined
  const [traits] = readAllTraits([field])
  return traits && describeField(traits)
}
