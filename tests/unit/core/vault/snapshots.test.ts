import { describe, expect, it } from 'vitest'
import { findSurplus, isSharpDrop, type SnapshotInfo } from '@/utils/core/vault/snapshots'
import { makeAccount } from '../../../support/accounts'

const of = (count: number, reason: SnapshotInfo['reason'], from = 0): SnapshotInfo[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${reason}-${String(from + at)}`,
    takenAt: from + at,
    reason,
  }))

describe('snapshots that are too many', () => {
  it('are the oldest, daily ones and others apart', () => {
    const all = [...of(12, 'daily', 100), ...of(11, 'import')]
    expect(findSurplus(all).map(({ id }) => id)).toEqual(['daily-101', 'daily-100', 'import-0'])
  })

  it('are none within the limits', () => {
    expect(findSurplus([...of(10, 'daily'), ...of(5, 'update'), ...of(5, 'restore', 9)])).toEqual(
      [],
    )
  })
})

describe('a sharp drop', () => {
  const vault = (living: number, trashed = 0) => ({
    version: 1 as const,
    accounts: [
      ...Array.from({ length: living }, (_, at) => makeAccount({ id: `l${String(at)}` })),
      ...Array.from({ length: trashed }, (_, at) =>
        makeAccount({ id: `t${String(at)}`, deletedAt: 1 }),
      ),
    ],
  })
  const trash = (count: number, data: ReturnType<typeof vault>) => ({
    ...data,
    accounts: data.accounts.map((it, at) => (at < count ? { ...it, deletedAt: 1 } : it)),
  })

  it.each([
    ['one of ten', vault(10), vault(9), false],
    ['two of ten', vault(10), vault(8), false],
    ['three of a hundred', vault(100), vault(97), true],
    ['one of three', vault(3), vault(2), true],
    ['three into the trash', vault(100), trash(3, vault(100)), true],
    ['two into the trash', vault(100), trash(2, vault(100)), false],
    ['a trash of three emptied', vault(100, 3), vault(100), true],
    ['the only one', vault(1), vault(0), true],
    ['nothing', vault(0), vault(0), false],
    ['more than before', vault(3), vault(30), false],
  ])('%s: %s', (_name, before, after, expected) => {
    expect(isSharpDrop(before, after)).toBe(expected)
  })
})
