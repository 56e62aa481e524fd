import { readRoles, type PageRecord, type Role } from './pageRecord.ts'

/** What happened on one page: per frame and field, what stands in it now that did not before. */
export interface Run {
  readonly record: PageRecord
  readonly written: readonly (readonly string[])[]
  /** Which kind of code the page was taken to ask for. */
  readonly kind?: string
  readonly error?: string
}

/** Fewer than these are fields of their own: two steps on one page, or this code and the next one. */
const MIN_BOXES = 4

interface Verdict {
  readonly record: PageRecord
  readonly isTotp: boolean
  readonly any: boolean
  readonly full: boolean
  /** One whole field of several that each want a code of their own. */
  readonly one: boolean
  readonly touchesOther: boolean
  readonly hitsRecovery: boolean
}

/** The figures of a run: a page counts as filled when the field, or every box of it, holds the code. */
export function scoreRuns(runs: readonly Run[]) {
  const verdicts = runs.map(judge)
  const totp = verdicts.filter(({ isTotp }) => isTotp)
  const decoys = verdicts.filter(({ record }) => record.polarity === 'decoy')
  const other = verdicts.filter(({ record, isTotp }) => record.polarity === 'positive' && !isTotp)
  const full = share(totp, isFull)
  const touched = decoys.filter(({ touchesOther }) => touchesOther)
  const filled = totp.filter(isFull).length
  const precision = filled + touched.length === 0 ? 0 : filled / (filled + touched.length)
  return {
    pages: runs.length,
    totpFull: full,
    totpFullOrOneOfSeveral: share(totp, ({ full, one }) => full || one),
    totpAny: share(totp, ({ any }) => any),
    withPasswordOrOneOfSeveral: share(
      totp.filter(({ record }) => record.shape === 'with-password'),
      ({ full, one }) => full || one,
    ),
    macroFull: mean([...groupBy(totp, byApp).values()].map((pages) => share(pages, isFull))),
    decoysHit: share(decoys, ({ touchesOther }) => touchesOther),
    precision: round(precision),
    f1: round(precision + full === 0 ? 0 : (2 * precision * full) / (precision + full)),
    recoveryHit: verdicts.filter(({ hitsRecovery }) => hitsRecovery).length,
    deliveredFull: share(other, isFull),
    wrongFieldToo: totp.filter(({ touchesOther }) => touchesOther).map(({ record }) => record.id),
    kinds: confuseKinds(runs),
    errors: runs.filter(({ error }) => error !== undefined).length,
    byShape: shares(totp, ({ record }) => [record.shape ?? 'none']),
    byContext: shares(totp, ({ record }) => [...(record.contexts ?? []), record.kind ?? 'none']),
    byLang: shares(totp, ({ record }) => [record.lang]),
    misses: totp.filter((verdict) => !isFull(verdict)).map(({ record }) => record.id),
    decoysTouched: touched.map(({ record }) => record.id),
    deliveredMisses: other.filter((verdict) => !isFull(verdict)).map(({ record }) => record.id),
  }
}

/** Each kind of code that pages ask for (rows) against what they were taken to ask for. */
function confuseKinds(runs: readonly Run[]) {
  const groups = groupBy(runs.map(judge), ({ record }) => [wantedOf(record)])
  const kindOf = new Map(runs.map(({ record, kind }) => [record, kind]))
  return Object.fromEntries(
    [...groups].map(([wanted, verdicts]) => [
      wanted,
      Object.fromEntries(
        [...groupBy(verdicts, ({ record }) => [kindOf.get(record) ?? 'none'])].map(
          ([kind, pages]) => [kind, pages.length],
        ),
      ),
    ]),
  )
}

function wantedOf(record: PageRecord): Role {
  const roles = readRoles(record).flat()
  const kinds = ['totp', 'sms', 'email', 'recovery'] as const
  return kinds.find((kind) => roles.includes(kind)) ?? 'none'
}

export type Figures = ReturnType<typeof scoreRuns>

function judge({ record, written }: Run): Verdict {
  const frames = readRoles(record)
  const fields = frames.flatMap((roles, frame) =>
    roles.map((role, index) => ({ role, text: written[frame]?.[index] ?? '' })),
  )
  const isTotp = fields.some(({ role }) => role === 'totp')
  const wantedRoles: readonly Role[] = isTotp ? ['totp'] : ['sms', 'email']
  const wanted = fields.filter(({ role }) => wantedRoles.includes(role))
  const hits = wanted.filter(({ text }) => text !== '')
  const alternative = fields.some(({ role, text }) => role === 'alt' && text !== '')
  // Digits in the boxes are not enough: they must be the six of one code, in their order of boxes.
  const isCode = /^\d{6}$/u.test(hits.map(({ text }) => text.replace(/\D/gu, '')).join(''))
  return {
    record,
    isTotp,
    any: hits.length > 0 || alternative,
    full: (wanted.length > 0 && hits.length === wanted.length && isCode) || alternative,
    one: wanted.length < MIN_BOXES && hits.some(({ text }) => /^\d{6}$/u.test(text)),
    touchesOther: fields.some(
      ({ role, text }) => text !== '' && (role === 'none' || role === 'recovery'),
    ),
    hitsRecovery: fields.some(({ role, text }) => text !== '' && role === 'recovery'),
  }
}

function isFull({ full }: Verdict): boolean {
  return full
}

function byApp({ record }: Verdict): readonly string[] {
  return [record.app]
}

function shares(verdicts: readonly Verdict[], keys: (verdict: Verdict) => readonly string[]) {
  return Object.fromEntries(
    [...groupBy(verdicts, keys)]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([key, group]) => [key, { pages: group.length, full: share(group, isFull) }]),
  )
}

function groupBy(
  verdicts: readonly Verdict[],
  keys: (verdict: Verdict) => readonly string[],
): ReadonlyMap<string, readonly Verdict[]> {
  const groups = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    for (const key of keys(verdict)) groups.set(key, [...(groups.get(key) ?? []), verdict])
  }
  return groups
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? 0 : round(all.filter(is).length / all.length)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : round(values.reduce((a, b) => a + b, 0) / values.length)
}

function round(value: number): number {
  return Number(value.toFixed(4))
}
