import { beforeEach, describe, expect, it } from 'vitest'
import type { ImportedAccount } from '@/utils/core/import/importer'
import type { ImportChoice } from '@/utils/core/import/mergeImport'
import { LINK, SECRET, SITE, value, World } from './support/world'

let world: World
let accountId: string
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
})

function imported(change: Partial<ImportedAccount> = {}): ImportedAccount {
  return {
    ...{ type: 'totp', secret: 'GEZDGNBVGY3TQOJQ', algorithm: 'SHA1', digits: 6 },
    ...{ periodSeconds: 30, counter: 0, issuer: 'New', account: 'me', pinned: false, sites: [] },
    ...change,
  }
}

const HERE = imported({ issuer: 'Acme', secret: SECRET })
const HOTP = `otpauth://hotp/VPN:me?secret=${SECRET}&issuer=VPN&counter=7`
const compare = (...accounts: readonly ImportedAccount[]) =>
  world.ask('import.compare', { accounts })
const commit = (choices: readonly ImportChoice[], withSites = false) =>
  world.ask('import.commit', { choices, withSites })
const take = (...accounts: readonly ImportedAccount[]) =>
  accounts.map((account): ImportChoice => ({ account }))
const list = async () => value(await world.ask('accounts.list', {}))
const sitesOf = async (issuer: string) =>
  (await list()).find((account) => account.issuer === issuer)?.sites

describe('comparing', () => {
  it.each([
    ['new', imported()],
    ['duplicate', HERE],
    ['conflict', { ...HERE, secret: 'GEZDGNBVGY3TQOJQ' }],
    ['conflict', { ...HERE, account: 'someone else' }],
    ['conflict', { ...HERE, digits: 8 }],
  ])('tells %s', async (standing, account) => {
    expect(value(await compare(account)).rows).toMatchObject([{ standing }])
  })

  it('tells what stands twice in the files', async () => {
    const { rows } = value(await compare(imported(), imported()))
    expect(rows.map(({ standing }) => standing)).toEqual(['new', 'repeated'])
  })

  it('answers without the secret of what is here, and writes nothing', async () => {
    const before = value(await world.ask('app.load', {})).generation
    expect(JSON.stringify(value(await compare(imported({ issuer: 'Acme' }))))).not.toContain(SECRET)
    expect(value(await world.ask('app.load', {})).generation).toBe(before)
  })

  it.each([
    ['no base32', { secret: '!' }],
    ['lower case', { secret: 'gezdgnbv' }],
    ['no digits', { digits: 0 }],
    ['a period of zero', { periodSeconds: 0 }],
    ['a counter below zero', { type: 'hotp' as const, counter: -1 }],
  ])('refuses what no importer reads: %s', async (_name, change) => {
    expect((await compare(imported(change))).ok).toBe(false)
    expect((await commit(take(imported(change)))).ok).toBe(false)
    expect(await list()).toHaveLength(1)
  })

  it('asks for an unlocked vault', async () => {
    value(await world.ask('vault.lock', {}))
    expect(await compare(imported())).toMatchObject({ code: 'locked' })
    expect(await commit(take(imported()))).toMatchObject({ code: 'locked' })
  })
})

