import * as v from 'valibot'
import type { Account } from '../core/account'
import type { CodeUse } from '../core/assist/findCauses'
import { timeStepAt } from '../core/otp/generateCode'
import type { StorageArea } from '../platform/storage'
import type { Tab } from '../platform/tabs'
import type { ClockService } from './clockService'
import { createSerialQueue } from './serialQueue'

export const ASSIST_KEY = 'assist'
const REPEAT_MS = 10_000
const USE_LIFETIME_MS = 30 * 60_000
const MEASURED_LIFETIME_MS = 2 * 60_000
const ASKED_LIFETIME_MS = 60_000

const useSchema = v.object({
  at: v.number(),
  how: v.picklist(['copy', 'fill']),
  remainingSeconds: v.number(),
  step: v.number(),
  times: v.number(),
})
const measuredSchema = v.object({
  at: v.number(),
  offsetMs: v.optional(v.number()),
  reason: v.optional(
    v.picklist(['no-site', 'forbidden', 'policy', 'offline', 'cached', 'unclear']),
  ),
  removedCorrectionMs: v.optional(v.number()),
})
const storedSchema = v.fallback(
  v.object({
    uses: v.record(v.string(), useSchema),
    measured: v.record(v.string(), measuredSchema),
    asked: v.optional(
      v.object({ tabId: v.number(), accountId: v.optional(v.string()), expiresAt: v.number() }),
    ),
  }),
  // A function: what it returns is changed, so it must be new each time.
  () => ({ uses: {}, measured: {} }),
)
type Stored = v.InferOutput<typeof storedSchema>
export type Measured = Omit<v.InferOutput<typeof measuredSchema>, 'at'>

interface MemoryOptions {
  /** Memory-backed, and emptied with the lock: it tells which accounts were used. */
  readonly area: StorageArea
  readonly clock: ClockService
  readonly now: () => number
}

/** What the assistant remembers for a while: when codes were given out, never the codes themselves. */
export function createAssistMemory({ area, clock, now }: MemoryOptions) {
  const enqueue = createSerialQueue()

  /** Notes that the code of this moment was given out. Asking twice in a breath is one use. */
  async function noteUse(account: Account, how: CodeUse['how']): Promise<void> {
    if (account.type === 'hotp') return
    const moment = await clock.readNow()
    const step = timeStepAt(moment, account.periodSeconds)
    const periodMs = account.periodSeconds * 1000
    const remainingSeconds = Math.ceil(((step + 1) * periodMs - moment) / 1000)
    await change((stored) => {
      const before = stored.uses[account.id]
      const isSame = before?.step === step
      const isRepeat = isSame && before.how === how && moment - before.at < REPEAT_MS
      const times = (isSame ? before.times : 0) + (isRepeat ? 0 : 1)
      stored.uses[account.id] = { at: moment, how, remainingSeconds, step, times }
    })
  }

  async function readUse(accountId: string): Promise<CodeUse | undefined> {
    const { uses } = await read()
    const use = uses[accountId]
    return use && (await clock.readNow()) - use.at < USE_LIFETIME_MS ? use : undefined
  }

  async function readLastUsed(): Promise<string | undefined> {
    const { uses } = await read()
    const [last] = Object.entries(uses).sort(([, a], [, b]) => b.at - a.at)
    return last?.[0]
  }

  async function noteMeasured(site: string, measured: Measured): Promise<void> {
    await change((stored) => {
      stored.measured = { [site]: { ...measured, at: now() } }
    })
  }

  async function readMeasured(site: string): Promise<Measured | undefined> {
    const measured = (await read()).measured[site]
    return measured && now() - measured.at < MEASURED_LIFETIME_MS ? measured : undefined
  }

  /** The assistant was asked for outside the popup, which is about to open. */
  async function ask(tabId: number, accountId?: string): Promise<void> {
    await change((stored) => {
      const expiresAt = now() + ASKED_LIFETIME_MS
      stored.asked = { tabId, expiresAt, ...(accountId === undefined ? {} : { accountId }) }
    })
  }

  /** The popup goes on with what was asked. */
  async function forgetAsked(): Promise<void> {
    await change((stored) => (stored.asked = undefined))
  }

  /** What the popup over this tab was asked to go on with, until it says that it does. */
  async function readAsked(tab: Tab | undefined): Promise<{ accountId?: string } | undefined> {
    const { asked } = await read()
    if (!asked || asked.tabId !== tab?.tabId || asked.expiresAt <= now()) return undefined
    return asked.accountId === undefined ? {} : { accountId: asked.accountId }
  }

  async function read(): Promise<Stored> {
    return v.parse(storedSchema, (await area.get([ASSIST_KEY]))[ASSIST_KEY])
  }

  function change(edit: (stored: Stored) => unknown): Promise<void> {
    return enqueue(async () => {
      const stored = await read()
      edit(stored)
      await area.set({ [ASSIST_KEY]: stored })
    })
  }

  return { noteUse, readUse, readLastUsed, noteMeasured, readMeasured, ask, readAsked, forgetAsked }
}

export type AssistMemory = ReturnType<typeof createAssistMemory>
