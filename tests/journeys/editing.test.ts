import { beforeEach, describe, expect, it } from 'vitest'
import { LINK, PASSPHRASE, SECRET, SITE, value, World } from './support/world'

let world: World
let accountId: string
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
})

const readAccounts = async () => value(await world.ask('app.load', {})).accounts

describe('an account', () => {
  it('is deleted and restored whole', async () => {
    const before = await readAccounts()
    world.state.now += 1000
    value(await world.ask('accounts.delete', { accountId }))
    expect(await readAccounts()).toEqual([])
    world.restartBackground()
    const restored = value(await world.ask('accounts.restore', { accountId }))
    expect(restored).toEqual({ ...before[0], updatedAt: world.state.now })
    expect(await readAccounts()).toEqual([restored])
  })

  it('is pinned and unpinned', async () => {
    expect(value(await world.ask('accounts.pin', { accountId, pinned: true })).pinned).toBe(true)
    expect(value(await world.ask('accounts.pin', { accountId, pinned: false })).pinned).toBe(false)
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['exact sites', [SITE, 'https://acme.example:8443'], [SITE, 'https://acme.example:8443']],
    ['addresses within a site', [`${SITE}/login?x#y`], [SITE]],
    ['one site twice', [SITE, `${SITE}/`], [SITE]],
    ['names in capitals', ['HTTPS://Login.Acme.Example'], [SITE]],
    ['loopback', ['http://localhost:3000'], ['http://localhost:3000']],
  ])('is bound to %s', async (_name, sites, bound) => {
    expect(value(await world.ask('accounts.setSites', { accountId, sites })).sites).toEqual(bound)
  })

  it.each([
    'http://acme.example',
    'acme.example',
    'javascript:x',
    'data:x',
    'blob:https://x.example/1',
    'file:///x',
    'null',
    '',
  ])('keeps its sites when one that is none is among the new ones: %j', async (bad) => {
    value(await world.ask('accounts.setSites', { accountId, sites: [SITE] }))
    const sites = ['https://other.example', bad]
    expect(await world.ask('accounts.setSites', { accountId, sites })).toEqual({
      ok: false,
      code: 'site-unknown',
    })
    expect((await readAccounts())[0]?.sites).toEqual([SITE])
  })

  it.each([
    ['accounts.delete', () => world.ask('accounts.delete', { accountId: 'x' })],
    ['accounts.restore', () => world.ask('accounts.restore', { accountId: 'x' })],
    ['accounts.pin', () => world.ask('accounts.pin', { accountId: '__proto__', pinned: true })],
    ['accounts.setSites', () => world.ask('accounts.setSites', { accountId: 'x', sites: [] })],
  ])('that is unknown is missing: %s', async (_name, ask) => {
    expect(await ask()).toEqual({ ok: false, code: 'account-missing' })
  })

  it('never shows its secret in an answer', async () => {
    const replies = await Promise.all([
      world.ask('app.load', {}),
      world.ask('accounts.pin', { accountId, pinned: true }),
      world.ask('accounts.setSites', { accountId, sites: [] }),
      world.ask('accounts.delete', { accountId }),
      world.ask('accounts.restore', { accountId }),
      world.ask('codes.current', { accountIds: [accountId] }),
    ])
    expect(JSON.stringify(replies)).not.toMatch(new RegExp(`${SECRET}|secret|${PASSPHRASE}`, 'u'))
  })
})

describe('settings', () => {
  it('change one by one and are kept', async () => {
    await Promise.all([
      world.ask('settings.update', { theme: 'dark' }),
      world.ask('settings.update', { language: 'id' }),
      world.ask('settings.update', { autoLockMinutes: 5 }),
    ])
    await world.restartBrowser()
    expect(value(await world.ask('app.load', {})).settings).toMatchObject({
      theme: 'dark',
      language: 'id',
      autoLockMinutes: 5,
    })
  })
})
