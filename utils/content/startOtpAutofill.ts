import { findCodeTargets } from '../core/detect/findCodeTargets'
import { isConnected, shadowRootOf } from '../platform/frame'
import { frameRequest, onFrameEvent } from '../protocol/frameClient'
import type { FrameEvent } from '../protocol/requests'
import { fillField } from './fillField'
import { isOccupied } from './fieldText'
import { findFields, isCodeField, type Field } from './findFields'
import { openMenu, type MenuHost } from './menuHost'
import { activeElementOf } from './plainDom'
import { readAllTraits } from './readFieldTraits'
import { watchFields } from './watchFields'

/** How long the focus may take to follow the pointer. */
const FOCUS_MS = 60

interface Target {
  readonly fields: readonly Field[]
  readonly score: number
}

/**
 * Offers codes in one frame until `signal` aborts. It costs two listeners until a person enters a code
 * field: fields are looked for at that moment, so late and re-rendered ones are found as well. `entered`
 * is the field whose entering called for this script.
 */
export function startOtpAutofill(signal: AbortSignal, entered?: EventTarget): void {
  let menu: MenuHost | undefined
  let target: Target | undefined
  let areFieldsAsBefore = () => false

  const options = { capture: true, passive: true, signal }
  addEventListener('pointerdown', (event) => void onPointer(event), options)
  addEventListener('keyup', (event) => void onKeyUp(event), options)
  onFrameEvent(onEvent, signal)
  signal.addEventListener('abort', closeMenu)
  if (entered) void onEnter(entered)

  // Pointer and key count, focus does not: a page moves focus by script, and the event looks the same.
  async function onPointer(event: Event): Promise<void> {
    if (!event.isTrusted) return
    const element = event.composedPath()[0] ?? null
    const focused = deepActiveElement()
    // Boxes that are only drawn hand the focus to the input that takes the keys.
    if (!isCodeField(element)) await pause(FOCUS_MS)
    const now = deepActiveElement()
    const hasMoved = now !== focused && isCodeField(now)
    await onEnter(isCodeField(element) || !hasMoved ? element : now)
  }

  async function onKeyUp(event: KeyboardEvent): Promise<void> {
    const isEntering = event.key === 'Tab' || event.key === 'ArrowDown'
    if (event.isTrusted && isEntering && !menu) await onEnter(event.composedPath()[0] ?? null)
  }

  async function onEnter(element: EventTarget | null): Promise<void> {
    if (menu?.contains(element)) return
    if (!isConnected()) {
      closeMenu()
      return
    }
    const found = isCodeField(element) ? findTargetOf(element) : undefined
    // The same field again, while its menu is open or on its way: leave it.
    if (found && found.fields[0] === target?.fields[0]) return
    closeMenu()
    if (!found) return
    target = found
    areFieldsAsBefore = watchFields(found.fields)
    const reply = await frameRequest('fill.offer', {})
    if (target !== found) return
    if (reply?.ok && reply.value.pairing !== undefined) showMenu(found, reply.value.pairing)
    else target = undefined
  }

  function showMenu(found: Target, pairing: string): void {
    const [field] = found.fields
    if (!field?.isConnected) return
    menu = openMenu(field, pairing, closeMenu)
    addEventListener('keydown', onKey, { capture: true, signal })
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || !menu) return
    if (event.key === 'Escape') {
      // This Escape is for the menu: a dialog of the page around it stays open.
      event.preventDefault()
      event.stopPropagation()
      closeMenu()
    } else if (event.key === 'Tab') closeMenu()
    else if (event.key === 'ArrowDown') {
      event.preventDefault()
      menu.focus()
    }
  }

  function closeMenu(): void {
    removeEventListener('keydown', onKey, { capture: true })
    menu?.close()
    menu = undefined
    target = undefined
  }

  function onEvent(event: FrameEvent): unknown {
    switch (event.event) {
      case 'fill.probe':
        return Promise.resolve(findBestTarget()?.score ?? null)
      case 'fill.ready':
        return event.via === 'menu' ? fillFromMenu(event.ticket) : fill(event.ticket)
      case 'menu.close':
        if (event.refocus) target?.fields[0]?.focus()
        closeMenu()
        return undefined
    }
  }

  /**
   * The same after a click in the menu, which counts only if the menu was seen; and the code goes into
   * the very fields for which it was opened. In doubt nothing is filled, and the popup goes on.
   */
  async function fillFromMenu(ticket: string): Promise<boolean | 'unseen'> {
    const chosen = target
    const holds = areFieldsAsBefore
    const isSeen = menu?.isClear() === true && holds()
    if (!chosen || !isSeen) {
      closeMenu()
      return 'unseen'
    }
    if (isOccupied(chosen.fields)) return false
    const reply = await frameRequest('fill.code', { ticket })
    closeMenu()
    if (!holds()) return 'unseen'
    if (!reply?.ok) return false
    return fillField(chosen.fields, reply.value.code, () => findBestTarget()?.fields)
  }

  /**
   * Pulls the approved code and writes it; true when the page's field holds it. The field is looked for
   * again after each wait: a page may have drawn it anew.
   */
  async function fill(ticket: string): Promise<boolean> {
    const usable = findUsableTarget()
    // The menu stays, and says that there is no field.
    if (!usable || isOccupied(usable.fields)) return false
    const reply = await frameRequest('fill.code', { ticket })
    const chosen = findUsableTarget()
    closeMenu()
    if (!reply?.ok || !chosen) return false
    return fillField(chosen.fields, reply.value.code, () => findBestTarget()?.fields)
  }

  function findUsableTarget(): Target | undefined {
    const isUsable = target?.fields.every((field) => field.isConnected && isCodeField(field))
    return isUsable ? target : findBestTarget()
  }
}

function deepActiveElement(root: Document | ShadowRoot = document): Element | null {
  const active = root instanceof ShadowRoot ? root.activeElement : activeElementOf(root)
  const inner = active instanceof HTMLElement ? shadowRootOf(active) : null
  return (inner && deepActiveElement(inner)) ?? active
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs)
  })
}

function findTargets(): readonly Target[] {
  const fields = findFields()
  return findCodeTargets(readAllTraits(fields)).map(({ fields: indexes, score }) => ({
    fields: indexes.flatMap((index) => fields[index] ?? []),
    score: score.value,
  }))
}

function findTargetOf(field: Field): Target | undefined {
  return findTargets().find(({ fields }) => fields.includes(field))
}

/** The focused code field when there is one, else the best of the frame. */
function findBestTarget(): Target | undefined {
  const targets = findTargets()
  const focused = deepActiveElement()
  return targets.find(({ fields }) => fields.some((field) => field === focused)) ?? targets[0]
}
