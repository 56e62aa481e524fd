import { expect, it } from 'vitest'
import type { Account } from '@/utils/core/account'
import { restoreAccounts, type RestoreChoice } from '@/utils/core/vault/restoreAccounts'
import { makeAccount, NOW } from '../../../support/accounts'

const account = (id: string, secret: string, change: Partial<Account> = {}) =>
  makeAccount({ id, secret, ...change })
const [A, B, C] = [account('a', 'AAAAAAAA'), account('b', 'BBBBBBBB'), account('c', 'CCCCCCCC')]
const LATER = NOW + 1000

function restore(
  backup: readonly Account[],
  accounts: readonly Account[],
  mode: RestoreChoice['mode'],
): readonly Account[] {
  const data = { version: 1 as const, accounts }
  const restored = restoreAccounts(backup, { mode, takesDifferent: true }, LATER)(data)
  return restored.ok ? restored.value.data.accounts : []
}

it.each<[string, readonly Account[], readonly Account[], readonly string[]]>([
  ['that was changed', [A, B, C], [C, A, B], ['a', 'b', 'c']],
  ['of what comes back between others', [A, B, C], [A, C], ['a', 'b', 'c']],
  ['before what goes to the trash', [B, A], [A, C, B], ['b', 'a', 'c']],
  ['of accounts that have another id here', [{ ...B, id: 'x' }, A], [A, B], ['b', 'a']],
])('in place of everything, brings back the order %s', (_name, backup, vault, ids) => {
  expect(restore(backup, vault, 'replace').map(({ id }) => id)).toEqual(ids)
})

it('brings back from the trash what the backup has, where it was', () => {
  const trashed = { ...B, deletedAt: NOW }
  expect(restore([A, B, C], [trashed, A, C], 'replace')).toEqual([A, { ...B, updatedAt: LATER }, C])
})

it('beside what is here, keeps the order of the vault', () => {
  expect(restore([A, B, C], [C, A], 'merge').map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})
