const GAP_PX = 4
const EDGE_PX = 8

/** Where a menu goes: under its anchor, ends aligned, or above it where there is more room. */
export function placeMenu(menu: HTMLElement, anchor: HTMLElement, view: Window = window) {
  const room = { width: view.innerWidth, height: view.innerHeight }
  const at = anchor.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const below = at.bottom + GAP_PX
  const fitsBelow = below + height + EDGE_PX <= room.height
  const left = clamp(at.right - width, room.width - width)
  const top = clamp(fitsBelow ? below : at.top - GAP_PX - height, room.height - height)
  return { left: `${left}px`, top: `${top}px` }
}

function clamp(value: number, room: number): number {
  return Math.max(EDGE_PX, Math.min(value, room - EDGE_PX))
}
