import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { toAccountView, type AccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import type { CodeView } from '@/utils/protocol/views'
import { useCodes } from '@/utils/ui/stores/useCodes'
import { makeAccount, NOW } from '../../../support/accounts'
import { playBackground } from '../../../support/playBackground'

const BOUNDARY = NOW + 30_000
const MADE = { counter: 1, updatedAt: NOW }
const account = (id: string, change: Partial<AccountView> = {}) =>
  toAccountView(makeAccount({ id, ...change }))
const code = (accountId: string, value: string, validUntil: number): CodeView => ({
  accountId,
  code: value,
  next: `${value}'`,
  validUntil,
})

let pinia: Pinia
let scope: EffectScope
let requested: (readonly string[])[]

beforeEach(() => {
  fakeBrowser.reset()
  vi.useFakeTimers({ now: NOW })
  pinia = createPinia()
  setActivePinia(pinia)
  scope = effectScope()
  requested = []
})

afterEach(() => {
  scope.stop()
  disposePinia(pinia) // and with it the clock, which ran on this test's time
  vi.useRealTimers()
})

function playCodes(answer: (ids: readonly string[]) => readonly CodeView[]) {
  return playBackground({
    'codes.current': ({ accountIds }) => {
      requested.push(accountIds)
      return success(answer(accountIds))
    },
    'codes.advance': ({ accountId }) => success({ accountId, code: '755224', made: MADE }),
  })
}

function show(accounts: readonly AccountView[], views: readonly CodeView[]) {
  const codes = useCodes()
  codes.accept(views, accounts)
  scope.run(() => {
    codes.keepFresh(() => accounts)
  })
  return codes
}

async function passTo(moment: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(moment - Date.now())
  await nextTick()
}

it('asks nothing while the codes run', async () => {
  playCodes(() => [])
  show([account('a')], [code('a', '1', BOUNDARY)])
  await passTo(BOUNDARY - 1)
  expect(requested).toEqual([])
})

it('changes the code on the boundary and asks once for all whose period ended', async () => {
  playCodes((ids) => ids.map((id) => code(id, `${id}-fresh`, BOUNDARY + 30_000)))
  const slow = account('slow', { periodSeconds: 60 })
  const a = account('a')
  const all = [a, account('b'), slow]
  const codes = show(all, [
    code('a', 'a', BOUNDARY),
    code('b', 'b', BOUNDARY),
    code('slow', 'slow', BOUNDARY + 30_000),
  ])
  await passTo(BOUNDARY)
  expect(requested).toEqual([['a', 'b']])
  expect(codes.shown(a)?.code).toBe('a-fresh')
  expect(codes.shown(slow)?.code).toBe('slow')
})

it('shows the known successor while the background does not answer', async () => {
  fakeBrowser.runtime.onMessage.addListener(() => true)
  const a = account('a')
  const codes = show([a], [code('a', '1', BOUNDARY)])
  await passTo(BOUNDARY + 5000)
  expect(codes.shown(a)?.code).toBe("1'")
  await passTo(BOUNDARY + 30_000)
  expect(codes.shown(a)).toBeUndefined()
})

it('asks again in the next second when it was refused', async () => {
  let refusals = 0
  playBackground({
    'codes.current': () => {
      refusals += 1
      return failure('unexpected')
    },
  })
  show([account('a')], [code('a', '1', BOUNDARY)])
  await passTo(BOUNDARY + 1000)
  expect(refusals).toBe(2)
})

it('keeps the code of a counter over a reload, and drops it with the lock', async () => {
  playCodes(() => [])
  const counter = account('h', { type: 'hotp' })
  const codes = show([counter], [])
  expect(codes.shown(counter)).toBeUndefined()
  await codes.advance(counter)
  codes.accept([], [counter])
  expect(codes.shown(counter)?.code).toBe('755224')
  codes.clear()
  expect(codes.shown(counter)).toBeUndefined()
})

it.each<[string, Partial<AccountView>]>([
  ['key', { counter: 1, updatedAt: NOW + 1 }],
  ['counter, set back', { counter: 0, updatedAt: NOW + 1 }],
  ['counter, moved elsewhere', { counter: 2 }],
])('drops the code of a counter, and the one before, with another %s', async (_what, change) => {
  playCodes(() => [])
  const counter = account('h', { type: 'hotp', ...MADE })
  const codes = show([counter], [])
  await codes.advance(counter)
  await codes.advance(counter)
  expect(codes.shown(counter)?.code).toBe('755224')
  expect(codes.previousOf(counter)).toBe('755224')
  const changed = { ...counter, ...change }
  codes.accept([], [changed])
  expect(codes.shown(changed)).toBeUndefined()
  expect(codes.previousOf(changed)).toBeUndefined()
})

it('takes no code that arrives after the lock', async () => {
  const a = account('a')
  let answer: (reply: unknown) => void = () => undefined
  fakeBrowser.runtime.onMessage.addListener((_message, _sender, respond) => {
    answer = respond
    return true
  })
  const codes = show([a], [code('a', '1', BOUNDARY)])
  await passTo(BOUNDARY)
  codes.clear()
  answer(success([code('a', 'late', BOUNDARY + 30_000)]))
  await passTo(BOUNDARY + 10)
  expect(codes.shown(a)).toBeUndefined()
})
