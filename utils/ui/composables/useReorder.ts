import { onScopeDispose, shallowRef } from 'vue'
import type { Place } from '../../core/list/moveTo'

/** As near as this to the edge of the list, dragging scrolls it. */
const EDGE_PX = 40
const SCROLL_PX = 12

interface ReorderOptions {
  readonly move: (accountId: string, place: Place) => unknown
}

/**
 * Drags a row by its handle to another place of its section. Pointer events and not the browser's own
 * drag and drop, in which nothing of ours decides what the picture of a row with a code becomes.
 */
export function useReorder({ move }: ReorderOptions) {
  const dragged = shallowRef<string>()
  const place = shallowRef<Place>()
  let stop: (() => void) | undefined

  function start(accountId: string, event: PointerEvent): void {
    const handle = event.currentTarget
    if (!(handle instanceof HTMLElement) || event.button !== 0) return
    const list = handle.closest('ul')
    if (!list) return
    event.preventDefault()
    dragged.value = accountId
    const end = new AbortController()
    const on = (
      type: 'pointermove' | 'pointerup' | 'pointercancel',
      act: (e: PointerEvent) => void,
    ) => {
      addEventListener(type, act, { signal: end.signal })
    }
    on('pointermove', (moved) => {
      scrollAtEdge(list, moved.clientY)
      place.value = findPlace(list, accountId, moved.clientY)
    })
    on('pointerup', () => {
      const target = place.value
      stop?.()
      if (target) move(accountId, target)
    })
    on('pointercancel', () => stop?.())
    stop = () => {
      end.abort()
      dragged.value = undefined
      place.value = undefined
    }
  }

  /** Escape leaves everything as it was; whether there was anything to leave. */
  function cancel(): boolean {
    const wasDragging = dragged.value !== undefined
    stop?.()
    return wasDragging
  }

  onScopeDispose(() => stop?.())

  return { dragged, place, start, cancel }
}

/** The row that the pointer is on, and on which half of it; nothing where the row would stay. */
function findPlace(list: HTMLElement, accountId: string, y: number): Place | undefined {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-account]')]
  const ids = rows.map((row) => row.dataset['account'] ?? '')
  const boxes = rows.map((row) => row.getBoundingClientRect())
  const under = boxes.findIndex(({ bottom }) => y < bottom)
  const at = under < 0 ? rows.length - 1 : under
  const box = boxes[at]
  const beside = ids[at]
  if (!box || beside === undefined || beside === accountId) return undefined
  const side = y < box.top + box.height / 2 ? 'before' : 'after'
  const neighbour = ids[side === 'before' ? at - 1 : at + 1]
  return neighbour === accountId ? undefined : { beside, side }
}

function scrollAtEdge(list: HTMLElement, y: number): void {
  const main = list.closest('main')
  if (!main) return
  const { top, bottom } = main.getBoundingClientRect()
  if (y < top + EDGE_PX) main.scrollBy(0, -SCROLL_PX)
  if (y > bottom - EDGE_PX) main.scrollBy(0, SCROLL_PX)
}
