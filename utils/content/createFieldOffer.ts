import { readClock, readStopwatch } from '../platform/clock'
import { frameRequest } from '../protocol/frameClient'
import { showIcon } from './fieldIcon'
import { readCode } from './fieldText'
import type { Target } from './findTargets'
import type { Floating } from './floatBeside'
import { openMenu, type MenuHost } from './menuHost'
import { watchFields } from './watchFields'

/** A menu that was open for less than this could not be used. */
const MIN_OPEN_MS = 2500

/**
 * What stands at a code field: the menu, while a person chooses there, and the icon that opens it again.
 * `findAgain` finds the same field in a page that drew it anew.
 */
export function createFieldOffer(
  signal: AbortSignal,
  findAgain: (lost: Target) => Target | undefined,
) {
  let menu: MenuHost | undefined
  let openedAt = 0
  let wasAsked = false
  let hasReturned = false
  let icon: Floating | undefined
  let target: Target | undefined
  let areFieldsAsBefore = () => false

  /** `isAsked`: the person asked for it, and did not only enter the field. */
  function open(found: Target, isAsked: boolean): Promise<void> {
    hasReturned = false
    wasAsked = isAsked
    return begin(found, isAsked)
  }

  async function begin(found: Target, isAsked: boolean): Promise<void> {
    target = found
    areFieldsAsBefore = watchFields(found.fields, isOurs)
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

  const isOurs = (element: EventTarget | null) =>
    menu?.contains(element) === true || icon?.contains(element) === true

  function putIcon(found: Target): void {
    icon?.close()
    icon = showIcon(found.fields, 'offer', {
      onClick: () => {
        if (menu) closeMenu()
        else void open(found, true)
      },
      onLost: () => (icon = undefined),
    })
  }

  function showMenu(found: Target, pairing: string): void {
    const [field] = found.fields
    openedAt = readStopwatch()
    if (!field?.isConnected) {
      onLost()
      return
    }
    menu?.close()
    menu = openMenu(field, pairing, onLost)
    // The page chose where it stands now.
    if (hasReturned) menu.moved()
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

  /**
   * A page that draws its dialog anew takes the menu away with it. The menu comes back to the same field;
   * where it is taken again before anybody could use it, the popup goes on.
   */
  function onLost(): void {
    const lost = target
    closeMenu()
    const isRedrawn = lost?.fields.every(({ isConnected }) => !isConnected)
    const again = lost && isRedrawn ? findAgain(lost) : undefined
    // Whoever types there chose to do without the menu.
    if (!again || readCode(again.fields) !== '') return
    if (hasReturned) {
      if (readStopwatch() - openedAt < MIN_OPEN_MS) void frameRequest('fill.leave', {})
      return
    }
    hasReturned = true
    void begin(again, wasAsked)
  }

  function closeMenu(): void {
    removeEventListener('keydown', onKey, { capture: true })
    menu?.close()
    menu = undefined
    target = undefined
  }

  function close(): void {
    closeMenu()
    icon?.close()
    icon = undefined
  }

  return {
    open,
    closeMenu,
    close,
    isOpen: () => menu !== undefined,
    hasIcon: () => icon !== undefined,
    /** The fields that it is about, while the menu is open or on its way. */
    target: () => target,
    contains: isOurs,
    /**
     * Whether the person saw the menu when they clicked, by the wall clock, and the fields are those for
     * which it was opened.
     */
    isSeen: (clickedAt: number) =>
      menu?.isClear(toStopwatch(clickedAt)) === true && areFieldsAsBefore(),
    /** Tells at any later moment whether those fields are still as they were. */
    fieldsWatch: () => areFieldsAsBefore,
  }
}

/** The menu is of another process: only the wall clock is the same in both. */
function toStopwatch(moment: number): number {
  return readStopwatch() - Math.max(0, readClock() - moment)
}

export type FieldOffer = ReturnType<typeof createFieldOffer>
