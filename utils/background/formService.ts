import * as v from 'valibot'
import type { StorageArea } from '../platform/storage'
import type { FormName, KeptForm } from '../protocol/views'
import { createSerialQueue } from './serialQueue'
import type { VaultService } from './vaultService'

export const FORM_KEY = 'form'
const LIFETIME_MS = 5 * 60_000
/** More are not being filled in at once; the oldest make room. */
const MAX_FORMS = 10

const formSchema = v.object({
  view: v.picklist(['edit', 'typed']),
  accountId: v.exactOptional(v.string()),
  text: v.string(),
  expiresAt: v.number(),
})
const storedSchema = v.fallback(v.array(formSchema), [])
type Stored = v.InferOutput<typeof storedSchema>

interface FormOptions {
  /** Memory-backed, because what is typed may be secret; it ends with the session. */
  readonly area: StorageArea
  readonly vault: Pick<VaultService, 'readStatus'>
  readonly now: () => number
}

/**
 * Keeps the forms that are being filled in, so that a popup that closes reopens where it was. Each has its
 * own place: one in the popup and one beside the page do not take each other's.
 */
export function createFormService({ area, vault, now }: FormOptions) {
  const enqueue = createSerialQueue()

  function keep(form: KeptForm): Promise<void> {
    return enqueue(async () => {
      const others = (await readAll()).filter((it) => !isNamed(it, form))
      const kept = [{ ...form, expiresAt: now() + LIFETIME_MS }, ...others]
      await area.set({ [FORM_KEY]: kept.slice(0, MAX_FORMS) })
      // Locked meanwhile: nothing that was typed stays behind.
      if ((await vault.readStatus()) !== 'unlocked') await area.remove([FORM_KEY])
    })
  }

  /** The form of that name; without one, the last that was typed in. */
  async function read(name?: FormName): Promise<KeptForm | undefined> {
    const found = (await readAll()).find((it) => name === undefined || isNamed(it, name))
    return found && withoutTerm(found)
  }

  function forget(name: FormName): Promise<void> {
    return enqueue(async () => {
      const others = (await readAll()).filter((it) => !isNamed(it, name))
      if (others.length > 0) await area.set({ [FORM_KEY]: others })
      else await area.remove([FORM_KEY])
    })
  }

  /** The last one first. */
  async function readAll(): Promise<Stored> {
    const stored = v.parse(storedSchema, (await area.get([FORM_KEY]))[FORM_KEY])
    return stored.filter(({ expiresAt }) => expiresAt > now())
  }

  return { keep, read, forget }
}

export type FormService = ReturnType<typeof createFormService>

function withoutTerm({ expiresAt: _expiresAt, ...form }: Stored[number]): KeptForm {
  return form
}

function isNamed(form: FormName, { view, accountId }: FormName): boolean {
  return form.view === view && form.accountId === accountId
}
