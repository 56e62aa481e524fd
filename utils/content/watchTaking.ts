import type { Field } from './findFields'
import { readCode } from './fieldText'

/** Long enough for frameworks to take back what they refuse. */
const HOLD_MS = 20

export interface Taking {
  /** Waits, and looks whether the fields hold the whole code. */
  hold(): Promise<void>
  /** Whether the page had the whole code, or sent it: what it emptied since then it must not get again. */
  wasTaken(): boolean
  stop(): void
}

/**
 * Watches what a page does with a code while it is written. Rows that send themselves with the last digit
 * empty their boxes when the code was wrong, which must not look like a refusal of the way of writing.
 */
export function watchTaking(current: () => readonly Field[], code: string): Taking {
  const stopping = new AbortController()
  let wasHeld = false
  let wasWhole = false
  let wasSent = false
  const options = { capture: true, signal: stopping.signal }
  window.addEventListener('input', () => (wasWhole ||= readCode(current()) === code), options)
  window.addEventListener('submit', () => (wasSent ||= wasWhole), options)
  return {
    hold: async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, HOLD_MS)
      })
      const isWhole = readCode(current()) === code
      wasWhole ||= isWhole
      wasHeld ||= isWhole
    },
    wasTaken: () => {
      if (wasSent) return true
      // A row kept each digit up to the last one; a single field may have refused all at once.
      const isTold = wasHeld || (wasWhole && current().length > 1)
      return isTold && readCode(current()) === ''
    },
    stop: () => {
      stopping.abort()
    },
  }
}
