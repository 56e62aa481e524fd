import * as v from 'valibot'
import type { StorageArea } from '../platform/storage'

const KEY = 'clipboard'
export const CLIPBOARD_ALARM = 'clipboard'

const copiedSchema = v.object({ text: v.string() })

interface ClipboardOptions {
  /** Memory-backed: what was copied is a code. */
  readonly area: StorageArea
  readonly hasClipboardAccess: () => Promise<boolean>
  readonly clearClipboardOf: (text: string) => Promise<void>
  readonly setAlarm: (name: string, when: number) => Promise<void>
}

/**
 * Takes a copied code off the clipboard when its time is over, and when the vault locks; also when the
 * page that copied it is gone. What else stands there then was copied by the person and is left alone.
 */
export function createClipboardService(options: ClipboardOptions) {
  const { area } = options

  async function note(text: string, clearAt: number): Promise<void> {
    if (!(await options.hasClipboardAccess())) return
    await area.set({ [KEY]: { text } })
    await options.setAlarm(CLIPBOARD_ALARM, clearAt)
  }

  async function clear(): Promise<void> {
    const copied = v.safeParse(copiedSchema, (await area.get([KEY]))[KEY])
    if (!copied.success) return
    await area.remove([KEY])
    // The access may have been taken away meanwhile.
    if (await options.hasClipboardAccess()) await options.clearClipboardOf(copied.output.text)
  }

  return { note, clear }
}

export type ClipboardService = ReturnType<typeof createClipboardService>
