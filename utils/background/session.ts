import * as v from 'valibot'
import { fromBase64, toBase64, type Bytes } from '../core/bytes'
import type { Deadline } from '../protocol/views'
import type { StorageArea } from '../platform/storage'
import { createSerialQueue } from './serialQueue'

const KEY = 'session'
const CLOCK_TOLERANCE_MS = 60_000
const NOTE_EVERY_MS = 10_000

const sessionSchema = v.object({
  dataKey: v.string(),
  startedAt: v.number(),
  lastUsedAt: v.number(),
  /** The clock at the last look, to notice one that is set back. */
  lastSeenAt: v.number(),
})
type Stored = v.InferOutput<typeof sessionSchema>

interface Look {
  readonly dataKey?: Bytes | undefined
  /** Whether this look found that its time was over. */
  readonly hasExpired: boolean
}

export interface SessionLimits {
  /** Without use. */
  readonly idleMs: number
  /** With and without use. */
  readonly totalMs: number
}

interface SessionOptions {
  /** Memory-backed: gone when the browser exits, kept when the background is stopped. */
  readonly area: StorageArea
  readonly now: () => number
  readonly readLimits: () => Promise<SessionLimits>
  /** Keys of `area` that end with the session, because they hold secrets too. */
  readonly endsWith: readonly string[]
  /** Told when a session begins and when it has ended. */
  readonly onChange: (isOpen: boolean) => void
}

/** Holds the data key while the vault is unlocked. Every look at it checks the deadlines. */
export function createSession(options: SessionOptions) {
  const { area, now, readLimits, endsWith, onChange } = options
  // One change after the other: a late `touch` must not bring back what `end` just removed.
  const enqueue = createSerialQueue()

  function start(dataKey: Bytes): Promise<void> {
    return enqueue(async () => {
      const at = now()
      const moments = { startedAt: at, lastUsedAt: at, lastSeenAt: at }
      await write({ dataKey: toBase64(dataKey), ...moments })
      onChange(true)
    })
  }

  /** The data key, absent when locked; a session whose time is over ends here. */
  function look(): Promise<Look> {
    return enqueue(async () => {
      const session = await read()
      if (!session) return { hasExpired: false }
      if (await isExpired(session)) {
        await remove()
        return { hasExpired: true }
      }
      if (now() - session.lastSeenAt >= NOTE_EVERY_MS) {
        await write({ ...session, lastSeenAt: now() })
      }
      return { dataKey: fromBase64(session.dataKey), hasExpired: false }
    })
  }

  /** Notes that the person is using the vault; too late when a deadline has passed. */
  function touch(): Promise<void> {
    return enqueue(async () => {
      const session = await read()
      if (!session || (await isExpired(session))) return
      if (now() - session.lastUsedAt < NOTE_EVERY_MS) return
      await write({ ...session, lastUsedAt: now(), lastSeenAt: now() })
    })
  }

  /** When the session ends if nobody uses the vault, and whether use could still put that off. */
  async function readDeadline(): Promise<Deadline | undefined> {
    const session = await read()
    if (!session) return undefined
    const { idleMs, totalMs } = await readLimits()
    const endsAt = session.startedAt + totalMs
    const idleAt = session.lastUsedAt + idleMs
    return { locksAt: Math.min(endsAt, idleAt), isFinal: endsAt <= idleAt }
  }

  function end(): Promise<void> {
    return enqueue(remove)
  }

  async function isExpired({ startedAt, lastUsedAt, lastSeenAt }: Stored): Promise<boolean> {
    const at = now()
    // A clock set back would stretch the deadlines, so it ends the session too.
    if (at < lastSeenAt - CLOCK_TOLERANCE_MS) return true
    const { idleMs, totalMs } = await readLimits()
    return at - lastUsedAt >= idleMs || at - startedAt >= totalMs
  }

  async function remove(): Promise<void> {
    await area.remove([KEY, ...endsWith])
    onChange(false)
  }

  async function read(): Promise<Stored | undefined> {
    const stored = v.safeParse(sessionSchema, (await area.get([KEY]))[KEY])
    return stored.success ? stored.output : undefined
  }

  async function write(session: Stored): Promise<void> {
    await area.set({ [KEY]: session })
  }

  return { start, look, touch, readDeadline, end }
}

export type Session = ReturnType<typeof createSession>
