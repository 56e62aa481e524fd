import { describeField, NO_HINTS, type FieldHint, type FieldHints } from '../core/detect/fieldHint'
import { isConnected } from '../platform/frame'
import { frameRequest, onFrameEvent } from '../protocol/frameClient'
import type { FieldProbe, FillAnswer, FillWay, FrameEvent } from '../protocol/requests'
import { showFilled } from './afterFill'
import { showIcon } from './fieldIcon'
import { appendCode, fillField } from './fillField'
import { isOccupied } from './fieldText'
import { isCodeField } from './findFields'
import { deepActiveElement, findBestTarget, findTargets, type Target } from './findTargets'
import type { Floating } from './floatBeside'
import { openMenu, type MenuHost } from './menuHost'
import { readAllTraits } from './readFieldTraits'
import { submitForm } from './submitForm'
import { watchFields } from './watchFields'

/** How long the focus may take to follow the pointer. */
const FOCUS_MS = 60

/**
 * Offers codes in one frame until `signal` aborts. It costs two listeners until a person enters a code
 * field: fields are looked for at that moment, so late and re-rendered ones are found as well. `entered`
 * is the field whose entering called for this script.
 */
export function startOtpAutofill(signal: AbortSignal, entered?: EventTarget): void {
  let menu: MenuHost | undefined
  let icon: Floating | undefined
  let target: Target | undefined
  let hints: FieldHints | undefined
  let areFieldsAsBefore = () => false
  let filled = new AbortController()

  const options = { capture: true, passive: true, signal }
  addEventListener('pointerdown', (event) => void onPointer(event), options)
  addEventListener('keyup', (event) => void onKeyUp(event), options)
  onFrameEvent(onEvent, signal)
  signal.addEventListener('abort', closeAll)
  if (entered) void onEnter(entered)

  // Pointer and key count, focus does not: a page moves focus by script, and the event looks the same.
  async function onPointer(event: Event): Promise<void> {
    if (!event.isTrusted || icon?.contains(event.target)) return
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
    if (!event.isTrusted || !isEntering || menu) return
    // Where the icon stands, this key is the click on it.
    const isAsked = event.key === 'ArrowDown' && icon !== undefined
    await onEnter(event.composedPath()[0] ?? null, isAsked)
  }

  async function onEnter(element: EventTarget | null, isAsked = false): Promise<void> {
    if (menu?.contains(element)) return
    if (!isConnected()) {
      closeAll()
      return
    }
    if (!isCodeField(element)) {
      closeMenu()
      return
    }
    const known = await readHints()
    const found = findTargets(known).find(({ fields }) => fields.includes(element))
    // The same field again, while its menu is open or on its way: whoever clicks twice gets it once.
    if (found && found.fields[0] === target?.fields[0]) return
    closeMenu()
    if (found) await offer(found, isAsked)
  }

  /** Asked once it is needed, and again while the vault does not tell because it is locked. */
  async function readHints(): Promise<FieldHints> {
    if (hints) return hints
    const reply = await frameRequest('fill.hints', {})
    if (reply?.ok && (reply.value.field || reply.value.never.length > 0)) hints = reply.value
    return hints ?? NO_HINTS
  }

  async function offer(found: Target, isAsked: boolean): Promise<void> {
    target = found
    areFieldsAsBefore = watchFields(found.fields)
    const asked = isAsked ? ({ isAsked } as const) : {}
    const reply = await frameRequest('fill.offer', { kind: found.kind, ...asked })
    if (target !== found) return
    if (!reply?.ok) {
      target = undefined
      return
    }
    if (reply.value.hasIcon) putIcon(found)
    if (reply.value.pairing !== undefined) showMenu(found, reply.value.pairing)
    else target = undefined
  }

  function putIcon(found: Target): void {
    icon?.close()
    icon = showIcon(found.fields, 'offer', {
      onClick: () => {
        if (menu) closeMenu()
        else void offer(found, true)
      },
      onLost: () => (icon = undefined),
    })
  }

  function showMenu(found: Target, pairing: string): void {
    const [field] = found.fields
    if (!field?.isConnected) {
      target = undefined
      return
    }
    menu?.close()
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

  function closeAll(): void {
    closeMenu()
    icon?.close()
    icon = undefined
    filled.abort()
  }

  function onEvent(event: FrameEvent): unknown {
    switch (event.event) {
      case 'fill.probe':
        return probe()
      case 'fill.where':
        return Promise.resolve(self.origin)
      case 'fill.ready':
        return event.via === 'menu'
          ? fillFromMenu(event.ticket, event.way)
          : fill(event.ticket, event.way)
      case 'field.mark':
        return Promise.resolve(describeFocused() ?? null)
      case 'hints.changed':
        hints = event.hints
        return undefined
      case 'menu.open':
        void readHints().then((known) => {
          const best = findBestTarget(known)
          if (best) void offer(best, true)
        })
        return undefined
      case 'menu.seen':
        return Promise.resolve(isMenuSeen())
      case 'menu.close':
        if (event.refocus) target?.fields[0]?.focus()
        if (event.isOver) closeAll()
        else closeMenu()
        return undefined
    }
  }

  /** Whether the person saw the menu, and the fields are those for which it was opened. */
  function isMenuSeen(): boolean {
    return menu?.isClear() === true && areFieldsAsBefore()
  }

  async function probe(): Promise<FieldProbe | null> {
    const best = findBestTarget(await readHints())
    return best ? { score: best.score, kind: best.kind } : null
  }

  /**
   * The same after a click in the menu, which counts only if the menu was seen; and the code goes into
   * the very fields for which it was opened. In doubt nothing is filled, and the popup goes on.
   */
  async function fillFromMenu(ticket: string, way?: FillWay): Promise<FillAnswer> {
    const chosen = target
    const holds = areFieldsAsBefore
    if (!chosen || !isMenuSeen()) {
      closeMenu()
      return 'unseen'
    }
    if (way === undefined && isOccupied(chosen.fields)) return 'occupied'
    const reply = await frameRequest('fill.code', { ticket })
    closeAll()
    if (!holds()) return 'unseen'
    return reply?.ok ? write(chosen, reply.value, way) : 'failed'
  }

  /**
   * Pulls the approved code and writes it. The field is looked for again after each wait: a page may have
   * drawn it anew.
   */
  async function fill(ticket: string, way?: FillWay): Promise<FillAnswer> {
    const usable = await findUsableTarget()
    // The menu stays, and says that there is no field.
    if (!usable) return 'no-field'
    if (way === undefined && isOccupied(usable.fields)) return 'occupied'
    const reply = await frameRequest('fill.code', { ticket })
    const chosen = await findUsableTarget()
    closeAll()
    if (!chosen) return 'no-field'
    return reply?.ok ? write(chosen, reply.value, way) : 'failed'
  }

  async function write(
    { fields }: Target,
    { code, submits }: { code: string; submits?: true },
    way: FillWay | undefined,
  ): Promise<FillAnswer> {
    const [field] = fields
    const isAppended = way === 'append' && fields.length === 1 && field !== undefined
    const isWritten = isAppended
      ? await appendCode(field, code)
      : await fillField(fields, code, () => findBestTarget(hints)?.fields)
    if (!isWritten) return 'failed'
    filled.abort()
    filled = new AbortController()
    showFilled(fields, () => void frameRequest('fill.reject', {}), filled.signal)
    if (submits && !isAppended) void submitForm(fields, code)
    return 'filled'
  }

  async function findUsableTarget(): Promise<Target | undefined> {
    const isUsable = target?.fields.every((field) => field.isConnected && isCodeField(field))
    return isUsable ? target : findBestTarget(await readHints())
  }
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
