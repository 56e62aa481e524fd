import { describe, expect, it } from 'vitest'
import {
  addAccounts,
  changeAccount,
  livingAccounts,
  moveAccount,
  noteUse,
} from '@/utils/core/vault/edits'
import { moveToTrash, restoreFromTrash } from '@/utils/core/vault/editMany'
import type { Result } from '@/utils/core/result'
import type { VaultData } from '@/utils/core/vault/vaultData'
import { makeAccount, NOW } from '../../../support/accounts'

const A = makeAccount({ id: 'a' })
const B = makeAccount({ id: 'b' })
const DATA: VaultData = { version: 1, accounts: [A, B] }
const LATER = NOW + 5000

function idsAfter(result: Result<{ readonly data: VaultData }, string>): readonly string[] {
  return result.ok ? result.value.data.accounts.map(({ id }) => id) : []
}

describe('addAccounts', () => {
  it('adds behind what is there', () => {
    expect(idsAfter(addAccounts([makeAccount({ id: 'c' })])(DATA))).toEqual(['a', 'b', 'c'])
  })

  it('adds nothing that an earlier try added', () => {
    expect(idsAfter(addAccounts([makeAccount({ id: 'b', issuer: 'again' })])(DATA))).toEqual([
      'a',
      'b',
    ])
  })

  it('answers with the account that is there', () => {
    const result = addAccounts([makeAccount({ id: 'b', issuer: 'again' })])(DATA)
    expect(result).toMatchObject({ ok: true, value: { answer: [B] } })
  })

  it('adds one account that is named twice once', () => {
    const twice = [makeAccount({ id: 'c' }), makeAccount({ id: 'c' })]
    expect(idsAfter(addAccounts(twice)(DATA))).toEqual(['a', 'b', 'c'])
  })
})

describe('edits of one account', () => {
  it('change that account alone and note when', () => {
    const result = changeAccount('b', LATER, (it) => ({ ...it, pinned: true }))(DATA)
    const changed = { ...B, pinned: true, updatedAt: LATER }
    expect(result).toEqual({
      ok: true,
      value: { data: { version: 1, accounts: [A, changed] }, answer: changed },
    })
    expect(DATA.accounts[1]).toBe(B)
  })

  it.each([
    ['changeAccount', changeAccount('x', LATER, (it) => it)],
    ['moveToTrash', moveToTrash(['x'], LATER)],
    ['restoreFromTrash', restoreFromTrash(['__proto__'], LATER)],
  ])('refuse an account that is not there: %s', (_name, edit) => {
    expect(edit(DATA)).toEqual({ ok: false, code: 'account-missing' })
  })

  it('put an account into the trash and take it back whole', () => {
    const deleted = moveToTrash(['a'], LATER)(DATA)
    if (!deleted.ok) throw new Error(deleted.code)
    expect(livingAccounts(deleted.value.data)).toEqual([B])
    expect(deleted.value.data.accounts).toHaveLength(2)
    const restored = restoreFromTrash(['a'], LATER + 1)(deleted.value.data)
    if (!restored.ok) throw new Error(restored.code)
    expect(livingAccounts(restored.value.data)).toEqual([{ ...A, updatedAt: LATER + 1 }, B])
    expect(Object.keys(restored.value.data.accounts[0] ?? {})).not.toContain('deletedAt')
  })
})

describe('the order of the accounts', () => {
  const three: VaultData = { version: 1, accounts: [A, B, makeAccount({ id: 'c' })] }

  it.each([
    ['a', 'c', 'after', ['b', 'c', 'a']],
    ['c', 'a', 'before', ['c', 'a', 'b']],
    ['a', 'b', 'before', ['a', 'b', 'c']],
    ['b', 'a', 'before', ['b', 'a', 'c']],
  ] as const)('has %s beside %s, %s it', (id, beside, side, ids) => {
    expect(idsAfter(moveAccount(id, { beside, side })(three))).toEqual(ids)
  })

  it.each([
    ['x', 'a'],
    ['a', 'x'],
    ['a', 'a'],
  ])('stays where there is no %s or %s to move beside', (id, beside) => {
    expect(moveAccount(id, { beside, side: 'after' })(three)).toMatchObject({
      code: 'account-missing',
    })
  })
})

it('counts uses without counting them as changes', () => {
  const once = noteUse('b', LATER)(DATA)
  const twice = once.ok ? noteUse('b', LATER + 1)(once.value.data) : once
  expect(twice.ok && twice.value.data.accounts).toEqual([A, { ...B, usedAt: LATER + 1, uses: 2 }])
})
