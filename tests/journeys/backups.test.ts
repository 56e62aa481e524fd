import { fakeBrowser } from 'wxt/testing/fake-browser'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PASSPHRASE, SITE, value, World } from './support/world'

const OWN = 'sawah kopi angin perak'
const DAY_MS = 86_400_000
const LINKS = [
  'otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&issuer=Acme',
  'otpauth://hotp/Bank:me?secret=GEZDGNBVGY3TQOJQ&issuer=Bank&counter=7',
  'otpauth://totp/Cloud:me?secret=MFRGGZDFMZTWQ2LK&issuer=Cloud&digits=8&period=60&algorithm=SHA256',
]

let world: World

// Making one derives three keys; a file is the same whoever opens it, so most tests open this one.
let text: string

beforeAll(async () => {
  world = await World.open()
  await world.withAccounts(LINKS, SITE)
  value(await world.ask('settings.update', { theme: 'dark' }))
  value(await world.ask('sites.prefer', { site: SITE, isHidden: true }))
  text = (await makeBackup()).text
})

beforeEach(async () => {
  world = await World.open()
})

const readState = async () => value(await world.ask('app.load', {}))
const makeBackup = async (own?: string) =>
  value(await world.ask('backup.create', { passphrase: PASSPHRASE, ...(own ? { own } : {}) }))
const inspect = (file = text, passphrase = PASSPHRASE) =>
  world.ask('backup.inspect', { text: file, passphrase })
const restore = (change: { mode?: 'merge' | 'replace'; takesDifferent?: boolean } = {}) =>
  world.ask('backup.restore', {
    ...{ text, passphrase: PASSPHRASE, mode: 'merge', takesDifferent: false },
    ...change,
  })

