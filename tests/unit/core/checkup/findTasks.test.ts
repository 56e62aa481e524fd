import { describe, expect, it } from 'vitest'
import type { Account } from '@/utils/core/account'
import { findTasks, stateOf, type CheckupFacts, type TaskId } from '@/utils/core/checkup/findTasks'
import type { VaultData } from '@/utils/core/vault/vaultData'
import { makeAccount, NOW } from '../../../support/accounts'

const DAY = 86_400_000
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const sound = (change: Partial<Account> = {}) => makeAccount({ secret: SECRET, ...change })

/** A vault about which nothing is to be done. */
const SOUND: VaultData = {
  version: 1,
  accounts: [sound()],
  recoveryConfirmedAt: NOW,
  backupMadeAt: NOW,
  backupTestedAt: NOW,
}
const tasks = (data: Partial<VaultData> = {}, change: Partial<CheckupFacts> = {}) =>
  findTasks({
    now: NOW,
    data: { ...SOUND, ...data },
    autoLockMinutes: 15,
    isKeyCheap: false,
    hasWideAccess: false,
    isClockCorrected: false,
    ...change,
  })
const without = (name: keyof VaultData): Partial<VaultData> => ({ [name]: undefined })

describe('what is to be done', () => {
  it('is nothing in a sound vault, nor in an empty one', () => {
    expect(tasks()).toEqual([])
    expect(tasks({ accounts: [], ...without('backupMadeAt') })).toEqual([])
  })

  it.each<[TaskId, Partial<VaultData>, Partial<CheckupFacts>]>([
    ['unreadable', { unreadable: [null] }, {}],
    ['unreadable', { unreadable: [null], accounts: [] }, {}],
    ['backup-none', without('backupMadeAt'), {}],
    [
      'backup-old',
      { accounts: [sound({ updatedAt: NOW - 40 * DAY })], backupMadeAt: NOW - 50 * DAY },
      {},
    ],
    ['recovery-unconfirmed', without('recoveryConfirmedAt'), {}],
    ['plain-export', { plainExportAt: NOW - DAY }, {}],
    ['backup-untested', without('backupTestedAt'), {}],
    ['key-cheap', {}, { isKeyCheap: true }],
    ['lock-long', {}, { autoLockMinutes: 'never' }],
    ['lock-long', {}, { autoLockMinutes: 120 }],
    ['access-wide', {}, { hasWideAccess: true }],
    ['clock-corrected', {}, { isClockCorrected: true }],
    ['secret-twice', { accounts: [sound(), sound({ id: 'b' })] }, {}],
    ['secret-short', { accounts: [sound({ secret: 'JBSWY3DP' })] }, {}],
    ['site-missing', { accounts: [sound({ sites: [] })] }, {}],
    ['account-unused', { accounts: [sound({ createdAt: NOW - 400 * DAY })] }, {}],
    ['passkey-possible', { accounts: [sound({ issuer: 'GitHub' })] }, {}],
  ])('is %s', (id, data, change) => {
    expect(tasks(data, change).map((task) => task.id)).toEqual([id])
  })

  it.each<[string, Partial<VaultData>, Partial<CheckupFacts>]>([
    ['a lock after an hour', {}, { autoLockMinutes: 60 }],
    ['an export of last week but one', { plainExportAt: NOW - 9 * DAY }, {}],
    ['an old backup of what did not change', { backupMadeAt: NOW + 1 }, {}],
    ['an old account that was used', { accounts: [sound({ createdAt: 0, usedAt: NOW })] }, {}],
  ])('is nothing about %s', (_name, data, change) => {
    expect(tasks(data, change)).toEqual([])
  })
})

describe('a task that was put away', () => {
  const data: Partial<VaultData> = { accounts: [sound({ sites: [] })] }
  const dismissed = tasks(data).map((task) => ({
    task: task.id,
    state: stateOf(task),
    reason: 'accepted' as const,
  }))

  it('stays away with its reason', () => {
    expect(tasks({ ...data, dismissed })).toMatchObject([{ dismissed: 'accepted' }])
  })

  it('is there again when it is about something else', () => {
    const accounts = [sound({ sites: [] }), sound({ id: 'b', sites: [], secret: `${SECRET}AA` })]
    const [again] = tasks({ accounts, dismissed })
    expect(again?.id).toBe('site-missing')
    expect(again?.dismissed).toBeUndefined()
  })
})
