import { beforeEach, describe, expect, it } from 'vitest'
import { LINK, PASSPHRASE, value, World } from './support/world'

let world: World
beforeEach(async () => {
  world = await World.open()
})

describe('creating a vault', () => {
  it('needs a passphrase', async () => {
    expect(await world.ask('vault.create', { passphrase: '' })).toMatchObject({
      code: 'passphrase-empty',
    })
    expect(value(await world.ask('app.load', {})).status).toBe('none')
  })

  it('is done once, even when asked twice at the same time', async () => {
    const [first, second] = await Promise.all([
      world.ask('vault.create', { passphrase: PASSPHRASE }),
      world.ask('vault.create', { passphrase: 'another one' }),
    ])
    expect(first.ok).toBe(true)
    expect(second).toEqual({ ok: false, code: 'vault-exists' })
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
  })

  it('never replaces a locked vault', async () => {
    await world.withAccounts()
    value(await world.ask('vault.lock', {}))
    expect(await world.ask('vault.create', { passphrase: 'new' })).toMatchObject({
      code: 'vault-exists',
    })
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(value(await world.ask('app.load', {})).accounts).toHaveLength(1)
  })

  it('fails without a trace when the storage refuses', async () => {
    world.state.localWrites = 'refused'
    expect(await world.ask('vault.create', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'storage-full',
    })
    world.state.localWrites = 'arrive'
    expect(value(await world.ask('app.load', {})).status).toBe('none')
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
  })

  it('is what unlocking and adding ask for', async () => {
    expect(await world.ask('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'vault-missing',
    })
    expect(await world.ask('accounts.readText', { text: LINK })).toMatchObject({ code: 'locked' })
  })
})
