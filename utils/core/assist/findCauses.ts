import type { OtpParameters } from '../account'
import type { ClockJudgement } from './judgeClock'
import { traitOf, type Finding, type FindingCode, type OtherKind } from './findings'
import type { SiteWord } from './readSiteWords'

/** When a code of an account was last given out, and how much of its time was left then. */
export interface CodeUse {
  readonly at: number
  readonly how: 'copy' | 'fill'
  readonly remainingSeconds: number
  /** How often the code of that very window was given out. */
  readonly times: number
}

export type UnmeasuredReason = 'no-site' | 'forbidden' | 'policy' | 'offline' | 'cached' | 'unclear'

export type ClockState =
  | { readonly state: 'pending' }
  | { readonly state: 'unmeasured'; readonly reason: UnmeasuredReason }
  | { readonly state: 'measured'; readonly judgement: ClockJudgement }

/** All that is known when a code was rejected. Names are shown to the person and kept nowhere. */
export interface AssistFacts {
  readonly now: number
  /** The host of the page that may have refused; absent on pages to which no code goes. */
  readonly host?: string
  readonly account?: Pick<OtpParameters, 'type' | 'algorithm' | 'digits' | 'periodSeconds'> & {
    readonly name: string
  }
  /** What the page is to the account; `trusted` is the host by which that was judged. */
  readonly standing?: { readonly kind: string; readonly trusted?: string }
  /** Accounts that belong to the page's site. */
  readonly matching: number
  /** Another account of the site, whose user name the page shows while it does not show this one's. */
  readonly namedAccount?: string
  /** An account of the site, where the chosen one is none of them. */
  readonly fitting?: string
  readonly lastUse?: CodeUse
  readonly clock: ClockState
  /** What is added to this computer's clock now. */
  readonly correctionMs: number
  /** A correction that this very measurement found to be wrong, and that was taken away. */
  readonly removedCorrectionMs?: number
  readonly pageKind?: OtherKind
  readonly siteWords: readonly SiteWord[]
}

export interface Diagnosis {
  /** Most likely first. */
  readonly findings: readonly Finding[]
  readonly likely: Finding
}

/** Everything that the facts say, by how likely it is the reason; the last resort is the site's secret. */
export function findCauses(facts: AssistFacts): Diagnosis {
  const found = [
    ...judgePage(facts),
    ...judgeClockState(facts),
    ...judgeAccount(facts),
    ...judgeUse(facts),
    ...judgeParameters(facts),
    finding('secret-replaced'),
  ]
  const findings = found.sort((a, b) => traitOf(b.code).weight - traitOf(a.code).weight)
  const likely = findings.find(({ code }) => isCause(code)) ?? finding('secret-replaced')
  return { findings, likely }
}

/** With less left than this the code is likely over before it is typed and sent. */
const ENDING_SECONDS = 5
const OLD_MS = 90_000
/** Sites take the code of the step before, so a window ends later for them. */
const DRIFT_MS = 10_000

function judgePage({ pageKind, siteWords, host = '' }: AssistFacts): readonly Finding[] {
  const kinds = pageKind === undefined ? [] : [finding(`kind-${pageKind}`, { host })]
  return [...kinds, ...siteWords.map((word) => finding(`site-${word}`, { host }))]
}

function judgeClockState(facts: AssistFacts): readonly Finding[] {
  const { clock, correctionMs, removedCorrectionMs, host = '' } = facts
  if (removedCorrectionMs !== undefined) {
    return [finding('clock-right-again', { host, seconds: toSeconds(removedCorrectionMs) })]
  }
  const isCorrected = correctionMs !== 0
  const corrected = { host, seconds: toSeconds(correctionMs) }
  // Wherever there is a correction, it can be taken away.
  const kept = isCorrected ? [finding('clock-correction', corrected)] : []
  if (clock.state === 'pending') return kept
  if (clock.state === 'unmeasured') {
    return [finding('clock-unmeasured', { host, reason: clock.reason }), ...kept]
  }
  const { judgement } = clock
  const detail = { host, seconds: toSeconds(judgement.offsetMs), ...minutesOf(judgement) }
  if (!isCorrected) return [finding(codeOfClock(judgement), detail)]
  // Codes are off by what is left. What is corrected already is no reason any more.
  if (Math.abs(judgement.offsetMs - correctionMs) <= DRIFT_MS) {
    return [finding('clock-corrected', detail)]
  }
  if (judgement.kind === 'right' || judgement.kind === 'slight') {
    return [finding('clock-miscorrected', corrected)]
  }
  const code = codeOfClock(judgement)
  const side = judgement.offsetMs > 0 ? 'slow' : 'fast'
  return [finding(code === 'clock-drift' ? `clock-${side}` : code, detail), ...kept]
}