describe('a backup', () => {
  it('is made for the passphrase only', async () => {
    await world.withAccounts(LINKS)
    expect(await world.ask('backup.create', { passphrase: 'wrong' })).toMatchObject({
      code: 'wrong-passphrase',
    })
    expect((await readState()).backup).toEqual({ changes: 3 })
  })

  it('is not made of a locked vault', async () => {
    await world.withAccounts(LINKS)
    value(await world.ask('vault.lock', {}))
    expect(await world.ask('backup.create', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'locked',
    })
  })

  it('shows nothing of what it holds', () => {
    expect(text).toMatch(/^\{\n {2}"format": "sandi-backup",\n {2}"version": 1,\n/u)
    for (const word of ['Acme', 'JBSWY3DPEHPK3PXP', 'login.acme', PASSPHRASE]) {
      expect(text).not.toContain(word)
    }
  })

  it('opens with the passphrase of the vault, unless it has its own', async () => {
    await world.withAccounts(LINKS)
    const own = (await makeBackup(OWN)).text
    expect(await inspect(own)).toMatchObject({ code: 'wrong-backup-passphrase' })
    expect(value(await inspect(own, OWN)).rows).toHaveLength(3)
  })

  it('refuses an empty passphrase of its own', async () => {
    await world.withAccounts(LINKS)
    expect(await world.ask('backup.create', { passphrase: PASSPHRASE, own: '' })).toMatchObject({
      code: 'passphrase-empty',
    })
  })

  it('leaves the trash out', async () => {
    const [first] = await world.withAccounts(LINKS)
    value(await world.ask('accounts.delete', { accountIds: [first?.id ?? ''] }))
    const made = await makeBackup()
    expect(made.accounts).toBe(2)
    expect(value(await inspect(made.text)).rows.map(({ issuer }) => issuer)).toEqual([
      'Bank',
      'Cloud',
    ])
  })

  it('is handed over also when the disk cannot take a note of it', async () => {
    await world.withAccounts(LINKS)
    world.state.localWrites = 'refused'
    const { backups } = world.services
    const made = value(await backups.create(PASSPHRASE))
    world.state.localWrites = 'arrive'
    expect(value(await inspect(made.text)).missing).toEqual([])
  })
})

describe('the health of backups', () => {
  it('counts the accounts that changed since the last one', async () => {
    const [first, second] = await world.withAccounts(LINKS)
    expect((await readState()).backup).toEqual({ changes: 3 })
    await makeBackup()
    const madeAt = world.state.now
    expect((await readState()).backup).toEqual({ changes: 0, madeAt })
    world.state.now += 1000
    const accountId = first?.id ?? ''
    value(await world.ask('accounts.pin', { accountId, pinned: true }))
    value(await world.ask('accounts.setSites', { accountId, sites: [SITE] }))
    expect((await readState()).backup).toEqual({ changes: 1, madeAt })
    value(await world.ask('accounts.delete', { accountIds: [second?.id ?? ''] }))
    expect((await readState()).backup).toEqual({ changes: 2, madeAt })
  })

  it('does not count what came and went between two backups', async () => {
    await world.withAccounts(LINKS)
    await makeBackup()
    world.state.now += 1000
    const [added] = await world.addAccounts(['otpauth://totp/New?secret=MFRGGZDFMZTWQ2LK'])
    world.state.now += 1000
    value(await world.ask('accounts.delete', { accountIds: [added?.id ?? ''] }))
    expect((await readState()).backup).toMatchObject({ changes: 0 })
  })

  it.each(['merge', 'replace'] as const)(
    'counts nothing where a %s leaves the vault as its last backup has it',
    async (mode) => {
      value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
      world.state.now += 1000
      value(await restore({ mode }))
      const { backup } = await readState()
      expect(backup?.changes).toBe(0)
      expect(backup?.madeAt).toBeLessThan(world.state.now)
      world.state.now += 1000
      const [first] = (await readState()).accounts
      value(await world.ask('accounts.delete', { accountIds: [first?.id ?? ''] }))
      expect((await readState()).backup).toMatchObject({ changes: 1 })
      world.state.now += 1000
      value(await restore({ mode }))
      expect((await readState()).backup).toMatchObject({ changes: 0 })
    },
  )

  it('still counts what a merge leaves beside the backup', async () => {
    await world.withAccounts(LINKS, SITE)
    await world.addAccounts(['otpauth://totp/New:me?secret=MFRGGZDFMZTWQ2LL&issuer=New'])
    value(await restore())
    expect((await readState()).backup).toEqual({ changes: 4 })
  })

  it('is not told while the vault is locked', async () => {
    await world.withAccounts(LINKS)
    value(await world.ask('vault.lock', {}))
    expect(await readState()).not.toHaveProperty('backup')
  })
})

describe('a drill', () => {
  it('finds every account, is remembered and changes no account', async () => {
    await world.withAccounts(LINKS, SITE)
    const before = await readState()
    world.state.now += DAY_MS / 24 / 60
    const report = value(await inspect())
    expect(report.rows.map(({ standing }) => standing)).toEqual(['same', 'same', 'same'])
    expect(report.missing).toEqual([])
    const after = await readState()
    expect(after.accounts).toEqual(before.accounts)
    expect(after.backup).toMatchObject({ testedAt: world.state.now, changes: 0 })
    expect(after.backup?.madeAt).toBeLessThan(world.state.now)
  })

  it('tells what changed and what is missing, and is then not counted', async () => {
    const [, bank] = await world.withAccounts(LINKS, SITE)
    value(await world.ask('codes.advance', { accountId: bank?.id ?? '' }))
    await world.addAccounts(['otpauth://totp/New:me?secret=MFRGGZDFMZTWQ2LL&issuer=New'])
    const report = value(await inspect())
    expect(report.rows.map(({ standing }) => standing)).toEqual(['same', 'different', 'same'])
    expect(report.missing).toEqual([{ issuer: 'New', account: 'me' }])
    expect((await readState()).backup).not.toHaveProperty('testedAt')
  })

  it('holds no secret', async () => {
    await world.withAccounts(LINKS, SITE)
    expect(JSON.stringify(value(await inspect()))).not.toContain('JBSWY3DPEHPK3PXP')
  })

  it('works while the vault is locked, where everything is new', async () => {
    await world.withAccounts(LINKS, SITE)
    value(await world.ask('vault.lock', {}))
    expect(value(await inspect()).rows.map(({ standing }) => standing)).toEqual([
      'new',
      'new',
      'new',
    ])
  })
})

describe('restoring by merge', () => {
  it('brings deleted accounts back, with their codes, and adds nothing twice', async () => {
    const accounts = await world.withAccounts(LINKS, SITE)
    const before = await readState()
    for (const { id } of accounts) value(await world.ask('accounts.delete', { accountIds: [id] }))
    expect((await readState()).accounts).toEqual([])
    expect(value(await restore())).toMatchObject({ added: 3, changed: 0, trashed: 0 })
    expect(value(await restore())).toMatchObject({ added: 0, changed: 0, trashed: 0 })
    const after = await readState()
    expect(after.codes).toEqual(before.codes)
    expect(after.accounts.map(({ issuer, sites }) => [issuer, sites])).toEqual(
      before.accounts.map(({ issuer, sites }) => [issuer, sites]),
    )
  })

  it('counts what it brought back as a change for the next backup', async () => {
    const [first] = await world.withAccounts(LINKS, SITE)
    value(await world.ask('accounts.delete', { accountIds: [first?.id ?? ''] }))
    world.state.now += 1000
    await makeBackup()
    expect((await readState()).backup).toMatchObject({ changes: 0 })
    world.state.now += 1000
    value(await restore())
    expect((await readState()).backup).toMatchObject({ changes: 1 })
  })

  it('keeps what is different here, unless told otherwise', async () => {
    const [first] = await world.withAccounts(LINKS, SITE)
    value(await world.ask('accounts.pin', { accountId: first?.id ?? '', pinned: true }))
    expect(value(await restore())).toMatchObject({ added: 0, changed: 0, trashed: 0 })
    expect((await readState()).accounts[0]?.pinned).toBe(true)
    expect(value(await restore({ takesDifferent: true }))).toMatchObject({ changed: 1 })
    expect((await readState()).accounts[0]?.pinned).toBe(false)
  })

  it('brings what the person wanted on sites, and undoing takes it back', async () => {
    await world.withAccounts(LINKS, SITE)
    expect(value(await inspect())).toMatchObject({ newSites: 1, differentSites: 0 })
    const wanted = async () => JSON.stringify(value(await world.ask('sites.list', {})))
    const before = await wanted()
    const { undoId = '' } = value(await restore())
    expect(await wanted()).not.toBe(before)
    expect(value(await inspect())).toMatchObject({ newSites: 0, differentSites: 0 })
    value(await world.ask('snapshots.restore', { snapshotId: undoId }))
    expect(await wanted()).toBe(before)
  })

  it('says that only the order is another one', async () => {
    const [first, , last] = await world.withAccounts(LINKS, SITE)
    expect(value(await inspect())).not.toHaveProperty('isReordered')
    const place = { beside: last?.id ?? '', side: 'after' as const }
    value(await world.ask('accounts.move', { accountId: first?.id ?? '', ...place }))
    expect(value(await inspect())).toMatchObject({ isReordered: true })
  })

  it('never sets a counter back', async () => {
    const [, bank] = await world.withAccounts(LINKS, SITE)
    value(await world.ask('codes.advance', { accountId: bank?.id ?? '' }))
    value(await restore({ takesDifferent: true }))
    expect((await readState()).accounts[1]?.counter).toBe(8)
  })

  it('changes nothing when the write fails', async () => {
    const [first] = await world.withAccounts(LINKS, SITE)
    value(await world.ask('accounts.delete', { accountIds: [first?.id ?? ''] }))
    world.state.localWrites = 'refused'
    expect((await restore()).ok).toBe(false)
    world.state.localWrites = 'arrive'
    expect((await readState()).accounts).toHaveLength(2)
  })

  it('is refused while the vault is locked', async () => {
    await world.withAccounts(LINKS, SITE)
    value(await world.ask('vault.lock', {}))
    expect(await restore()).toMatchObject({ code: 'locked' })
  })
})

it('restoring is undone by the snapshot that it took before', async () => {
  const accounts = await world.withAccounts(LINKS, SITE)
  for (const { id } of accounts) value(await world.ask('accounts.delete', { accountIds: [id] }))
  const { undoId = '' } = value(await restore())
  expect((await readState()).accounts).toHaveLength(3)
  value(await world.ask('snapshots.restore', { snapshotId: undoId }))
  expect((await readState()).accounts).toEqual([])
})

it('restoring in place of everything sends the rest to the trash', async () => {
  await world.withAccounts(LINKS, SITE)
  const [added] = await world.addAccounts(['otpauth://totp/New?secret=MFRGGZDFMZTWQ2LL'])
  const restored = value(await restore({ mode: 'replace' }))
  expect(restored).toMatchObject({ added: 0, changed: 0, trashed: 1 })
  expect((await readState()).accounts).toHaveLength(3)
  value(await world.ask('accounts.restore', { accountIds: [added?.id ?? ''] }))
  expect((await readState()).accounts).toHaveLength(4)
})

describe('on another computer', () => {
  const begin = (passphrase = PASSPHRASE) =>
    world.ask('backup.begin', { text, passphrase, next: OWN })

  it('the vault begins with the very same codes, its own passphrase and a recovery code', async () => {
    await world.withAccounts(LINKS, SITE)
    const before = await readState()
    world = await World.open()
    const { recoveryCode } = value(await begin())
    const after = await readState()
    expect(after.codes).toEqual(before.codes)
    expect(after.accounts).toEqual(before.accounts)
    expect(after.settings.theme).toBe('dark')
    expect(value(await world.ask('sites.list', {}))).toMatchObject([{ site: SITE, isHidden: true }])
    expect(after.backup).toMatchObject({ changes: 0 })
    await world.restartBrowser()
    expect(await world.ask('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'wrong-passphrase',
    })
    value(await world.ask('vault.unlock', { passphrase: OWN }))
    value(await world.ask('vault.recover', { recoveryCode, passphrase: PASSPHRASE }))
  })

  it('a wrong passphrase makes no vault', async () => {
    expect(await begin('wrong')).toMatchObject({ code: 'wrong-backup-passphrase' })
    expect((await readState()).status).toBe('none')
    expect(await fakeBrowser.storage.local.get('vault.exists')).toEqual({})
  })

  it('a vault that is there stays', async () => {
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
    expect(await begin()).toMatchObject({ code: 'vault-exists' })
    expect((await readState()).accounts).toEqual([])
  })
})
