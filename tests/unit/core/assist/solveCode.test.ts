import { describe, expect, it } from 'vitest'
import type { OtpParameters } from '@/utils/core/account'
import { resyncCounter } from '@/utils/core/assist/resyncCounter'
import { solveCode } from '@/utils/core/assist/solveCode'
import { generateCode, generateTimedCode } from '@/utils/core/otp/generateCode'
import { makeAccount, NOW } from '../../../support/accounts'

const account = makeAccount()
const codeOf = (change: Partial<OtpParameters>, offsetMs = 0) =>
  generateTimedCode({ ...account, ...change }, NOW + offsetMs).code

describe('a code that works elsewhere', () => {
  it.each<[string, Partial<OtpParameters>, number, object]>([
    ['the very same code', {}, 0, { steps: 0, algorithm: 'SHA1', digits: 6, periodSeconds: 30 }],
    ['a clock that is a step slow', {}, 30_000, { steps: 1, zoneMinutes: 0 }],
    ['a clock that is five minutes fast', {}, -300_000, { steps: -10 }],
    ['SHA-256', { algorithm: 'SHA256' }, 0, { algorithm: 'SHA256', steps: 0 }],
    ['SHA-512', { algorithm: 'SHA512' }, 0, { algorithm: 'SHA512' }],
    ['eight digits', { digits: 8 }, 0, { digits: 8, steps: 0 }],
    ['seven digits', { digits: 7 }, 0, { digits: 7 }],
    ['a minute', { periodSeconds: 60 }, 0, { periodSeconds: 60, algorithm: 'SHA1' }],
    [
      'all at once',
      { algorithm: 'SHA512', digits: 8, periodSeconds: 60 },
      0,
      { algorithm: 'SHA512', digits: 8, periodSeconds: 60 },
    ],
    ['summer time', {}, 3_600_000, { zoneMinutes: 60, steps: 0 }],
    ['a zone seven hours away', {}, -7 * 3_600_000, { zoneMinutes: -420 }],
    ['Nepal', {}, 5.75 * 3_600_000, { zoneMinutes: 345 }],
  ])('tells of %s', (_name, change, offsetMs, expected) => {
    expect(solveCode(account, codeOf(change, offsetMs), NOW)).toMatchObject(expected)
  })

  it('is of another secret when nothing else explains it', () => {
    expect(solveCode(account, codeOf({ secret: 'KRSXG5CTMVRXEZLU' }), NOW)).toBeUndefined()
  })

  it('is read as people write it', () => {
    const code = codeOf({})
    expect(solveCode(account, ` ${code.slice(0, 3)} ${code.slice(3)} `, NOW)).toBeDefined()
    expect(solveCode(account, `${code.slice(0, 3)}-${code.slice(3)}`, NOW)).toBeDefined()
  })

  it.each(['', '12', 'abcdef', '12345678901', '١٢٣٤٥٦'])('is no code: %j', (typed) => {
    expect(solveCode(account, typed, NOW)).toBeUndefined()
  })

  it('is found for Steam', () => {
    const steam = makeAccount({ type: 'steam', digits: 5 })
    const code = generateTimedCode(steam, NOW - 60_000).code
    expect(solveCode(steam, code.toLowerCase(), NOW)).toMatchObject({ steps: -2 })
  })

  it('is not looked for in counters', () => {
    expect(solveCode(makeAccount({ type: 'hotp' }), codeOf({}), NOW)).toBeUndefined()
  })
})

describe('the counter after two codes in a row', () => {
  const counting = makeAccount({ type: 'hotp', counter: 100 })
  const at = (counter: number) => generateCode(counting, counter)

  it.each([
    ['where it is', 100, 102],
    ['ahead', 137, 139],
    ['at the end of the search', 299, 301],
    ['behind, after presses that went nowhere', 92, 94],
    ['at the very beginning', 0, 2],
  ])('is found %s', (_name, counter, expected) => {
    expect(resyncCounter(counting, at(counter), at(counter + 1))).toBe(expected)
  })

  it.each([
    ['too far ahead', at(300), at(301)],
    ['not in a row', at(110), at(112)],
    ['the wrong way round', at(111), at(110)],
    ['one of them wrong', at(110), '000000'],
  ])('is not found when they are %s', (_name, first, second) => {
    expect(resyncCounter(counting, first, second)).toBeUndefined()
  })
})
