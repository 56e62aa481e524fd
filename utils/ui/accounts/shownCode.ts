import type { CodeView } from '../../protocol/views'

/** What is to be seen of a code at one moment. Without `remainingSeconds` it does not run out. */
export interface ShownCode {
  readonly code: string
  readonly next?: string
  readonly remainingSeconds?: number
  /** A newer answer of the background is due. */
  readonly isStale: boolean
}

/**
 * At the end of its period a code gives way to its successor at once, while the background is still
 * being asked. When the successor is over too, no code is better than a wrong one.
 */
export function shownCode(
  view: CodeView | undefined,
  periodSeconds: number,
  now: number,
): ShownCode | undefined {
  if (!view) return undefined
  const { code, next, validUntil } = view
  if (validUntil === undefined) return { code, isStale: false }
  if (now < validUntil) {
    const remainingSeconds = secondsUntil(validUntil, now)
    return { code, remainingSeconds, isStale: false, ...(next === undefined ? {} : { next }) }
  }
  const nextUntil = validUntil + periodSeconds * 1000
  if (next === undefined || now >= nextUntil) return undefined
  return { code: next, remainingSeconds: secondsUntil(nextUntil, now), isStale: true }
}

/** Whether the background should be asked again: the code is over, or there is none yet. */
export function isDue(view: CodeView | undefined, now: number): boolean {
  return view === undefined || (view.validUntil !== undefined && now >= view.validUntil)
}

function secondsUntil(end: number, now: number): number {
  return Math.ceil((end - now) / 1000)
}
