import { failure, success, type Result } from '../result'

/** One answer of a server that tells its time. Moments are epoch ms, the first two by this computer's clock. */
export interface ClockSample {
  readonly sentAt: number
  readonly receivedAt: number
  /** The `Date` header, which names whole seconds (RFC 9110 section 5.6.7). */
  readonly dateMs: number
  /** Seconds that the answer lay in a cache (RFC 9111 section 5.1). */
  readonly ageSeconds: number
}

/** How far a server's clock is ahead of this computer's, and by how much that may be wrong. */
export interface ClockOffset {
  readonly offsetMs: number
  readonly errorMs: number
}

export type ClockCode = 'clock-cached' | 'clock-unclear'

const SECOND_MS = 1000

/**
 * The offset of a server's clock from several answers. One answer says that the server's clock stood in
 * the named second at some instant between asking and hearing, which bounds the offset from both sides;
 * what most answers agree on is far narrower than a second (Marzullo's algorithm). Answers out of caches
 * are left out: their time is that of another day.
 */
export function measureOffset(samples: readonly ClockSample[]): Result<ClockOffset, ClockCode> {
  const fresh = samples.filter(({ ageSeconds }) => ageSeconds <= 0)
  if (fresh.length === 0 || isStanding(fresh)) return failure('clock-cached')
  const agreed = findAgreed(fresh.map(boundsOf))
  if (!agreed || agreed.count <= fresh.length / 2) return failure('clock-unclear')
  return success({
    offsetMs: Math.round((agreed.low + agreed.high) / 2),
    errorMs: Math.ceil((agreed.high - agreed.low) / 2),
  })
}

interface Bounds {
  readonly low: number
  readonly high: number
}

function boundsOf({ sentAt, receivedAt, dateMs }: ClockSample): Bounds {
  return { low: dateMs - receivedAt, high: dateMs + SECOND_MS - sentAt }
}

/** A clock that names the same second for longer than one is a copy, whatever it says of its age. */
function isStanding(samples: readonly ClockSample[]): boolean {
  const elapsed =
    Math.max(...samples.map(({ sentAt }) => sentAt)) -
    Math.min(...samples.map(({ receivedAt }) => receivedAt))
  const [first] = samples
  return elapsed > SECOND_MS && samples.every(({ dateMs }) => dateMs === first?.dateMs)
}

/** The narrowest range that the greatest number of bounds share. */
function findAgreed(all: readonly Bounds[]): (Bounds & { readonly count: number }) | undefined {
  const ranges = all.map(({ low }) => {
    const around = all.filter((it) => it.low <= low && low <= it.high)
    return { low, high: Math.min(...around.map(({ high }) => high)), count: around.length }
  })
  return ranges.sort((a, b) => b.count - a.count || a.high - a.low - (b.high - b.low))[0]
}
