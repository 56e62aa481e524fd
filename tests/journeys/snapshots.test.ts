import { beforeEach, describe, expect, it } from 'vitest'
import { success } from '@/utils/core/result'
import type { VaultData } from '@/utils/core/vault/vaultData'
import { LINK, PASSPHRASE, value, World } from './support/world'

const LINKS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map(
  (name) => `otpauth://totp/${name}:me?secret=GEZDGNBV&issuer=${name}`,
)
const DAY_MS = 24 * 60 * 60_000

let world: World
let ids: readonly string[]
beforeEach(async () => {
  world = await World.open()
  ids = (await world.withAccounts(LINKS)).map(({ id }) => id)
})

const vault = () => world.services.vault
const pin = (at: number, pinned = true) =>
  world.ask('accounts.pin', { accountId: ids[at] ?? '', pinned })
const reasons = async () => (await world.services.copies.list()).map(({ reason }) => reason)
const dropFirst = (count: number) => (data: VaultData) =>
  success({ data: { ...data, accounts: data.accounts.slice(count) }, answer: null })

describe('a snapshot', () => {
  it('is taken with the first edit or unlock of a day', async () => {
    value(await pin(0))
    value(await pin(1))
    expect(await reasons()).toEqual(['daily'])
    world.state.now += DAY_MS
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await reasons()).toEqual(['daily', 'daily'])
    value(await pin(2))
    expect(await reasons()).toEqual(['daily', 'daily'])
  })

  it('is taken before an edit that says that it is risky, and holds what was there before', async () => {
    value(await vault().update(dropFirst(1), { snapshot: 'import' }))
    const [newest] = await world.services.copies.list()
    expect(newest?.reason).toBe('import')
    expect((await world.services.copies.read(newest?.id ?? ''))?.header).toContain('"generation":2')
  })

  it.each([
    [1, 'daily'],
    [2, 'daily'],
    [3, 'mass-delete'],
    [10, 'mass-delete'],
  ])('is taken by itself when %i of 10 accounts go at once: %s', async (count, reason) => {
    value(await vault().update(dropFirst(count)))
    expect((await reasons())[0]).toBe(reason)
  })

  it('is taken before the passphrase changes', async () => {
    const next = 'another horse battery staple'
    value(await world.ask('vault.changePassphrase', { passphrase: PASSPHRASE, next }))
    expect((await reasons())[0]).toBe('passphrase')
  })

  it('needs no key, and is then taken of both copies, as nobody can tell which is whole', async () => {
    value(await pin(0))
    value(await world.ask('vault.lock', {}))
    await vault().takeSnapshot('update')
    expect(await reasons()).toEqual(['update', 'update', 'daily'])
  })

  it('is not taken of a vault that holds nothing', async () => {
    const empty = await World.open()
    value(await empty.ask('vault.create', { passphrase: PASSPHRASE }))
    await empty.addAccounts([LINK])
    expect(await empty.services.copies.list()).toEqual([])
  })

  it('that cannot be taken stops nothing', async () => {
    world.database.isBroken = true
    expect((await vault().update(dropFirst(5), { snapshot: 'import' })).ok).toBe(true)
  })

  it('makes room when the storage is full', async () => {
    for (const reason of ['import', 'restore', 'update'] as const) {
      await vault().takeSnapshot(reason)
    }
    world.state.localWrites = 'refused'
    expect(await pin(0)).toMatchObject({ code: 'storage-full' })
    expect(await reasons()).toEqual(['daily', 'update'])
  })
})

describe('a command that comes again', () => {
  it('changes nothing and is answered the same', async () => {
    const add = (data: VaultData) =>
      success({ data: { ...data, accounts: data.accounts.slice(1) }, answer: 'done' })
    expect(await vault().update(add, { command: 'c1' })).toEqual({ ok: true, value: 'done' })
    world.restartBackground()
    expect(await vault().update(add, { command: 'c1' })).toEqual({ ok: true, value: 'done' })
    expect(value(await world.ask('app.load', {})).accounts).toHaveLength(9)
    expect(await vault().update(add, { command: 'c2' })).toEqual({ ok: true, value: 'done' })
    expect(value(await world.ask('app.load', {})).accounts).toHaveLength(8)
  })

  it('is refused when the vault is no longer the one that was seen', async () => {
    const header = await vault().readHeader()
    const seen = header.ok ? header.value.generation : 0
    expect((await vault().update(dropFirst(1), { seen })).ok).toBe(true)
    expect(await vault().update(dropFirst(1), { seen })).toEqual({ ok: false, code: 'conflict' })
  })
})

