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
    value(await world.ask('accounts.delete', { accountIds: [accountId] }))
    expect(await readAccounts()).toEqual([])
    world.restartBackground()
    expect(value(await world.ask('accounts.restore', { accountIds: [accountId] }))).toBe(1)
    expect(await readAccounts()).toEqual([{ ...before[0], updatedAt: world.state.now }])
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
    expect(await world.ask('accounts.setSites', { accountId, sites })).toMatchObject({
      ok: false,
      code: 'site-unknown',
    })
    expect((await readAccounts())[0]?.sites).toEqual([SITE])
  })

  it.each([
    ['accounts.delete', () => world.ask('accounts.delete', { accountIds: ['x'] })],
    ['accounts.restore', () => world.ask('accounts.restore', { accountIds: ['x'] })],
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
      world.ask('accounts.delete', { accountIds: [accountId] }),
      world.ask('accounts.restore', { accountIds: [accountId] }),
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

describe('an edit of an account', () => {
  const edit = (
    change: Parameters<typeof world.ask<'accounts.edit'>>[1]['change'],
    seen?: number,
  ) => world.ask('accounts.edit', { accountId, change }, seen === undefined ? {} : { seen })

  it('changes every field, and is there after a restart of the browser', async () => {
    const change = {
      ...{ issuer: 'Acme Bank', account: 'you', note: 'line\nline', tags: ['Work'], pinned: true },
      ...{ icon: 'data:image/png;base64,iVBORw0KGgo=', sites: ['https://acme.example'] },
    }
    const edited = value(await edit(change))
    expect(edited).toMatchObject(change)
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readAccounts()).toEqual([edited])
  })

  it('of the key makes other codes, and is taken back with the same codes as before', async () => {
    const codes = async () => value(await world.ask('codes.current', { accountIds: [accountId] }))
    const before = await codes()
    const parameters = { type: 'totp', algorithm: 'SHA256', digits: '8', period: '60', counter: '' }
    const edited = value(await edit({ parameters: { ...parameters, secret: 'GEZDGNBVGY3TQOJQ' } }))
    expect(edited).toMatchObject({ digits: 8, periodSeconds: 60, hasFormer: true })
    expect((await codes())[0]?.code).toMatch(/^\d{8}$/u)
    value(await world.ask('accounts.swapKey', { accountId }))
    expect(await codes()).toEqual(before)
  })

  it('of a state that is no longer there is refused, and changes nothing', async () => {
    const seen = value(await world.ask('app.load', {})).generation
    value(await world.ask('accounts.pin', { accountId, pinned: true }))
    expect(await edit({ issuer: 'Stale' }, seen)).toMatchObject({ code: 'conflict' })
    expect((await readAccounts())[0]).toMatchObject({ issuer: 'Acme', pinned: true })
  })

  it.each([
    ['a picture that is none', { icon: 'data:image/png;base64,AAAA' }, 'image-unreadable'],
    ['a drawing that is a program', { icon: 'data:image/svg+xml,<svg/>' }, 'image-unreadable'],
    ['a site that is none', { sites: ['http://acme.example'] }, 'site-unknown'],
    ['everybody’s domain', { sites: ['https://*.com'] }, 'site-shared'],
  ])('is refused whole with %s', async (_name, change, code) => {
    expect(await edit({ issuer: 'New', ...change })).toMatchObject({ ok: false, code })
    expect((await readAccounts())[0]).toMatchObject({ issuer: 'Acme', sites: [SITE] })
  })

  it('keeps a site that imitates one only after the warning', async () => {
    const change = { sites: [SITE, 'https://login.acrne.example'] }
    expect(await edit(change)).toMatchObject({
      code: 'site-imitates',
      detail: { host: 'login.acrne.example', imitated: 'login.acme.example' },
    })
    const asked = { accountId, change, hasSeenWarning: true }
    expect(value(await world.ask('accounts.edit', asked)).sites).toEqual(change.sites)
  })

  it('is refused while the vault is locked', async () => {
    value(await world.ask('vault.lock', {}))
    expect(await edit({ issuer: 'New' })).toEqual({ ok: false, code: 'locked' })
  })

  it('never answers with the key, the one of now or of before', async () => {
    const parameters = { type: 'totp', algorithm: 'SHA1', digits: '6', period: '30', counter: '' }
    const replies = [
      await edit({ parameters: { ...parameters, secret: 'GEZDGNBVGY3TQOJQ' } }),
      await world.ask('accounts.swapKey', { accountId }),
      await world.ask('app.load', {}),
    ]
    expect(JSON.stringify(replies)).not.toMatch(new RegExp(`${SECRET}|GEZDGNBV|secret`, 'u'))
  })
})

describe('the person’s own order', () => {
  it('is kept through a new start, and shown where it is chosen', async () => {
    const [first] = await world.addAccounts([
      'otpauth://totp/Zeta:z?secret=GEZDGNBVGY3TQOJQ&issuer=Zeta',
    ])
    const zeta = first?.id ?? ''
    value(await world.ask('accounts.move', { accountId: zeta, beside: accountId, side: 'before' }))
    expect((await readAccounts()).map(({ id }) => id)).toEqual([accountId, zeta])
    value(await world.ask('settings.update', { sort: 'own' }))
    world.restartBackground()
    expect((await readAccounts()).map(({ id }) => id)).toEqual([zeta, accountId])
    expect(value(await world.ask('accounts.list', {})).map(({ id }) => id)).toEqual([
      zeta,
      accountId,
    ])
  })
})

it('an account that is used is not changed', async () => {
  const [before] = await readAccounts()
  world.state.now += 1000
  value(await world.ask('accounts.noteUse', { accountId }))
  const [after] = await readAccounts()
  expect(after).toEqual({ ...before, usedAt: world.state.now, uses: 1 })
})
