import { beforeEach, describe, expect, it } from 'vitest'
import { PASSPHRASE, SITE, value, World } from './support/world'

let world: World
let tabId: number

beforeEach(async () => {
  world = await World.open()
  await world.ask('vault.create', { passphrase: PASSPHRASE })
  tabId = await world.openTab(`${SITE}/`)
})

const read = async () => value(await world.ask('app.load', {})).errand

describe('what a key opened the popup for', () => {
  it('is told to the popup over that tab until it goes about it', async () => {
    await world.services.errands.give(tabId, { to: 'copy' })
    world.restartBackground()
    expect(await read()).toEqual({ to: 'copy' })
    value(await world.ask('app.noteErrand', {}))
    expect(await read()).toBeUndefined()
  })

  it('is of the tab in front where the browser does not say which it was', async () => {
    await world.services.errands.give(undefined, { to: 'scan' })
    expect(await read()).toEqual({ to: 'scan' })
  })

  it('is nothing to the popup over another tab', async () => {
    await world.services.errands.give(tabId, { to: 'scan' })
    await world.openTab('https://b.example/')
    expect(await read()).toBeUndefined()
  })

  it('is the last one only', async () => {
    await world.services.errands.give(tabId, { to: 'scan' })
    await world.services.errands.give(tabId, { to: 'copy' })
    expect(await read()).toEqual({ to: 'copy' })
  })

  it('waits for the passphrase', async () => {
    await world.ask('vault.lock', {})
    await world.services.errands.give(tabId, { to: 'copy' })
    expect(await read()).toBeUndefined()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await read()).toEqual({ to: 'copy' })
  })

  it('is over after a minute, and with the lock', async () => {
    await world.services.errands.give(tabId, { to: 'copy' })
    world.state.now += 60_000
    expect(await read()).toBeUndefined()
    await world.services.errands.give(tabId, { to: 'copy' })
    await world.ask('vault.lock', {})
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await read()).toBeUndefined()
  })
})
