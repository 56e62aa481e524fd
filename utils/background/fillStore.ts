import * as v from 'valibot'
import { PAGE_KINDS } from '../core/detect/pageKinds'
import type { StorageArea } from '../platform/storage'
import { createSerialQueue } from './serialQueue'

const KEY = 'fill'

// The document that a code may go to, as the browser named it when it asked.
const documentSchema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.optional(v.string()),
  site: v.string(),
  expiresAt: v.number(),
})
const offerSchema = v.object({
  ...documentSchema.entries,
  /** Told to the content script, which hides it in the address of the menu; used up by the menu. */
  pairing: v.optional(v.string()),
  menu: v.optional(v.object({ frameId: v.number(), documentId: v.optional(v.string()) })),
  /** Which code the page asks for, by the word of its content script. */
  kind: v.optional(v.picklist(PAGE_KINDS)),
  /** The person asked for the menu, and did not only enter the field. */
  isAsked: v.optional(v.boolean()),
})
const ticketSchema = v.object({ ...documentSchema.entries, accountId: v.string() })
const pendingSchema = v.object({
  tabId: v.number(),
  site: v.string(),
  accountId: v.optional(v.string()),
  isMissed: v.optional(v.literal(true)),
  expiresAt: v.number(),
})
const filledSchema = v.object({
  tabId: v.number(),
  site: v.string(),
  accountId: v.string(),
  expiresAt: v.number(),
})
const storedSchema = v.fallback(
  v.object({
    offers: v.record(v.string(), offerSchema),
    tickets: v.record(v.string(), ticketSchema),
    pending: v.optional(pendingSchema),
    filled: v.optional(filledSchema),
  }),
  // A function: what it returns is changed, so it must be new each time.
  () => ({ offers: {}, tickets: {} }),
)
export type Offer = v.InferOutput<typeof offerSchema>
export type Ticket = v.InferOutput<typeof ticketSchema>
type Stored = v.InferOutput<typeof storedSchema>
export type Pending = v.InferOutput<typeof pendingSchema>

interface StoreOptions {
  /** Memory-backed. */
  readonly area: StorageArea
  readonly now: () => number
}

/** Offers, approvals, and what the popup goes on with. What is over goes with the next change. */
export function createFillStore({ area, now }: StoreOptions) {
  const enqueue = createSerialQueue()

  async function read(): Promise<Stored> {
    return v.parse(storedSchema, (await area.get([KEY]))[KEY])
  }

  /** One change after the other, so that a ticket cannot be taken twice. */
  function change<T>(edit: (stored: Stored) => T): Promise<T> {
    return enqueue(async () => {
      const stored = await read()
      const result = edit(stored)
      const { offers, tickets, pending, filled } = stored
      const current = {
        offers: keepCurrent(offers),
        tickets: keepCurrent(tickets),
        ...keepCurrent({ ...(pending ? { pending } : {}), ...(filled ? { filled } : {}) }),
      }
      await area.set({ [KEY]: current })
      return result
    })
  }

  function keepCurrent<T extends { readonly expiresAt: number }>(
    record: Record<string, T>,
  ): Record<string, T> {
    return Object.fromEntries(Object.entries(record).filter(([, it]) => it.expiresAt > now()))
  }

  return { read, change }
}

export type FillStore = ReturnType<typeof createFillStore>

/** The record without one of its entries. */
export function omit<T>(record: Record<string, T>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
}
