import { beforeEach, describe, expect, it } from 'vitest'
import { PASSPHRASE, World } from './support/world'

const COPIED = { text: '118604', seconds: 26 }

let world: World

beforeEach(async () => {
  world = await World.open()
  await world.ask('vault.create', { passphrase: PASSPHRASE })
  world.state.hasClipboardAccess = true
  world.state.clipboard = COPIED.text
})

describe('a code on the clipboard', () => {
  it('is taken off when its time is over, though the background was stopped', async () => {
    await world.ask('clipboard.copied', COPIED)
    expect(world.state.alarms.get('clipboard')).toBe(world.state.now + 26_000)
    world.restartBackground()
    world.state.now += 26_000
    await world.services.clipboard.clearWhenDue()
    expect(world.state.clipboard).toBe('')
  })

  it('is taken off when the vault locks', async () => {
    await world.ask('clipboard.copied', COPIED)
    await world.ask('vault.lock', {})
    await expect.poll(() => world.state.clipboard).toBe('')
  })

  it('is tried again where clearing failed, also by a background that was started anew', async () => {
    await world.ask('clipboard.copied', COPIED)
    world.state.isClipboardStuck = true
    await world.ask('vault.lock', {})
    await expect.poll(() => world.state.alarms.get('clipboard')).toBe(world.state.now + 30_000)
    world.restartBackground()
    world.state.isClipboardStuck = false
    world.state.now += 30_000
    await world.services.clipboard.clearWhenDue()
    expect(world.state.clipboard).toBe('')
  })

  it('is not tried for ever', async () => {
    await world.ask('clipboard.copied', COPIED)
    world.state.isClipboardStuck = true
    for (let tries = 0; tries < 5; tries++) await world.services.clipboard.clear()
    world.state.isClipboardStuck = false
    await world.services.clipboard.clear()
    expect(world.state.clipboard).toBe(COPIED.text)
  })

  it('goes with a lock that was quicker than the copy', async () => {
    await world.ask('vault.lock', {})
    await world.ask('clipboard.copied', COPIED)
    expect(world.state.clipboard).toBe('')
  })

  it('keeps its time where the alarm of an earlier one comes', async () => {
    await world.ask('clipboard.copied', COPIED)
    world.state.now += 25_000
    world.state.clipboard = '552018'
    await world.ask('clipboard.copied', { text: '552018', seconds: 30 })
    await world.services.clipboard.clearWhenDue()
    expect(world.state.clipboard).toBe('552018')
    world.state.now = world.state.alarms.get('clipboard') ?? 0
    await world.services.clipboard.clearWhenDue()
    expect(world.state.clipboard).toBe('')
  })

  it('is forgotten once it was taken off', async () => {
    await world.ask('clipboard.copied', COPIED)
    await world.services.clipboard.clear()
    world.state.clipboard = COPIED.text
    await world.services.clipboard.clear()
    expect(world.state.clipboard).toBe(COPIED.text)
  })

  it('leaves alone what was copied after it', async () => {
    await world.ask('clipboard.copied', COPIED)
    world.state.clipboard = 'a shopping list'
    await world.services.clipboard.clear()
    expect(world.state.clipboard).toBe('a shopping list')
  })

  it('is remembered nowhere without the permission', async () => {
    world.state.hasClipboardAccess = false
    await world.ask('clipboard.copied', COPIED)
    expect(world.state.alarms.size).toBe(0)
    world.state.hasClipboardAccess = true
    await world.services.clipboard.clear()
    expect(world.state.clipboard).toBe(COPIED.text)
  })

  it('stays where the permission was taken away meanwhile', async () => {
    await world.ask('clipboard.copied', COPIED)
    world.state.hasClipboardAccess = false
    await world.services.clipboard.clear()
    expect(world.state.clipboard).toBe(COPIED.text)
  })
})
