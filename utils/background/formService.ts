import * as v from 'valibot'
import type { StorageArea } from '../platform/storage'
import type { KeptForm } from '../protocol/views'
import { createSerialQueue } from './serialQueue'
import type { VaultService } from './vaultService'

export const FORM_KEY = 'form'
const LIFETIME_MS = 5 * 60_000

const storedSchema = v.object({
  view: v.picklist(['edit', 'typed']),
  accountId: v.exactOptional(v.string()),
  text: v.string(),
  expiresAt: v.number(),
})

interface FormOptions {
  /** Memory-backed, because what is typed may be secret; it ends with the session. */
  readonly area: StorageArea
  readonly vault: Pick<VaultService, 'readStatus'>
  readonly now: () => number
}

/** Keeps the form that is being filled in, so that a popup that closes reopens where it was. */
export function createFormService({ area, vault, now }: FormOptions) {
  const enqueue = createSerialQueue()

  function keep(form: KeptForm): Promise<void> {
    return enqueue(async () => {
      await area.set({ [FORM_KEY]: { ...form, expiresAt: now() + LIFETIME_MS } })
      // Locked meanwhile: nothing that was typed stays behind.
      if ((await vault.readStatus()) !== 'unlocked') await area.remove([FORM_KEY])
    })
  }

  async function read(): Promise<KeptForm | undefined> {
    const stored = v.safeParse(storedSchema, (await area.get([FORM_KEY]))[FORM_KEY])
    if (!stored.success) return undefined
    const { expiresAt, ...form } = stored.output
    return expiresAt > now() ? form : undefined
  }

  function forget(): Promise<void> {
    return enqueue(() => area.remove([FORM_KEY]))
  }

  return { keep, read, forget }
}

export type FormService = ReturnType<typeof createFormService>
