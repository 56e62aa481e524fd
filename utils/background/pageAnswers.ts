import * as v from 'valibot'
import type { UnmeasuredReason } from '../core/assist/findCauses'
import { measureOffset, type ClockOffset } from '../core/assist/measureOffset'
import { failure, type Result } from '../core/result'

const MAX_SAMPLES = 32
const MAX_CHARACTERS = 20_000

// Scripts of ours made these, in a page that may be hostile: they are taken for no more than they are.
const answerSchema = v.object({
  origin: v.string(),
  isForbidden: v.boolean(),
  isOnline: v.boolean(),
  samples: v.pipe(
    v.array(
      v.object({
        sentAt: v.number(),
        receivedAt: v.number(),
        dateMs: v.number(),
        ageSeconds: v.number(),
      }),
    ),
    v.maxLength(MAX_SAMPLES),
  ),
})
const textSchema = v.object({
  origin: v.string(),
  text: v.pipe(v.string(), v.maxLength(MAX_CHARACTERS)),
})

const REASONS = { 'clock-cached': 'cached', 'clock-unclear': 'unclear' } as const

/** What the server of `site` said about its time, or why nothing is known. */
export function readSamples(answer: unknown, site: string): Result<ClockOffset, UnmeasuredReason> {
  const checked = v.safeParse(answerSchema, answer)
  if (!checked.success || checked.output.origin !== site) return failure('forbidden')
  const { samples, isForbidden, isOnline } = checked.output
  if (samples.length === 0) {
    if (!isOnline) return failure('offline')
    return failure(isForbidden ? 'policy' : 'unclear')
  }
  const measured = measureOffset(samples)
  return measured.ok ? measured : failure(REASONS[measured.code])
}

/** The text of those frames that belong to the site. */
export function readOwnText(texts: readonly unknown[], site: string): string {
  return texts
    .flatMap((it) => {
      const checked = v.safeParse(textSchema, it)
      return checked.success && checked.output.origin === site ? [checked.output.text] : []
    })
    .join('\n')
}