describe('committing', () => {
  it('adds and replaces in one write, behind a copy', async () => {
    const before = value(await world.ask('app.load', {})).generation ?? 0
    const newer = imported({ issuer: 'Acme', pinned: true, note: 'from the file' })
    const count = value(
      await commit([
        { account: newer, replaces: accountId },
        ...take(imported({ type: 'steam', digits: 5 })),
      ]),
    )
    expect(count).toEqual({ added: 1, replaced: 1 })
    const state = value(await world.ask('app.load', {}))
    expect(state.generation).toBe(before + 1)
    expect(await list()).toEqual([
      expect.objectContaining({
        id: accountId,
        pinned: true,
        sites: [SITE],
        note: 'from the file',
      }),
      expect.objectContaining({ type: 'steam', issuer: 'New' }),
    ])
    expect(value(await world.ask('snapshots.list', {}))[0]).toMatchObject({
      reason: 'import',
      accounts: 1,
    })
  })

  it('keeps what the file says nothing of, and the former key', async () => {
    const change = { note: 'mine', tags: ['Work'] }
    value(await world.ask('accounts.edit', { accountId, change }))
    const before = (await list())[0]
    value(await commit([{ account: imported({ issuer: 'Acme' }), replaces: accountId }]))
    expect((await list())[0]).toEqual({
      ...before,
      hasFormer: true,
      updatedAt: world.state.now,
    })
  })

  it('keeps no former key where the key stays, and the one that is kept already', async () => {
    value(await commit([{ account: { ...HERE, note: 'new' }, replaces: accountId }]))
    expect((await list())[0]).not.toHaveProperty('hasFormer')
    const [first, second] = [
      { ...HERE, digits: 8 },
      { ...HERE, digits: 8, note: 'newer' },
    ]
    value(await commit([{ account: first, replaces: accountId }]))
    value(await commit([{ account: second, replaces: accountId }]))
    expect(value(await world.ask('accounts.swapKey', { accountId })).digits).toBe(6)
  })

  it.each([
    ['the same key goes back', SECRET, 5, 7],
    ['the same key goes on', SECRET, 9, 9],
    ['another key is its own', 'GEZDGNBVGY3TQOJQ', 5, 5],
  ])('takes a counter as it should be: %s', async (_name, secret, counter, expected) => {
    const [hotp] = await world.addAccounts([HOTP])
    const account = imported({ type: 'hotp', issuer: 'VPN', secret, counter })
    value(await commit([{ account, replaces: hotp?.id ?? '' }]))
    expect((await list()).find(({ issuer }) => issuer === 'VPN')?.counter).toBe(expected)
  })

  it('keeps of names, notes, tags and pictures what may be kept', async () => {
    const account = imported({
      issuer: 'Ne\u202Ew',
      note: 'one\u0000\r\ntwo',
      tags: ['Work', 'Work'],
      icon: 'data:image/svg+xml;base64,PHN2Zz4=',
    })
    value(await commit(take(account)))
    const added = (await list()).find(({ issuer }) => issuer === 'New')
    expect(added).toMatchObject({ note: 'one\ntwo', tags: ['Work'] })
    expect(added).not.toHaveProperty('icon')
  })

  it('writes nothing when the write fails', async () => {
    world.state.localWrites = 'refused'
    expect((await commit(take(imported()))).ok).toBe(false)
    world.state.localWrites = 'arrive'
    expect(await list()).toHaveLength(1)
    expect(await world.ask('import.undo', {})).toMatchObject({ code: 'import-forgotten' })
  })

  it('does nothing twice when it is asked again', async () => {
    const terms = { command: 'import-1' }
    const payload = { choices: take(imported()), withSites: false }
    value(await world.ask('import.commit', payload, terms))
    value(await world.ask('import.commit', payload, terms))
    expect(await list()).toHaveLength(2)
    value(await world.ask('import.undo', {}))
    expect(await list()).toHaveLength(1)
  })
})

