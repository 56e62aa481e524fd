import * as v from 'valibot'
import type { Account } from '../core/account'
import type { CodeUse } from '../core/assist/findCauses'
import { timeStepAt } from '../core/otp/generateCode'
import type { StorageArea } from '../platform/storage'
import type { ClockService } from './clockService'
import { createSerialQueue } from './serialQueue'

export const ASSIST_KEY = 'assist'
const REPEAT_MS = 10_000
const USE_LIFETIME_MS = 30 * 60_000
const MEASURED_LIFETIME_MS = 2 * 60_000

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

  return { noteUse, readUse, readLastUsed, noteMeasured, readMeasured }
}

export type AssistMemory = ReturnType<typeof createAssistMemory>
