import * as v from 'valibot'
import type { StorageArea } from '../platform/storage'
import { createSerialQueue } from './serialQueue'

const KEY = 'clipboard'
export const CLIPBOARD_ALARM = 'clipboard'

const RETRY_MS = 30_000
const MAX_TRIES = 5

const copiedSchema = v.object({ text: v.string(), clearAt: v.number(), triesLeft: v.number() })
type Copied = v.InferOutput<typeof copiedSchema>

interface ClipboardOptions {
  /** Memory-backed: what was copied is a code. */
  readonly area: StorageArea
  readonly now: () => number
  readonly isLocked: () => Promise<boolean>
  readonly hasClipboardAccess: () => Promise<boolean>
  readonly clearClipboardOf: (text: string) => Promise<void>
  readonly setAlarm: (name: string, when: number) => Promise<void>
}

/**
 * Takes a copied code off the clipboard when its time is over, and when the vault locks; also when the
 * page that copied it is gone. What else stands there then was copied by the person and is left alone.
 */
export function createClipboardService(options: ClipboardOptions) {
  const { area, now } = options
  const enqueue = createSerialQueue()

  async function note(text: string, clearAt: number): Promise<void> {
    if (!(await options.hasClipboardAccess())) return
    await enqueue(() => keep({ text, clearAt, triesLeft: MAX_TRIES }))
    // Locked meanwhile: the code goes with the lock.
    if (await options.isLocked()) await clear()
  }

  async function clear(): Promise<void> {
    const copied = await enqueue(takeTry)
    if (!copied) return
    try {
      await options.clearClipboardOf(copied.text)
    } catch {
      return // the alarm comes again
    }
    await enqueue(() => forget(copied))
  }

  /** For the alarm: one that was set for an earlier code says nothing about the present one. */
  async function clearWhenDue(): Promise<void> {
    const copied = await read()
    if (copied && copied.clearAt > now()) await options.setAlarm(CLIPBOARD_ALARM, copied.clearAt)
    else await clear()
  }

  /** The next try is set before this one, which may fail or end with the background. */
  async function takeTry(): Promise<Copied | undefined> {
    const copied = await read()
    if (!copied) return undefined
    // The access may have been taken away meanwhile.
    const hasAccess = await options.hasClipboardAccess()
    const next = { ...copied, clearAt: now() + RETRY_MS, triesLeft: copied.triesLeft - 1 }
    if (hasAccess && next.triesLeft > 0) await keep(next)
    else await area.remove([KEY])
    return hasAccess ? next : undefined
  }

  async function forget({ text, clearAt }: Copied): Promise<void> {
    const present = await read()
    if (present?.text === text && present.clearAt === clearAt) await area.remove([KEY])
  }

  async function keep(copied: Copied): Promise<void> {
    await area.set({ [KEY]: copied })
    await options.setAlarm(CLIPBOARD_ALARM, copied.clearAt)
  }

  async function read(): Promise<Copied | undefined> {
    const copied = v.safeParse(copiedSchema, (await area.get([KEY]))[KEY])
    return copied.success ? copied.output : undefined
  }

  return { note, clear, clearWhenDue }
}

export type ClipboardService = ReturnType<typeof createClipboardService>