describe('going back to a snapshot', () => {
  const newestId = async () => (await world.services.copies.list())[0]?.id ?? ''

  it('says first what it would change, changes that, and can be undone', async () => {
    value(await world.ask('settings.update', { sort: 'own' }))
    await vault().takeSnapshot('import')
    const snapshotId = await newestId()
    value(await world.ask('accounts.delete', { accountIds: [ids[0] ?? ''] }))
    const [accountId = '', beside = ''] = [ids[9], ids[3]]
    value(await world.ask('accounts.move', { accountId, beside, side: 'before' }))
    value(await pin(1))
    await world.addAccounts([LINK])
    const { generation, isReordered, hasOtherSites, ...change } = value(
      await world.ask('snapshots.preview', { snapshotId }),
    )
    expect(isReordered).toBe(true)
    expect(hasOtherSites).toBeUndefined()
    const names = Object.entries(change).map(([kind, views]) => [
      kind,
      views.map(({ issuer }) => issuer),
    ])
    expect(Object.fromEntries(names)).toEqual({ back: ['A'], changed: ['B'], gone: ['Acme'] })
    const before = value(await world.ask('app.load', {})).accounts

    const seen = { seen: generation }
    const restored = value(await world.ask('snapshots.restore', { snapshotId }, seen))
    expect(restored).toMatchObject({ added: 1, changed: 1, trashed: 1 })
    const after = value(await world.ask('app.load', {})).accounts
    expect(after.map(({ issuer, pinned }) => [issuer, pinned])).toEqual(
      LINKS.map((_link, at) => ['ABCDEFGHIJ'[at], false]),
    )
    expect(value(await world.ask('trash.list', {})).map(({ issuer }) => issuer)).toEqual(['Acme'])

    value(await world.ask('snapshots.restore', { snapshotId: restored.undoId ?? '' }))
    const undone = value(await world.ask('app.load', {})).accounts
    const plain = (views: typeof undone) => views.map(({ updatedAt: _at, ...view }) => view)
    expect(plain(undone)).toEqual(plain(before))
  })

  it('says that the order changes, also where nothing else does', async () => {
    await vault().takeSnapshot('import')
    const snapshotId = await newestId()
    const preview = async () => value(await world.ask('snapshots.preview', { snapshotId }))
    expect(await preview()).not.toHaveProperty('isReordered')
    const [accountId = '', beside = ''] = ids
    value(await world.ask('accounts.move', { accountId, beside, side: 'after' }))
    expect(await preview()).toMatchObject({
      ...{ back: [], changed: [], gone: [] },
      isReordered: true,
    })
    value(await world.ask('snapshots.restore', { snapshotId }))
    expect(await preview()).not.toHaveProperty('isReordered')
  })

  it('is refused when the vault changed after the preview', async () => {
    await vault().takeSnapshot('import')
    const snapshotId = await newestId()
    const { generation } = value(await world.ask('snapshots.preview', { snapshotId }))
    value(await pin(0))
    expect(
      await world.ask('snapshots.restore', { snapshotId }, { seen: generation }),
    ).toMatchObject({ code: 'conflict' })
  })

  it('never takes a counter back', async () => {
    const [hotp] = await world.addAccounts(['otpauth://hotp/H:me?secret=GEZDGNBV&counter=5'])
    const accountId = hotp?.id ?? ''
    await vault().takeSnapshot('import')
    const snapshotId = await newestId()
    value(await world.ask('codes.advance', { accountId }))
    value(await world.ask('snapshots.restore', { snapshotId }))
    const { accounts } = value(await world.ask('app.load', {}))
    expect(accounts.find(({ id }) => id === accountId)?.counter).toBe(6)
  })

  it('tells how many accounts each holds only while the vault is unlocked', async () => {
    await vault().takeSnapshot('import')
    const [open] = value(await world.ask('snapshots.list', {}))
    expect(open).toMatchObject({ reason: 'import', accounts: 10 })
    value(await world.ask('vault.lock', {}))
    const [locked] = value(await world.ask('snapshots.list', {}))
    expect(locked).not.toHaveProperty('accounts')
    const snapshotId = locked?.id ?? ''
    expect(await world.ask('snapshots.preview', { snapshotId })).toMatchObject({ code: 'locked' })
    expect(await world.ask('snapshots.restore', { snapshotId })).toMatchObject({ code: 'locked' })
  })

  it('that is not there is missing', async () => {
    const snapshotId = '1.daily'
    const missing = { ok: false, code: 'snapshot-missing' }
    expect(await world.ask('snapshots.preview', { snapshotId })).toEqual(missing)
    expect(await world.ask('snapshots.restore', { snapshotId })).toEqual(missing)
    expect(await world.ask('snapshots.revive', { snapshotId, passphrase: 'x' })).toEqual(missing)
  })
})
