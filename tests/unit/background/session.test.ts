import { beforeEach, describe, expect, it } from 'vitest'
import { createSession, type Session } from '@/utils/background/session'
import { NOW } from '../../support/accounts'
import { createTestPlatform, type TestPlatform } from '../../support/platform'

const KEY = Uint8Array.from({ length: 32 }, (_, at) => at)
const AUTO_LOCK_MS = 15 * 60_000
const TOTAL_MS = 60 * 60_000

let test: TestPlatform
let session: Session
let changes: boolean[]
beforeEach(async () => {
  changes = []
  test = createTestPlatform()
  session = createSession({
    area: test.platform.memory,
    now: test.platform.now,
    readLimits: () => Promise.resolve({ idleMs: AUTO_LOCK_MS, totalMs: TOTAL_MS }),
    endsWith: ['drafts'],
    onChange: (isOpen) => changes.push(isOpen),
  })
  await session.start(KEY)
})

const later = (passedMs: number) => {
  test.state.now = NOW + passedMs
}

describe('a session', () => {
  it('holds the key, for other instances too', async () => {
    expect((await session.look()).dataKey).toEqual(KEY)
  })

  it.each([
    [0, true],
    [AUTO_LOCK_MS - 1, true],
    [AUTO_LOCK_MS, false],
    [AUTO_LOCK_MS * 100, false],
    [-60_000, true],
    [-60_001, false],
  ])('after %i ms holds it: %j', async (passedMs, isHeld) => {
    later(passedMs)
    expect((await session.look()).dataKey !== undefined).toBe(isHeld)
    // Once over, it stays over when the clock is set right again.
    if (!isHeld) later(0)
    expect((await session.look()).dataKey !== undefined).toBe(isHeld)
  })

  it('is prolonged by use', async () => {
    later(AUTO_LOCK_MS - 1)
    await session.touch()
    later(AUTO_LOCK_MS * 2 - 2)
    expect((await session.look()).dataKey).toEqual(KEY)
  })

  it('ends after its whole time, however much it is used', async () => {
    for (let passedMs = 0; passedMs < TOTAL_MS; passedMs += AUTO_LOCK_MS / 3) {
      later(passedMs)
      await session.touch()
      expect((await session.look()).dataKey).toEqual(KEY)
    }
    later(TOTAL_MS - 1)
    await session.touch()
    expect((await session.look()).dataKey).toEqual(KEY)
    later(TOTAL_MS)
    expect((await session.look()).dataKey).toBeUndefined()
  })

  it('says when it ends, and whether use would put that off', async () => {
    expect(await session.readDeadline()).toEqual({ locksAt: NOW + AUTO_LOCK_MS, isFinal: false })
    later(AUTO_LOCK_MS - 1)
    expect(await session.readDeadline()).toMatchObject({ locksAt: NOW + AUTO_LOCK_MS })
    for (let passedMs = 0; passedMs < TOTAL_MS; passedMs += AUTO_LOCK_MS / 3) {
      later(passedMs)
      await session.touch()
    }
    expect(await session.readDeadline()).toEqual({ locksAt: NOW + TOTAL_MS, isFinal: true })
    await session.end()
    expect(await session.readDeadline()).toBeUndefined()
  })

  it('notices a clock that is set back behind its last look, and not its last use', async () => {
    later(14 * 60_000)
    await session.look()
    later(12 * 60_000)
    expect((await session.look()).dataKey).toBeUndefined()
  })

  it('tells when it begins and when it has ended', async () => {
    later(AUTO_LOCK_MS)
    await session.look()
    await session.start(KEY)
    await session.end()
    expect(changes).toEqual([true, false, true, false])
  })

  it.each([AUTO_LOCK_MS, AUTO_LOCK_MS * 10, -60_001])(
    'is not brought back by use after %i ms',
    async (passedMs) => {
      later(passedMs)
      await session.touch()
      expect((await session.look()).dataKey).toBeUndefined()
    },
  )

  it('is not begun by use', async () => {
    await session.end()
    await session.touch()
    expect((await session.look()).dataKey).toBeUndefined()
  })

  it('is not brought back by a use that began before its end', async () => {
    later(20_000)
    await Promise.all([session.touch(), session.end()])
    expect((await session.look()).dataKey).toBeUndefined()
  })

  it('is not ended by a look that began before its start', async () => {
    later(AUTO_LOCK_MS)
    await Promise.all([session.look(), session.start(KEY)])
    expect((await session.look()).dataKey).toEqual(KEY)
  })

  it('takes what belongs to it along when it ends', async () => {
    await test.platform.memory.set({ drafts: { secret: 'x' }, fill: { offers: {} } })
    await session.end()
    expect(await test.platform.memory.get(['session', 'drafts', 'fill'])).toEqual({
      fill: { offers: {} },
    })
  })

  it.each([
    null,
    'text',
    {},
    { dataKey: 7, startedAt: NOW, lastUsedAt: NOW, lastSeenAt: NOW },
    { dataKey: 'AAAA' },
  ])('that was damaged to %j is none', async (stored) => {
    await test.platform.memory.set({ session: stored })
    expect((await session.look()).dataKey).toBeUndefined()
  })
})
