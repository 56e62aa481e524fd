import * as v from 'valibot'
import { fromBase64, toBase64, type Bytes } from '../core/bytes'
import type { StorageArea } from '../platform/storage'
import { createSerialQueue } from './serialQueue'

const KEY = 'session'
const CLOCK_TOLERANCE_MS = 60_000
const TOUCH_EVERY_MS = 10_000

const sessionSchema = v.object({ dataKey: v.string(), lastUsedAt: v.number() })

interface SessionOptions {
  /** Memory-backed: gone when the browser exits, kept when the background is stopped. */
  readonly area: StorageArea
  readonly now: () => number
  readonly autoLockMs: () => Promise<number>
  /** Keys of `area` that end with the session, because they hold secrets too. */
  readonly endsWith: readonly string[]
}

/** Holds the data key while the vault is unlocked. Every look at it checks the auto-lock deadline. */
export function createSession({ area, now, autoLockMs, endsWith }: SessionOptions) {
  // One change after the other: a late `touch` must not bring back what `end` just removed.
  const enqueue = createSerialQueue()

  function start(dataKey: Bytes): Promise<void> {
    return enqueue(() => write(toBase64(dataKey)))
  }

  /** The data key, or `undefined` when locked. */
  async function readKey(): Promise<Bytes | undefined> {
    await endIfExpired()
    const session = await read()
    return session && fromBase64(session.dataKey)
  }

  /** Ends a session that nobody used for too long; whether it did. */
  function endIfExpired(): Promise<boolean> {
    return enqueue(async () => {
      const session = await read()
      if (!session || !(await isExpired(session.lastUsedAt))) return false
      await remove()
      return true
    })
  }

  /** Notes that the person is using the vault; too late when the deadline has passed. */
  function touch(): Promise<void> {
    return enqueue(async () => {
      const session = await read()
      if (!session || (await isExpired(session.lastUsedAt))) return
      if (now() - session.lastUsedAt >= TOUCH_EVERY_MS) await write(session.dataKey)
    })
  }

  function end(): Promise<void> {
    return enqueue(remove)
  }

  async function isExpired(lastUsedAt: number): Promise<boolean> {
    const idleMs = now() - lastUsedAt
    // A clock set back would stretch the deadline, so it ends the session too.
    return idleMs < -CLOCK_TOLERANCE_MS || idleMs >= (await autoLockMs())
  }

  function remove(): Promise<void> {
    return area.remove([KEY, ...endsWith])
  }

  async function read() {
    const stored = v.safeParse(sessionSchema, (await area.get([KEY]))[KEY])
    return stored.success ? stored.output : undefined
  }

  async function write(dataKey: string): Promise<void> {
    await area.set({ [KEY]: { dataKey, lastUsedAt: now() } })
  }

  return { start, readKey, endIfExpired, touch, end }
}

export type Session = ReturnType<typeof createSession>
