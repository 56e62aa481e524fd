import { describe, expect, it } from 'vitest'
import { findCauses, type AssistFacts, type CodeUse } from '@/utils/core/assist/findCauses'
import { OTHER_KINDS, traitOf, type FindingCode } from '@/utils/core/assist/findings'
import { judgeClock } from '@/utils/core/assist/judgeClock'
import { NOW } from '../../../support/accounts'

const MINUTE = 60_000
const USED: CodeUse = { at: NOW - 10_000, how: 'copy', remainingSeconds: 20, times: 1 }
const ACCOUNT = {
  name: 'Acme',
  type: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
} as const
/** Nothing is wrong on this side. */
const SOUND: AssistFacts = {
  now: NOW,
  host: 'login.acme.example',
  account: ACCOUNT,
  standing: { kind: 'bound' },
  matching: 1,
  lastUse: USED,
  clock: { state: 'measured', judgement: judgeClock(300) },
  correctionMs: 0,
  siteWords: [],
}
const clockOff = (offsetMs: number): Partial<AssistFacts> => ({
  clock: { state: 'measured', judgement: judgeClock(offsetMs) },
})
const CAUSES: readonly (readonly [FindingCode, Partial<AssistFacts>])[] = [
  ['clock-slow', clockOff(47_000)],
  ['clock-fast', clockOff(-120_000)],
  ['clock-far-slow', clockOff(8 * MINUTE)],
  ['clock-far-fast', clockOff(-40 * MINUTE)],
  ['clock-zone-slow', clockOff(60 * MINUTE)],
  ['clock-zone-fast', clockOff(-7 * 60 * MINUTE)],
  ['clock-beyond', clockOff(3 * 24 * 60 * MINUTE)],
  ['clock-drift', clockOff(15_000)],
  ['clock-miscorrected', { ...clockOff(3000), correctionMs: 47_000 }],
  ['clock-slow', { ...clockOff(15_000), correctionMs: 47_000 }],
  ['clock-right-again', { removedCorrectionMs: 47_000 }],
  ['code-reused', { lastUse: { ...USED, how: 'fill', times: 2 } }],
  ['code-ending', { lastUse: { ...USED, remainingSeconds: 1 } }],
  ['code-old', { lastUse: { ...USED, at: NOW - 5 * MINUTE } }],
  ['account-named', { matching: 2, namedAccount: 'Acme, admin' }],
  ['account-several', { matching: 2 }],
  ['account-foreign', { matching: 1, fitting: 'Beta', standing: { kind: 'new' } }],
  ['site-foreign', { standing: { kind: 'new', trusted: 'login.other.example' }, matching: 0 }],
  ['lookalike', { standing: { kind: 'imitation', trusted: 'login.acme.example' }, matching: 0 }],
  ['parameters-unusual', { account: { ...ACCOUNT, algorithm: 'SHA256' } }],
  ['parameters-unusual', { account: { ...ACCOUNT, digits: 8 } }],
  ['parameters-unusual', { account: { ...ACCOUNT, periodSeconds: 60 } }],
  ['counter', { account: { ...ACCOUNT, type: 'hotp' } }],
  ['secret-replaced', {}],
  ['site-lockout', { siteWords: ['lockout'] }],
  ['site-maintenance', { siteWords: ['maintenance'] }],
  ['site-not-enrolled', { siteWords: ['not-enrolled'] }],
  ['site-inactive', { siteWords: ['inactive'] }],
  ['site-password', { siteWords: ['password'] }],
  ['site-reused', { siteWords: ['reused'] }],
  ['site-session', { siteWords: ['session'] }],
  ['site-expired', { siteWords: ['expired'] }],
  ...OTHER_KINDS.map((kind) => [`kind-${kind}`, { pageKind: kind }] as const),
]

describe('the most likely reason', () => {
  it.each(CAUSES)('is %s', (expected, change) => {
    expect(findCauses({ ...SOUND, ...change }).likely.code).toBe(expected)
  })

  it('is that there is no account, where there is none', () => {
    const { host = '', now, clock, correctionMs, siteWords } = SOUND
    const facts = { host, now, clock, correctionMs, siteWords, matching: 0 }
    expect(findCauses(facts).likely.code).toBe('no-account')
  })

  it.each<[FindingCode, Partial<AssistFacts>, string]>([
    [
      'lookalike',
      { ...clockOff(47_000), standing: { kind: 'imitation', trusted: 'x' } },
      'a clock',
    ],
    ['kind-sms', { ...clockOff(47_000), pageKind: 'sms' }, 'a clock'],
    ['site-lockout', { ...clockOff(47_000), siteWords: ['lockout', 'session'] }, 'a clock'],
    [
      'clock-slow',
      { ...clockOff(47_000), lastUse: { ...USED, remainingSeconds: 1 } },
      'a late copy',
    ],
    ['clock-slow', { ...clockOff(47_000), matching: 3 }, 'several accounts'],
    ['code-reused', { matching: 3, lastUse: { ...USED, times: 2 } }, 'several accounts'],
  ])('is %s rather than %3$s', (expected, change) => {
    expect(findCauses({ ...SOUND, ...change }).likely.code).toBe(expected)
  })

  it('is no clock that is corrected already', () => {
    const { findings, likely } = findCauses({ ...SOUND, ...clockOff(47_000), correctionMs: 46_500 })
    expect(findings.map(({ code }) => code)).toContain('clock-corrected')
    expect(likely.code).toBe('secret-replaced')
  })

  it('is the clock again when the correction does not fit any more', () => {
    expect(findCauses({ ...SOUND, ...clockOff(47_000), correctionMs: 120_000 }).likely.code).toBe(
      'clock-slow',
    )
  })

  it.each<[string, Partial<AssistFacts>]>([
    ['not measured yet', { clock: { state: 'pending' } }],
    ['not measurable', { clock: { state: 'unmeasured', reason: 'policy' } }],
    ['measured to fit', clockOff(46_000)],
    ['measured as right', clockOff(3000)],
    ['measured as drifting', clockOff(15_000)],
    ['measured as wrong otherwise', clockOff(-7 * 60 * MINUTE)],
    ['measured beyond reason', clockOff(99 * 60 * MINUTE)],
  ])('leaves a way to remove a correction with a clock that is %s', (_name, clock) => {
    const { findings } = findCauses({ ...SOUND, ...clock, correctionMs: 47_000 })
    expect(findings.map(({ code }) => traitOf(code).action)).toContain('remove-correction')
  })

  it('is never what could not be checked', () => {
    const unmeasured = { state: 'unmeasured', reason: 'policy' } as const
    const { findings, likely } = findCauses({ ...SOUND, clock: unmeasured })
    expect(findings).toContainEqual({
      code: 'clock-unmeasured',
      detail: { host: 'login.acme.example', reason: 'policy' },
    })
    expect(likely.code).toBe('secret-replaced')
  })
})
