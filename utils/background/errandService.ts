import * as v from 'valibot'
import type { StorageArea } from '../platform/storage'
import type { Tab } from '../platform/tabs'
import type { Errand } from '../protocol/views'

export const ERRAND_KEY = 'errand'
const LIFETIME_MS = 60_000

const errandSchema = v.variant('to', [
  v.strictObject({ to: v.literal('assist'), accountId: v.exactOptional(v.string()) }),
  v.strictObject({ to: v.literal('scan') }),
  v.strictObject({ to: v.literal('copy') }),
])
const storedSchema = v.object({
  /** Absent where the browser does not say in which tab the key was pressed. */
  tabId: v.optional(v.number()),
  errand: errandSchema,
  expiresAt: v.number(),
})

interface ErrandOptions {
  /** Memory-backed, and emptied with the lock. */
  readonly area: StorageArea
  readonly now: () => number
}

/** What the popup is to do first, where it opens because of a key or an entry of the context menu. */
export function createErrandService({ area, now }: ErrandOptions) {
  async function give(tabId: number | undefined, errand: Errand): Promise<void> {
    await area.set({ [ERRAND_KEY]: { tabId, errand, expiresAt: now() + LIFETIME_MS } })
  }

  /** The errand of the popup over this tab, until it says that it goes about it. */
  async function read(tab: Tab | undefined): Promise<Errand | undefined> {
    const found = v.safeParse(storedSchema, (await area.get([ERRAND_KEY]))[ERRAND_KEY])
    if (!found.success) return undefined
    const { tabId, errand, expiresAt } = found.output
    const isHere = tabId === undefined || tabId === tab?.tabId
    return isHere && expiresAt > now() ? errand : undefined
  }

  function forget(): Promise<void> {
    return area.remove([ERRAND_KEY])
  }

  return { give, read, forget }
}

export type ErrandService = ReturnType<typeof createErrandService>
