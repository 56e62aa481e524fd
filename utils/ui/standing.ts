/** The address of the popup's own page in a window of its own. */
export const WINDOW_HASH = '#window'

/** Whether this view stays open beside the page: the side panel, or a window of its own. */
export function isStanding({
  pathname,
  hash,
}: Pick<Location, 'pathname' | 'hash'> = location): boolean {
  return pathname === '/sidepanel.html' || hash === WINDOW_HASH
}

/** Closes a view that only came for a moment. */
export function closeMomentary(): void {
  if (!isStanding()) window.close()
}
