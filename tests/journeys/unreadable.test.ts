import { beforeEach, expect, it } from 'vitest'
import type { Account } from '@/utils/core/account'
import { fromBase64 } from '@/utils/core/bytes'
import { openVault, readHeader, sealVault, type SealedVault } from '@/utils/core/vault/vaultFormat'
import { createCountingBytes } from '../support/countingBytes'
import { LINK, PASSPHRASE, value, World } from './support/world'

const OTHER = 'otpauth://totp/Other:me?secret=GEZDGNBV&issuer=Other'

let world: World
let ids: readonly string[]
beforeEach(async () => {
  world = await World.open()
  ids = (await world.withAccounts([LINK, OTHER])).map(({ id }) => id)
})

/** Seals the vault anew with another state of its first account, as a bug or another version would. */
async function spoil(change: object): Promise<void> {
  const { local, memory } = world.services.platform
  const { session } = await memory.get(['session'])
  const stored = await local.get(['vault.a', 'vault.b'])
  const dataKey = fromBase64((session as { dataKey: string }).dataKey)
  if (!dataKey) throw new Error('locked')
  const generationOf = (vault: SealedVault) => {
    const header = readHeader(vault)
    return header.ok ? header.value.generation : 0
  }
  const [newest] = (Object.entries(stored) as [string, SealedVault][]).sort(
    ([, a], [, b]) => generationOf(b) - generationOf(a),
  )
  if (!newest) throw new Error('no vault')
  const opened = await openVault(newest[1], dataKey)
  if (!opened.ok) throw new Error(opened.code)
  const { header, data } = opened.value
  const accounts = data.accounts.map((it) => (it.id === ids[0] ? { ...it, ...change } : it))
  const next = { ...header, generation: header.generation + 1 }
  // No type of ours: that is the point.
  const spoilt = { ...data, accounts: accounts as readonly Account[] }
  const vault = await sealVault(next, spoilt, dataKey, createCountingBytes('spoil'))
  await local.set({ [newest[0]]: vault })
  world.restartBackground()
}

const load = async () => value(await world.ask('app.load', {}))

it('one account that cannot be read takes no other along', async () => {
  await spoil({ type: 'of tomorrow' })
  const { accounts, codes, unreadable } = await load()
  expect(accounts.map(({ issuer }) => issuer)).toEqual(['Other'])
  expect(codes).toHaveLength(1)
  expect(unreadable).toBe(1)
})

it('it is kept as it is over every change, and handed out behind the passphrase only', async () => {
  await spoil({ type: 'of tomorrow', also: 'unknown' })
  value(await world.ask('accounts.pin', { accountId: ids[1] ?? '', pinned: true }))
  await world.restartBrowser()
  value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
  expect(JSON.stringify(await load())).not.toContain('of tomorrow')
  expect(await world.ask('unreadable.read', { passphrase: 'wrong' })).toMatchObject({ ok: false })
  const { text } = value(await world.ask('unreadable.read', { passphrase: PASSPHRASE }))
  expect(JSON.parse(text)).toMatchObject([{ id: ids[0], type: 'of tomorrow', also: 'unknown' }])
})

it('it goes only when the person removes it', async () => {
  await spoil({ digits: 'six' })
  value(await world.ask('unreadable.remove', {}))
  expect(await load()).not.toHaveProperty('unreadable')
  expect((await load()).accounts).toHaveLength(1)
  expect((await world.services.copies.list())[0]?.reason).toBe('mass-delete')
})

it('a backup without it says so, and the check-up urges', async () => {
  await spoil({ digits: 'six' })
  const made = value(await world.ask('backup.create', { passphrase: PASSPHRASE }))
  expect(made).toMatchObject({ accounts: 1, leftOut: 1 })
  expect(value(await world.ask('checkup.read', {}))[0]).toMatchObject({
    ...{ id: 'unreadable', isUrgent: true, count: 1 },
  })
})

it('an account that no code can be made from is shown without one', async () => {
  await spoil({ secret: '!' })
  const { accounts, codes } = await load()
  expect(accounts).toHaveLength(2)
  expect(codes.map(({ accountId }) => accountId)).toEqual([ids[1]])
})
