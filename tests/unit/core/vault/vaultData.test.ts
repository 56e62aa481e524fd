import { describe, expect, it } from 'vitest'
import { readVaultData } from '@/utils/core/vault/vaultData'
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