function codeOfClock({ kind, offsetMs }: ClockJudgement): FindingCode {
  const side = offsetMs > 0 ? 'slow' : 'fast'
  switch (kind) {
    case 'right':
      return 'clock-right'
    case 'slight':
      return 'clock-slight'
    case 'zone':
      return `clock-zone-${side}`
    case 'far':
      return `clock-far-${side}`
    case 'beyond':
      return 'clock-beyond'
    case 'off':
      return Math.abs(offsetMs) < 3 * DRIFT_MS ? 'clock-drift' : `clock-${side}`
  }
}

function judgeAccount(facts: AssistFacts): readonly Finding[] {
  const { account, host, standing, matching, namedAccount, fitting } = facts
  if (host === undefined) return []
  if (!account) return [finding('no-account', { host })]
  const { name } = account
  const trusted = standing?.trusted ?? ''
  if (standing?.kind === 'imitation') return [finding('lookalike', { host, trusted, name })]
  const found: Finding[] = []
  if (standing?.kind === 'bound') found.push(finding('site-bound', { host, name }))
  else if (standing?.kind === 'new' && trusted !== '') {
    found.push(finding('site-foreign', { host, trusted, name }))
  }
  if (fitting !== undefined) {
    found.push(finding('account-foreign', { host, name, other: fitting }))
  } else if (namedAccount !== undefined) {
    found.push(finding('account-named', { host, name, other: namedAccount }))
  } else if (matching > 1) found.push(finding('account-several', { host, count: matching }))
  else if (matching === 1) found.push(finding('account-only', { host }))
  return found
}

function judgeUse({ account, lastUse, now }: AssistFacts): readonly Finding[] {
  if (!account) return []
  const { name } = account
  if (account.type === 'hotp') return [finding('counter', { name })]
  if (!lastUse) return []
  const { times, remainingSeconds, at } = lastUse
  const nextIn = account.periodSeconds - (Math.floor(now / 1000) % account.periodSeconds)
  const endedMs = now - at - remainingSeconds * 1000
  if (times > 1 && endedMs < OLD_MS) return [finding('code-reused', { name, seconds: nextIn })]
  if (remainingSeconds <= ENDING_SECONDS && lastUse.how === 'copy') {
    return [finding('code-ending', { name, seconds: remainingSeconds })]
  }
  if (endedMs >= OLD_MS) {
    return [finding('code-old', { name, minutes: Math.round((now - at) / 60_000) })]
  }
  return [finding('code-fresh', { name, seconds: remainingSeconds })]
}

function judgeParameters({ account }: AssistFacts): readonly Finding[] {
  if (!account || account.type !== 'totp') return []
  const { algorithm, digits, periodSeconds } = account
  const isUsual = algorithm === 'SHA1' && digits === 6 && periodSeconds === 30
  const detail = { algorithm: nameOf(algorithm), digits, seconds: periodSeconds }
  return [finding(isUsual ? 'parameters-usual' : 'parameters-unusual', detail)]
}

function isCause(code: FindingCode): boolean {
  const { state } = traitOf(code)
  return state === 'bad' || state === 'maybe'
}

function nameOf(algorithm: OtpParameters['algorithm']): string {
  return algorithm.replace('SHA', 'SHA-')
}

function minutesOf(judgement: ClockJudgement) {
  return judgement.kind === 'zone' ? { minutes: Math.abs(judgement.minutes) } : {}
}

/** Without a sign: the sentence says in which direction. */
function toSeconds(ms: number): number {
  return Math.abs(ms) < 9500 ? Math.round(Math.abs(ms) / 100) / 10 : Math.round(Math.abs(ms) / 1000)
}

function finding(code: FindingCode, detail: Finding['detail'] = {}): Finding {
  return { code, detail }
}
