import { describe, expect, it } from 'vitest'
import type { Account } from '@/utils/core/account'
import { editAccount, swapFormer, type AccountChange } from '@/utils/core/vault/editAccount'
import type { VaultData } from '@/utils/core/vault/vaultData'
import { makeAccount, NOW } from '../../../support/accounts'

const PNG = 'data:image/png;base64,iVBORw0KGgo='
const LATER = NOW + 1000
const OTHER = makeAccount({ id: 'other', issuer: 'Other' })

const vaultWith = (...accounts: readonly Account[]): VaultData => ({ version: 1, accounts })
const edit = (before: Account, change: AccountChange) =>
  editAccount(before.id, change, LATER)(vaultWith(before, OTHER))

function edited(before: Account, change: AccountChange): Account {
  const result = edit(before, change)
  if (!result.ok) throw new Error(result.code)
  expect(result.value.data.accounts).toEqual([result.value.answer, OTHER])
  return result.value.answer
}

const PARAMETERS = { type: 'totp', algorithm: 'SHA1', digits: '6', period: '30', counter: '0' }

describe('an edit', () => {
  it('changes what it names and nothing else', () => {
    const before = makeAccount({ note: 'old', tags: ['Work'], pinned: true })
    expect(edited(before, { issuer: '  Acme\u200b  Bank ', note: '' })).toEqual({
      ...makeAccount({ tags: ['Work'], pinned: true, issuer: 'Acme Bank', updatedAt: LATER }),
    })
  })

  it.each<[string, AccountChange, Partial<Account>]>([
    ['tags', { tags: [' Work', 'Work', ''] }, { tags: ['Work'] }],
    ['a note of lines', { note: 'one\r\ntwo ' }, { note: 'one\ntwo' }],
    ['an icon', { icon: PNG }, { icon: PNG }],
    ['sites', { sites: [] }, { sites: [] }],
    ['the pin', { pinned: true }, { pinned: true }],
  ])('takes %s', (_name, change, expected) => {
    expect(edited(makeAccount(), change)).toMatchObject(expected)
  })

  it('refuses more tags than an account keeps, and cuts none off', () => {
    const tags = Array.from({ length: 33 }, (_, at) => `tag ${String(at)}`)
    const refused = edit(makeAccount(), { tags })
    expect(refused).toMatchObject({ code: 'tags-too-many', detail: { max: 32 } })
    expect(edited(makeAccount(), { tags: [...tags.slice(1), 'tag 1', ''] }).tags).toHaveLength(32)
  })

  it('takes away what becomes empty', () => {
    const before = makeAccount({ tags: ['Work'], icon: PNG })
    const after = edited(before, { tags: [], icon: '' })
    expect(after).not.toHaveProperty('tags')
    expect(after).not.toHaveProperty('icon')
  })

  it('keeps the key where none is typed, and keeps the former one where other codes come of it', () => {
    const before = makeAccount()
    const after = edited(before, { parameters: { ...PARAMETERS, digits: '8' } })
    expect(after).toMatchObject({ secret: before.secret, digits: 8, former: { digits: 6 } })
    const { secret, former } = edited(before, {
      parameters: { ...PARAMETERS, secret: 'gezd gnbv gy3t qojq' },
    })
    expect(secret).toBe('GEZDGNBVGY3TQOJQ')
    expect(former?.secret).toBe(before.secret)
  })

  it('of a counter alone keeps nothing of before', () => {
    const before = makeAccount({ type: 'hotp', counter: 7 })
    const after = edited(before, { parameters: { ...PARAMETERS, type: 'hotp', counter: '9' } })
    expect(after.counter).toBe(9)
    expect(after).not.toHaveProperty('former')
  })

  it.each<[string, Partial<Record<keyof typeof PARAMETERS | 'secret', string>>, string]>([
    ['a key that is none', { secret: 'JBSW1' }, 'secret-not-base32'],
    ['a key of spaces', { secret: ' ' }, 'secret-missing'],
    ['an unknown kind', { type: 'mobile' }, 'type-unknown'],
    ['too many digits', { digits: '11' }, 'digits-out-of-range'],
    ['no period', { period: '0' }, 'period-out-of-range'],
    ['a broken counter', { type: 'hotp', counter: '-1' }, 'counter-out-of-range'],
  ])('is refused with %s', (_name, change, code) => {
    const parameters = { ...PARAMETERS, ...change }
    expect(edit(makeAccount(), { issuer: 'New', parameters })).toMatchObject({ ok: false, code })
  })

  it('of what lies in the trash or is not there is refused', () => {
    const missing = { ok: false, code: 'account-missing' }
    expect(edit(makeAccount({ deletedAt: NOW }), { issuer: 'New' })).toMatchObject(missing)
    expect(editAccount('x', { issuer: 'New' }, LATER)(vaultWith(OTHER))).toMatchObject(missing)
  })

  it('that was done before is answered with the account as it is', () => {
    const present = makeAccount({ issuer: 'Since renamed' })
    const again = editAccount(
      present.id,
      { issuer: 'First' },
      LATER,
    )(vaultWith(present), {
      id: 'command',
    })
    expect(again).toMatchObject({ ok: true, value: { answer: { issuer: 'Since renamed' } } })
  })
})

describe('the former key', () => {
  it('changes places with the present one, and back', () => {
    const before = makeAccount()
    const changed = edited(before, { parameters: { ...PARAMETERS, secret: 'GEZDGNBVGY3TQOJQ' } })
    const back = swapFormer(changed.id, LATER)(vaultWith(changed))
    if (!back.ok) throw new Error(back.code)
    expect(back.value.answer).toMatchObject({
      secret: before.secret,
      former: { secret: 'GEZDGNBVGY3TQOJQ' },
    })
  })

  it('that changed places before is answered with the account as it is', () => {
    const { type, algorithm, digits, periodSeconds, counter, secret } = makeAccount()
    const former = { type, algorithm, digits, periodSeconds, counter, secret: 'GEZDGNBVGY3TQOJQ' }
    const swapped = vaultWith(makeAccount({ former }))
    const again = swapFormer('account-1', LATER)(swapped, { id: 'command' })
    expect(again).toMatchObject({ value: { answer: { secret, former } } })
  })

  it('that is not there changes nothing', () => {
    const back = swapFormer('account-1', LATER)(vaultWith(makeAccount()))
    expect(back).toMatchObject({ value: { answer: { secret: makeAccount().secret } } })
  })
})
