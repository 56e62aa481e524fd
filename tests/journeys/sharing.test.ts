import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { encodeQr, paintQr } from '@/utils/core/qr/encodeQr'
import { LINK, PASSPHRASE, SECRET, SITE, value, World } from './support/world'

let world: World
beforeEach(async () => {
  world = await World.open()
})

async function openWith(...links: readonly string[]) {
  const accounts = await world.withAccounts(links)
  return accounts.map(({ id }) => id)
}

const reveal = (accountId: string, passphrase = PASSPHRASE) =>
  world.ask('accounts.reveal', { accountId, passphrase })

async function scan(link: string) {
  await world.openTab(SITE)
  world.state.picture = paintQr(encodeQr(link))
  return value(await world.ask('accounts.scanTab', {})).drafts
}

describe('the QR code of an account', () => {
  it.each([
    ['the usual', LINK],
    ['unusual settings', `${LINK}&algorithm=SHA512&digits=8&period=45`],
    ['a counter', `otpauth://hotp/VPN:me?secret=${SECRET}&issuer=VPN&counter=9007199254740000`],
    ['Steam', `otpauth://steam/Steam:me?secret=${SECRET}&issuer=Steam`],
    ['no service', `otpauth://totp/me%40acme.example?secret=${SECRET}`],
    [
      'names in other scripts',
      `otpauth://totp/${encodeURIComponent('Bank: Ä 銀行 🔑')}:${encodeURIComponent('a+b c/é')}?secret=${SECRET}&issuer=${encodeURIComponent('Bank: Ä 銀行 🔑')}`,
    ],
    ['a long key', `otpauth://totp/Acme:me?secret=${'ABCDEFGH'.repeat(50)}&issuer=Acme`],
  ])('reads back, by the real decoder, to the same account: %s', async (_name, link) => {
    const [accountId = ''] = await openWith(link)
    const { link: shown } = value(await reveal(accountId))
    const [draft] = await scan(shown)
    const [account] = value(await world.ask('app.load', {})).accounts
    // The same secret and parameters are a duplicate; the rest is there to be seen.
    expect(draft?.standing).toBe('duplicate')
    expect(account).toMatchObject(draft?.view ?? {})
  })

  it('needs the passphrase again, and wrong ones count as at the lock screen', async () => {
    const [accountId = ''] = await openWith(LINK)
    expect(await reveal(accountId, 'wrong')).toMatchObject({
      code: 'wrong-passphrase',
      detail: { triesLeft: 3 },
    })
    expect(value(await reveal(accountId)).secret).toBe(SECRET)
  })

  it('is shown of no account that is not there, lies in the trash or is locked away', async () => {
    const [accountId = ''] = await openWith(LINK)
    expect(await reveal('x')).toMatchObject({ code: 'account-missing' })
    value(await world.ask('accounts.delete', { accountIds: [accountId] }))
    expect(await reveal(accountId)).toMatchObject({ code: 'account-missing' })
    value(await world.ask('vault.lock', {}))
    expect(await reveal(accountId)).toMatchObject({ code: 'locked' })
  })

  it('of an account in the trash brings it back, with what was known of it', async () => {
    const [accountId = ''] = await openWith(LINK)
    const change = { note: 'in the safe', tags: ['Work'], sites: [SITE] }
    value(await world.ask('accounts.edit', { accountId, change }))
    value(await world.ask('serviceCodes.add', { accountId, codes: ['4f7k-9q2m'] }))
    value(await world.ask('accounts.delete', { accountIds: [accountId] }))
    const [draft] = await scan(LINK)
    expect(draft?.standing).toBe('trashed')
    const { draftId = '', view } = draft ?? {}
    const choice = { draftId, issuer: view?.issuer ?? '', account: 'renamed' }
    value(await world.ask('accounts.add', { choices: [choice] }))
    const { accounts, trashed } = value(await world.ask('app.load', {}))
    expect(trashed).toBe(0)
    expect(accounts).toHaveLength(1)
    expect(accounts[0]).toMatchObject({
      ...change,
      account: 'renamed',
      recovery: { total: 1, left: 1 },
    })
  })
})