describe('sites of a file', () => {
  const proposing = (...sites: readonly string[]) => imported({ sites })

  it('are bound only if the person agrees', async () => {
    value(await commit(take(proposing('https://new.example'))))
    expect(await sitesOf('New')).toEqual([])
  })

  it('are bound when they may be, and named before', async () => {
    const account = proposing('https://new.example', 'https://www.acme.example')
    expect(value(await compare(account))).toMatchObject({ sites: account.sites, imitations: [] })
    value(await commit(take(account), true))
    expect(await sitesOf('New')).toEqual(account.sites)
  })

  it('never bind an imitation of a trusted site', async () => {
    const account = proposing('https://new.example', 'https://acrne.example')
    expect(value(await compare(account))).toMatchObject({
      sites: ['https://new.example'],
      imitations: [{ site: 'https://acrne.example', imitated: 'login.acme.example' }],
    })
    value(await commit(take(account), true))
    expect(await sitesOf('New')).toEqual(['https://new.example'])
  })

  it('never bind an imitation of the service whose account comes with it', async () => {
    const account = imported({ issuer: 'GitHub', sites: ['https://g1thub.com'] })
    expect(value(await compare(account)).imitations).toEqual([
      { site: 'https://g1thub.com', imitated: 'github.com' },
    ])
    value(await commit(take(account), true))
    expect(await sitesOf('GitHub')).toEqual([])
  })

  it('keep what the person had bound before, also where it is replaced', async () => {
    const imitation = 'https://acrne.example'
    value(
      await world.ask('accounts.setSites', {
        ...{ accountId, sites: [SITE, imitation], hasSeenWarning: true },
      }),
    )
    value(await commit([{ account: imported({ issuer: 'Acme' }), replaces: accountId }], true))
    expect(await sitesOf('Acme')).toEqual([SITE, imitation])
  })

  it.each(['javascript:alert(1)', 'http://new.example', 'https://*.com', 'nothing'])(
    'do not bind %s',
    async (site) => {
      value(await commit(take(proposing(site)), true))
      expect(await sitesOf('New')).toEqual([])
    },
  )
})

describe('taking back', () => {
  it('leaves the vault as it was before', async () => {
    const before = await list()
    value(
      await commit([
        { account: imported({ issuer: 'Acme' }), replaces: accountId },
        ...take(imported()),
      ]),
    )
    value(await world.ask('import.undo', {}))
    expect(await list()).toEqual(before)
    expect(value(await world.ask('app.load', {})).codes).toHaveLength(1)
  })

  it.each([
    ['a counter of a file that went on', 100, 0, 7],
    ['no code that was shown since', 7, 2, 9],
    ['no code that was shown since, also in another count', 100, 1, 101],
  ])('takes back %s', async (_name, counter, advances, expected) => {
    const [hotp] = await world.addAccounts([HOTP])
    const id = hotp?.id ?? ''
    const account = imported({ type: 'hotp', issuer: 'VPN', secret: SECRET, counter })
    value(await commit([{ account, replaces: id }]))
    for (let at = 0; at < advances; at++) value(await world.ask('codes.advance', { accountId: id }))
    value(await world.ask('import.undo', {}))
    expect((await list()).find((it) => it.id === id)?.counter).toBe(expected)
  })

  it('leaves what came to an account since: recovery codes and uses', async () => {
    value(await commit([{ account: imported({ issuer: 'Renamed' }), replaces: accountId }]))
    value(await world.ask('serviceCodes.add', { accountId, codes: ['4f7k-9q2m'] }))
    value(await world.ask('accounts.noteUse', { accountId }))
    value(await world.ask('import.undo', {}))
    expect((await list())[0]).toMatchObject({ issuer: 'Acme', uses: 1, recovery: { total: 1 } })
  })

  it('happens once, and is forgotten with the lock', async () => {
    value(await commit(take(imported())))
    value(await world.ask('import.undo', {}))
    expect(await world.ask('import.undo', {})).toMatchObject({ code: 'import-forgotten' })
    value(await commit(take(imported())))
    value(await world.ask('vault.lock', {}))
    expect((await world.ask('import.undo', {})).ok).toBe(false)
  })

  it('leaves alone what was added since', async () => {
    value(await commit(take(imported())))
    await world.addAccounts(['otpauth://totp/Later:me?secret=MFRGGZDFMZTWQ2LK&issuer=Later'])
    value(await world.ask('import.undo', {}))
    expect((await list()).map(({ issuer }) => issuer)).toEqual(['Acme', 'Later'])
  })
})
