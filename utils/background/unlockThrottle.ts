import * as v from 'valibot'
import { failure, success, type Result } from '../core/result'
import type { StorageArea } from '../platform/storage'

const KEY = 'unlock.throttle'
const FREE_TRIES = 4
const PAUSES_SECONDS = [30, 60, 120, 300]

const stateSchema = v.fallback(
  v.object({ failures: v.number(), waitUntil: v.number(), lastTryAt: v.number() }),
  () => ({ failures: 0, waitUntil: 0, lastTryAt: 0 }),
)

/**
 * Makes guessing at the keyboard slow: some tries are free, then the pauses grow. It lies on the disk,
 * so that neither a closed popup nor a restarted browser shortens it. A thief of the disk could delete
 * it, but guesses offline anyway, which is what Argon2id is for.
 */
export function createUnlockThrottle(area: StorageArea, now: () => number) {
  /** Notes a try before it is made; it counts as a failure until `succeed` is called. */
  async function begin(): Promise<
    Result<{ triesLeft: number; pauseSeconds: number }, 'throttled'>
  > {
    const state = await read()
    // A clock set back must not make the pause longer than it was, nor end it.
    const moment = Math.max(now(), state.lastTryAt)
    const waitMs = state.waitUntil - moment
    if (waitMs > 0) return failure('throttled', { count: Math.ceil(waitMs / 1000) })
    const failures = state.failures + 1
    const pauseSeconds = pauseAfter(failures)
    const waitUntil = moment + pauseSeconds * 1000
    await area.set({ [KEY]: { failures, waitUntil, lastTryAt: moment } })
    const nextPause = pauseAfter(Math.max(failures, FREE_TRIES))
    return success({ triesLeft: Math.max(0, FREE_TRIES - failures), pauseSeconds: nextPause })
  }

  async function succeed(): Promise<void> {
    await area.remove([KEY])
  }

  /** Epoch ms until which tries are refused; in the past when they are not. */
  async function readWaitUntil(): Promise<number> {
    return (await read()).waitUntil
  }

  async function read() {
    return v.parse(stateSchema, (await area.get([KEY]))[KEY])
  }

  return { begin, succeed, readWaitUntil }
}

export type UnlockThrottle = ReturnType<typeof createUnlockThrottle>

function pauseAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0
  return PAUSES_SECONDS[Math.min(failures - FREE_TRIES, PAUSES_SECONDS.length - 1)] ?? 0
}