describe('the recovery codes of a service', () => {
  const CODES = ['4f7k-9q2m', '8x3p-1w6z']
  const list = (accountId: string, passphrase = PASSPHRASE) =>
    world.ask('serviceCodes.list', { accountId, passphrase })
  const seen = async () => value(await world.ask('app.load', {})).accounts[0]

  it('are added unseen, shown behind the passphrase, and ticked off with the day', async () => {
    const [accountId = ''] = await openWith(LINK)
    value(await world.ask('serviceCodes.add', { accountId, codes: CODES }))
    expect(await list(accountId, 'wrong')).toMatchObject({ code: 'wrong-passphrase' })
    expect(value(await list(accountId))).toEqual(CODES.map((code) => ({ code })))
    const used = { accountId, code: '8x3p-1w6z', isUsed: true }
    value(await world.ask('serviceCodes.mark', used))
    const usedAt = world.state.now
    world.state.now += 5000
    value(await world.ask('serviceCodes.mark', used))
    // Ticked twice, it was used when it was first.
    expect(value(await list(accountId))).toEqual([{ code: CODES[0] }, { code: CODES[1], usedAt }])
    expect((await seen())?.recovery).toEqual({ total: 2, left: 1 })
    value(await world.ask('serviceCodes.mark', { ...used, isUsed: false }))
    expect((await seen())?.recovery).toEqual({ total: 2, left: 2 })
  })

  it('keep their ticks when the same ones are added again', async () => {
    const [accountId = ''] = await openWith(LINK)
    value(await world.ask('serviceCodes.add', { accountId, codes: CODES }))
    value(await world.ask('serviceCodes.mark', { accountId, code: '4f7k-9q2m', isUsed: true }))
    value(await world.ask('serviceCodes.add', { accountId, codes: [...CODES, 'new-code'] }))
    expect((await seen())?.recovery).toEqual({ total: 3, left: 2 })
  })

  it('that are too many are refused, and nothing is lost', async () => {
    const [accountId = ''] = await openWith(LINK)
    value(await world.ask('serviceCodes.add', { accountId, codes: CODES }))
    const codes = Array.from({ length: 99 }, (_, at) => `code-${String(at)}`)
    const refused = await world.ask('serviceCodes.add', { accountId, codes })
    expect(refused).toMatchObject({ code: 'codes-too-many' })
    expect((await seen())?.recovery).toEqual({ total: 2, left: 2 })
  })

  it('are removed, and leave nothing behind', async () => {
    const [accountId = ''] = await openWith(LINK)
    value(await world.ask('serviceCodes.add', { accountId, codes: CODES }))
    value(await world.ask('serviceCodes.remove', { accountId, codes: CODES }))
    expect(await seen()).not.toHaveProperty('recovery')
  })

  it('are in no answer but the one behind the passphrase, and in no storage in clear', async () => {
    const [accountId = ''] = await openWith(LINK)
    const replies = [
      await world.ask('serviceCodes.add', { accountId, codes: CODES }),
      await world.ask('serviceCodes.mark', { accountId, code: '4f7k-9q2m', isUsed: true }),
      await world.ask('app.load', {}),
      await world.ask('accounts.list', {}),
      await world.ask('accounts.delete', { accountIds: [accountId] }),
      await world.ask('trash.list', {}),
      await fakeBrowser.storage.local.get(null),
      await fakeBrowser.storage.session.get(null),
      [...world.database.values],
    ]
    expect(JSON.stringify(replies)).toContain('vault.mirror')
    expect(JSON.stringify(replies)).not.toMatch(/4f7k|8x3p/u)
  })

  it('come back from a backup with their ticks', async () => {
    const [accountId = ''] = await openWith(LINK)
    value(await world.ask('serviceCodes.add', { accountId, codes: CODES }))
    value(await world.ask('serviceCodes.mark', { accountId, code: '4f7k-9q2m', isUsed: true }))
    const before = value(await list(accountId))
    const { text } = value(await world.ask('backup.create', { passphrase: PASSPHRASE }))
    value(await world.ask('serviceCodes.remove', { accountId, codes: CODES }))
    const restore = { text, passphrase: PASSPHRASE, takesDifferent: true } as const
    value(await world.ask('backup.restore', { ...restore, mode: 'merge' }))
    expect(value(await list(accountId))).toEqual(before)
  })
})
