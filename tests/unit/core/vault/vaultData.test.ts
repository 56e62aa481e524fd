import { describe, expect, it } from 'vitest'
import { readVaultData, salvageVaultData } from '@/utils/core/vault/vaultData'
import { makeAccount } from '../../../support/accounts'

const ACCOUNT = makeAccount()
const withAccount = (change: object) => ({ version: 1, accounts: [{ ...ACCOUNT, ...change }] })

describe('readVaultData', () => {
  it('reads what is written', () => {
    const data = { version: 1, accounts: [ACCOUNT, { ...ACCOUNT, id: 'b', deletedAt: 5 }] }
    expect(readVaultData(JSON.parse(JSON.stringify(data)))).toEqual({ ok: true, value: data })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no version', { accounts: [] }],
    ['version 0', { version: 0, accounts: [] }],
    ['no accounts', { version: 1 }],
    ['accounts as an object', { version: 1, accounts: {} }],
    ['an account that is null', { version: 1, accounts: [null] }],
    ['an unknown type', withAccount({ type: 'motp' })],
    ['an unknown algorithm', withAccount({ algorithm: 'MD5' })],
    ['digits in words', withAccount({ digits: '6' })],
    ['half a digit', withAccount({ digits: 6.5 })],
    ['an unsafe counter', withAccount({ counter: 2 ** 53 })],
    ['no secret', withAccount({ secret: undefined })],
    ['sites that are no list', withAccount({ sites: 'https://x.example' })],
    ['a deletion time of null', withAccount({ deletedAt: null })],
  ])('calls %s damaged', (_name, value) => {
    expect(readVaultData(value)).toEqual({ ok: false, code: 'vault-damaged' })
  })

  it('tells a newer version from damage', () => {
    expect(readVaultData({ version: 2, everything: 'else' })).toEqual({
      ok: false,
      code: 'vault-too-new',
    })
  })
})

describe('salvageVaultData', () => {
  const good = makeAccount({ id: 'b' })

  it('puts aside what is no account, and keeps what was put aside before', () => {
    const bad = { ...ACCOUNT, type: 'motp' }
    const stored = { version: 1, accounts: [bad, good, null], unreadable: ['older'] }
    expect(salvageVaultData(stored)).toEqual({
      ok: true,
      value: { version: 1, accounts: [good], unreadable: ['older', bad, null] },
    })
  })

  it('takes back what was put aside by a version that could not read it', () => {
    const stored = { version: 1, accounts: [good], unreadable: [null, ACCOUNT] }
    expect(salvageVaultData(stored)).toEqual({
      ok: true,
      value: { version: 1, accounts: [good, ACCOUNT], unreadable: [null] },
    })
    const last = { version: 1, accounts: [], unreadable: [ACCOUNT] }
    expect(salvageVaultData(last)).toEqual({
      ok: true,
      value: { version: 1, accounts: [ACCOUNT] },
    })
  })

  it('takes back nothing whose id is there again', () => {
    const stored = { version: 1, accounts: [good], unreadable: [{ ...good, issuer: 'Older' }] }
    expect(salvageVaultData(stored)).toEqual({ ok: true, value: stored })
  })

  it('reads a whole vault as it is', () => {
    const stored = { version: 1, accounts: [good] }
    expect(salvageVaultData(stored)).toEqual(readVaultData(stored))
  })

  it.each([
    ['no accounts', { version: 1 }, 'vault-damaged'],
    [
      'damage around the accounts',
      { version: 1, accounts: [null], backupMadeAt: 'x' },
      'vault-damaged',
    ],
    ['a newer version', { version: 2, accounts: [null] }, 'vault-too-new'],
  ])('salvages nothing from %s', (_name, stored, code) => {
    expect(salvageVaultData(stored)).toEqual({ ok: false, code })
  })
})
