import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { LINK, PASSPHRASE, SITE, value, World } from './support/world'

const NEXT = 'another horse battery staple'
const LAST = 'the last horse battery staple'

let world: World
beforeEach(async () => {
  world = await World.open()
  await world.withAccounts([LINK], SITE)
})

const readNames = async () =>
  value(await world.ask('app.load', {})).accounts.map(({ issuer }) => issuer)
const newestId = async () => value(await world.ask('snapshots.list', {}))[0]?.id ?? ''
const garbage = { header: '{}', nonce: 'x', ciphertext: 'y' }

/** Every copy of the vault is damaged; the snapshots are there. */
async function loseVault(): Promise<void> {
  await fakeBrowser.storage.local.set({ 'vault.a': garbage, 'vault.b': 'garbage' })
  world.database.values.set('vault.mirror', garbage)
  await world.restartBrowser()
}

describe('a vault of which nothing can be read', () => {
  beforeEach(async () => {
    await world.services.vault.takeSnapshot('daily')
  })

  it('is opened again from a snapshot, and what was damaged is set aside', async () => {
    await loseVault()
    expect(value(await world.ask('app.load', {}))).toMatchObject({ damage: 'vault-damaged' })
    const snapshotId = await newestId()
    expect(await world.ask('snapshots.revive', { snapshotId, passphrase: 'x' })).toMatchObject({
      code: 'wrong-passphrase',
    })
    value(await world.ask('snapshots.revive', { snapshotId, passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme'])
    const aside = value(await world.ask('aside.list', {}))
    const texts = await Promise.all(
      aside.map(async ({ id }) => value(await world.ask('aside.read', { asideId: id })).text),
    )
    expect(texts).toEqual(expect.arrayContaining(['"garbage"', JSON.stringify(garbage)]))
    expect(texts).toHaveLength(2)
    await world.addAccounts(['otpauth://totp/New:me?secret=GEZDGNBV'])
    expect(value(await world.ask('aside.list', {}))).toHaveLength(aside.length)
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme', 'New'])
  })

  it('is not replaced by a snapshot while a copy still opens', async () => {
    const snapshotId = await newestId()
    await world.addAccounts(['otpauth://totp/New:me?secret=GEZDGNBV'])
    await world.restartBrowser()
    value(await world.ask('snapshots.revive', { snapshotId, passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme', 'New'])
  })

  it('is not replaced by a snapshot when it is of a newer version', async () => {
    const stored = await fakeBrowser.storage.local.get(null)
    const newer = JSON.parse(
      JSON.stringify(stored).replaceAll('\\"version\\":1,\\"vaultId', '\\"version\\":2,\\"vaultId'),
    ) as Record<string, unknown>
    world.database.values.delete('vault.mirror')
    await fakeBrowser.storage.local.set(newer)
    await world.restartBrowser()
    const snapshotId = await newestId()
    expect(
      await world.ask('snapshots.revive', { snapshotId, passphrase: PASSPHRASE }),
    ).toMatchObject({ code: 'vault-too-new' })
    expect(await fakeBrowser.storage.local.get(['vault.a', 'vault.b'])).toMatchObject({
      'vault.a': newer['vault.a'],
    })
  })

  it('is known to have been there by its snapshots alone', async () => {
    await fakeBrowser.storage.local.clear()
    world.database.values.delete('vault.mirror')
    await world.restartBrowser()
    expect(value(await world.ask('app.load', {}))).toMatchObject({
      status: 'locked',
      damage: 'vault-damaged',
    })
    expect(await world.ask('vault.create', { passphrase: 'x' })).toMatchObject({
      code: 'vault-exists',
    })
  })
})

describe('an older passphrase', () => {
  it('opens the present vault by the snapshot of its time, and a new one is set', async () => {
    const change = { passphrase: PASSPHRASE, next: NEXT }
    value(await world.ask('vault.changePassphrase', change))
    await world.addAccounts(['otpauth://totp/New:me?secret=GEZDGNBV'])
    await world.restartBrowser()
    expect(
      await world.ask('snapshots.recover', { older: 'wrong', passphrase: LAST }),
    ).toMatchObject({ code: 'wrong-passphrase', detail: { triesLeft: 3 } })
    value(await world.ask('snapshots.recover', { older: PASSPHRASE, passphrase: LAST }))
    expect(await readNames()).toEqual(['Acme', 'New'])
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: LAST }))
  })

  it('opens nothing once its snapshots are removed', async () => {
    value(await world.ask('vault.changePassphrase', { passphrase: PASSPHRASE, next: NEXT }))
    const snapshotIds = value(await world.ask('snapshots.list', {})).map(({ id }) => id)
    value(await world.ask('snapshots.remove', { snapshotIds }))
    await world.restartBrowser()
    expect(
      await world.ask('snapshots.recover', { older: PASSPHRASE, passphrase: LAST }),
    ).toMatchObject({ code: 'wrong-passphrase' })
  })
})

describe('a passphrase that somebody may know', () => {
  it('is left in nothing that is kept, where that was asked for', async () => {
    const formerSlot = slotOf(await readKept())
    expect(formerSlot.length).toBeGreaterThan(20)
    const change = { passphrase: PASSPHRASE, next: NEXT, forgetsOlder: true } as const
    value(await world.ask('vault.changePassphrase', change))
    expect(await readKept()).not.toContain(formerSlot)
    await world.restartBrowser()
    const asked = { older: PASSPHRASE, passphrase: LAST }
    expect(await world.ask('snapshots.recover', asked)).toMatchObject({ code: 'wrong-passphrase' })
    value(await world.ask('vault.unlock', { passphrase: NEXT }))
    expect(await readNames()).toEqual(['Acme'])
    expect(await readKept()).not.toContain(formerSlot)
    expect(await newestId()).not.toBe('')
  })

  it('stays with the snapshots of its time where it was not', async () => {
    const formerSlot = slotOf(await readKept())
    value(await world.ask('vault.changePassphrase', { passphrase: PASSPHRASE, next: NEXT }))
    expect(await readKept()).toContain(formerSlot)
  })
})

/** Both storage engines, as text. */
async function readKept(): Promise<string> {
  const local = await fakeBrowser.storage.local.get(null)
  return JSON.stringify([local, [...world.database.values]]).replaceAll('\\', '')
}

/** The data key as the first passphrase slot wraps it. */
function slotOf(kept: string): string {
  return /"type":"passphrase".*?"wrappedKey":"(?<key>[^"]+)"/u.exec(kept)?.groups?.['key'] ?? ''
}

describe('starting over', () => {
  it('puts the vault and its snapshots away, and deletes nothing', async () => {
    await world.services.vault.takeSnapshot('daily')
    const stored = await fakeBrowser.storage.local.get(['vault.a', 'vault.b'])
    await world.restartBrowser()
    value(await world.ask('vault.startOver', {}))
    expect(value(await world.ask('app.load', {}))).toMatchObject({ status: 'none' })
    expect(value(await world.ask('snapshots.list', {}))).toEqual([])
    const aside = value(await world.ask('aside.list', {}))
    const kept = await Promise.all(
      aside.map(async ({ id }) => value(await world.ask('aside.read', { asideId: id })).text),
    )
    for (const copy of Object.values(stored)) {
      expect(kept.map((text) => JSON.parse(text) as unknown)).toContainEqual(copy)
    }
    expect(aside).toHaveLength(3)
    value(await world.ask('vault.create', { passphrase: NEXT }))
    value(await world.ask('aside.remove', { asideId: aside[0]?.id ?? '' }))
    expect(value(await world.ask('aside.list', {}))).toHaveLength(2)
  })

  it('is refused while the vault is open, and where there is none', async () => {
    expect(await world.ask('vault.startOver', {})).toMatchObject({ code: 'vault-exists' })
    const empty = await World.open()
    expect(await empty.ask('vault.startOver', {})).toMatchObject({ code: 'vault-missing' })
  })

  it('changes nothing when nothing can be put away', async () => {
    await world.restartBrowser()
    world.database.isBroken = true
    const before = await fakeBrowser.storage.local.get(null)
    expect(await world.ask('vault.startOver', {})).toMatchObject({ code: 'write-failed' })
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before)
  })
})
