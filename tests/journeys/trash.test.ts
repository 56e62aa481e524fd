import { beforeEach, describe, expect, it } from 'vitest'
import { LINK, PASSPHRASE, SECRET, SITE, value, World } from './support/world'

const OTHERS = ['B', 'C', 'D'].map(
  (name) => `otpauth://totp/${name}:me?secret=GEZDGNBV&issuer=${name}`,
)
const DAY_MS = 24 * 60 * 60_000

let world: World
let ids: readonly string[]
beforeEach(async () => {
  world = await World.open()
  ids = (await world.withAccounts([LINK, ...OTHERS], SITE)).map(({ id }) => id)
})

const idAt = (at: number) => ids[at] ?? ''
const remove = (at: number) => world.ask('accounts.delete', { accountIds: [idAt(at)] })
const readTrash = async () => value(await world.ask('trash.list', {}))
const readAccounts = async () => value(await world.ask('app.load', {})).accounts

describe('a deleted account', () => {
  it('lies in the trash, the last one first, without its secret', async () => {
    value(await remove(0))
    world.state.now += 1000
    value(await remove(1))
    const trash = await readTrash()
    expect(trash.map(({ issuer }) => issuer)).toEqual(['B', 'Acme'])
    expect(trash[0]?.deletedAt).toBe(world.state.now)
    expect(JSON.stringify(trash)).not.toContain(SECRET)
    expect(value(await world.ask('app.load', {})).trashed).toBe(2)
  })

  it('makes no codes, is filled nowhere and is edited by nobody', async () => {
    value(await remove(0))
    const accountId = idAt(0)
    const tabId = await world.openTab(`${SITE}/login`)
    expect(value(await world.ask('codes.current', { accountIds: ids }))).toHaveLength(3)
    expect(await world.ask('accounts.pin', { accountId, pinned: true })).toMatchObject({
      code: 'account-missing',
    })
    expect(await remove(0)).toMatchObject({ code: 'account-missing' })
    expect(await world.ask('fill.start', { accountId, site: SITE })).toMatchObject({ ok: false })
    const { pairing = '' } = value(await world.askFrame(tabId, 'fill.offer', {}))
    const offered = value(await world.askMenu(tabId, 'menu.load', { pairing })).accounts
    expect(offered.map(({ issuer }) => issuer)).not.toContain('Acme')
  })

  it('stays for 30 days and is gone with the next change after that', async () => {
    value(await remove(0))
    world.state.now += 29 * DAY_MS
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    value(await world.ask('accounts.pin', { accountId: idAt(1), pinned: true }))
    expect(await readTrash()).toHaveLength(1)
    world.state.now += DAY_MS
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    value(await world.ask('accounts.pin', { accountId: idAt(1), pinned: false }))
    expect(await readTrash()).toEqual([])
  })

  it('is deleted for ever only out of the trash', async () => {
    value(await remove(0))
    value(await world.ask('trash.delete', { accountIds: ids }))
    expect(await readTrash()).toEqual([])
    expect(await readAccounts()).toHaveLength(3)
    expect(await world.ask('accounts.restore', { accountIds: [idAt(0)] })).toMatchObject({
      code: 'account-missing',
    })
  })

  it('comes back as one when it is set up again, with what is known of it', async () => {
    value(await remove(0))
    const [again] = await world.addAccounts([LINK])
    expect(again).toMatchObject({ issuer: 'Acme', sites: [SITE] })
    expect(await readTrash()).toEqual([])
    expect(await readAccounts()).toHaveLength(4)
  })
})

describe('a command that comes again over the wire', () => {
  it('deletes once, also when the account was restored in between', async () => {
    const terms = { command: 'c-1' }
    const accountId = idAt(0)
    value(await world.ask('accounts.delete', { accountIds: [accountId] }, terms))
    world.restartBackground()
    value(await world.ask('accounts.delete', { accountIds: [accountId] }, terms))
    value(await world.ask('accounts.restore', { accountIds: [accountId] }))
    value(await world.ask('accounts.delete', { accountIds: [accountId] }, terms))
    expect(await readAccounts()).toHaveLength(4)
  })

  it('gives the same code of a counter, and moves it once', async () => {
    const [hotp] = await world.addAccounts(['otpauth://hotp/H:me?secret=GEZDGNBV&counter=5'])
    const accountId = hotp?.id ?? ''
    const first = value(await world.ask('codes.advance', { accountId }, { command: 'c-2' }))
    const next = value(await world.ask('codes.advance', { accountId }, { command: 'c-3' }))
    world.restartBackground()
    expect(value(await world.ask('codes.advance', { accountId }, { command: 'c-2' }))).toEqual(
      first,
    )
    expect(value(await world.ask('codes.advance', { accountId }, { command: 'c-3' }))).toEqual(next)
    expect((await readAccounts()).find(({ id }) => id === accountId)?.counter).toBe(7)
  })

  it('changes the passphrase once', async () => {
    const change = { passphrase: PASSPHRASE, next: 'another horse battery staple' }
    value(await world.ask('vault.changePassphrase', change, { command: 'c-4' }))
    world.restartBackground()
    value(await world.ask('vault.changePassphrase', change, { command: 'c-4' }))
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: change.next }))
  })

  it('is remembered for 64 commands, and no longer', async () => {
    const accountId = idAt(0)
    for (let at = 0; at <= 64; at++) {
      value(
        await world.ask('accounts.pin', { accountId, pinned: true }, { command: `c${String(at)}` }),
      )
    }
    const read = await world.services.vault.read()
    const commands = read.ok ? read.value.commands?.map(({ id }) => id) : []
    expect(commands).toHaveLength(64)
    expect(commands).not.toContain('c0')
  })

  it.each([
    ['an empty name', { command: '' }],
    ['a name that is too long', { command: 'x'.repeat(65) }],
    ['half a generation', { seen: 1.5 }],
  ])('is no request with %s', async (_name, terms) => {
    expect(await world.ask('app.load', {}, terms)).toBeUndefined()
  })

  it('is refused when what was seen has changed', async () => {
    const { generation = 0 } = value(await world.ask('app.load', {}))
    value(await world.ask('accounts.pin', { accountId: idAt(0), pinned: true }))
    const sites = { accountId: idAt(1), sites: [] }
    expect(await world.ask('accounts.setSites', sites, { seen: generation })).toEqual({
      ok: false,
      code: 'conflict',
    })
    value(await world.ask('accounts.setSites', sites, { seen: generation + 1 }))
  })
})
