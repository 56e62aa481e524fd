import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { PLATFORM } from '@/utils/background/services'
import type { SealedVault } from '@/utils/core/vault/vaultFormat'
import { LINK, PASSPHRASE, SITE, value, World } from './support/world'

const SECOND = 'otpauth://totp/Second:me?secret=GEZDGNBV'
const SLOTS = ['vault.a', 'vault.b'] as const

let world: World
let firstId: string
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  firstId = account?.id ?? ''
})

const readNames = async () =>
  value(await world.ask('accounts.list', {})).map(({ issuer }) => issuer)
const pin = (pinned: boolean) => world.ask('accounts.pin', { accountId: firstId, pinned })

type Stored = Record<string, SealedVault>
const readLocal = () => fakeBrowser.storage.local.get<Stored>([...SLOTS])

/** The slot that holds the newest or the older copy. */
async function findSlot(which: 'newest' | 'older'): Promise<string> {
  const stored = await readLocal()
  const generationOf = (slot: string) =>
    Number(/"generation":(\d+)/u.exec(stored[slot]?.header ?? '')?.[1] ?? 0)
  const sorted = [...SLOTS].sort((a, b) => generationOf(b) - generationOf(a))
  return sorted[which === 'newest' ? 0 : 1] ?? ''
}

/** Changes a part of a stored copy, as a bad disk would. */
async function damage(
  which: 'newest' | 'older',
  part: keyof SealedVault,
  from: RegExp,
  to: string,
) {
  const slot = await findSlot(which)
  const copy = (await readLocal())[slot]
  if (!copy) throw new Error('no copy')
  const changed = { ...copy, [part]: copy[part].replace(from, to) }
  expect(changed).not.toEqual(copy)
  await fakeBrowser.storage.local.set({ [slot]: changed })
}

const damageContent = (which: 'newest' | 'older') => damage(which, 'ciphertext', /^..../u, 'AAAA')

describe('a write that fails', () => {
  it.each([
    ['refused', 'storage-full'],
    ['lost', 'write-failed'],
    ['garbled', 'write-failed'],
  ] as const)('keeps the old state when it is %s', async (localWrites, code) => {
    world.state.localWrites = localWrites
    expect(await pin(true)).toEqual({ ok: false, code })
    expect(await readNames()).toEqual(['Acme'])
    world.restartBackground()
    const [account] = value(await world.ask('app.load', {})).accounts
    expect(account?.pinned).toBe(false)
    world.state.localWrites = 'arrive'
    expect(value(await pin(true)).pinned).toBe(true)
  })

  it('never writes over the only good copy, however often it fails', async () => {
    world.state.localWrites = 'garbled'
    for (let times = 0; times < 5; times++) {
      expect(await pin(true)).toMatchObject({ code: 'write-failed' })
      world.restartBackground()
      expect(await readNames()).toEqual(['Acme'])
    }
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme'])
  })

  it('lets drafts be added again', async () => {
    const { drafts } = value(await world.ask('accounts.readText', { text: SECOND }))
    const choices = drafts.map(({ draftId }) => ({ draftId, issuer: 'Second', account: 'me' }))
    world.state.localWrites = 'refused'
    expect(await world.ask('accounts.add', { choices })).toMatchObject({ code: 'storage-full' })
    world.state.localWrites = 'arrive'
    value(await world.ask('accounts.add', { choices }))
    expect(await readNames()).toEqual(['Acme', 'Second'])
  })
})

describe('a damaged copy', () => {
  beforeEach(async () => {
    await world.addAccounts([SECOND])
    value(await pin(true))
    // The other storage engine would help; here it is not there.
    world.database.isBroken = true
  })

  it.each([
    ['its content', () => damageContent('newest')],
    ['its nonce', () => damage('newest', 'nonce', /^./u, '/')],
    ['its header', () => damage('newest', 'header', /"magic"/u, '"nagic"')],
    ['its wrapped key', () => damage('newest', 'header', /("wrappedKey":")..../u, '$1AAAA')],
    ['its salt', () => damage('newest', 'header', /("salt":")..../u, '$1AAAA')],
    ['its cost', () => damage('newest', 'header', /("memoryKib":)\d+/u, '$165536')],
    ['its version', () => damage('newest', 'header', /("version":)1,"vaultId/u, '$13,"vaultId')],
  ])('leaves the older one: %s', async (_name, spoil) => {
    await spoil()
    world.restartBackground()
    expect(await readNames()).toEqual(['Acme', 'Second'])
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme', 'Second'])
    expect(await world.ask('vault.create', { passphrase: 'x' })).toMatchObject({
      code: 'vault-exists',
    })
  })

  it('is the one that the next write replaces', async () => {
    await damageContent('newest')
    const good = await findSlot('older')
    const before = (await readLocal())[good]
    world.restartBackground()
    value(await pin(false))
    expect((await readLocal())[good]).toEqual(before)
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme', 'Second'])
  })

  it('is said when no other is left, and nothing is written', async () => {
    await damageContent('newest')
    await damageContent('older')
    const before = await readLocal()
    world.restartBackground()
    expect(value(await world.ask('app.load', {}))).toMatchObject({
      damage: 'vault-damaged',
      accounts: [],
    })
    expect(await pin(true)).toMatchObject({ code: 'vault-damaged' })
    await world.restartBrowser()
    expect(await world.ask('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'vault-damaged',
    })
    expect(await world.ask('vault.create', { passphrase: 'x' })).toMatchObject({
      code: 'vault-exists',
    })
    expect(await readLocal()).toEqual(before)
  })

  it.each<[string, Record<string, unknown>]>([
    ['nothing but the marker', { 'vault.exists': true }],
    ['text in place of a copy', { 'vault.a': 'garbage' }],
    ['a number in place of a copy', { 'vault.b': 7 }],
    ['a copy without its parts', { 'vault.a': { header: '{}' } }],
    ['a marker of another type', { 'vault.exists': 1 }],
  ])('is not taken for a new start: %s', async (_name, left) => {
    await fakeBrowser.storage.local.clear()
    await fakeBrowser.storage.local.set(left)
    await world.restartBrowser()
    expect(value(await world.ask('app.load', {}))).toMatchObject({
      status: 'locked',
      damage: 'vault-damaged',
    })
    expect(await world.ask('vault.create', { passphrase: 'x' })).toMatchObject({
      code: 'vault-exists',
    })
    expect(await world.ask('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'vault-damaged',
    })
  })
})

describe('the copy in the other storage engine', () => {
  it.each([
    ['everything', () => fakeBrowser.storage.local.clear()],
    ['both copies', () => fakeBrowser.storage.local.remove([...SLOTS])],
    ['what the copies held', () => fakeBrowser.storage.local.set({ 'vault.a': 1, 'vault.b': 2 })],
  ])('opens when the first one lost %s, and the next edit heals it', async (_name, lose) => {
    await world.addAccounts([SECOND])
    await lose()
    await world.restartBrowser()
    expect(value(await world.ask('app.load', {})).status).toBe('locked')
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme', 'Second'])
    value(await pin(true))
    world.database.isBroken = true
    world.restartBackground()
    expect(await readNames()).toEqual(['Acme', 'Second'])
  })

  it('is brought back before the vault counts as open', async () => {
    await fakeBrowser.storage.local.remove([...SLOTS])
    await world.restartBrowser()
    const order: string[] = []
    fakeBrowser.storage.onChanged.addListener((changes) => order.push(...Object.keys(changes)))
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    const first = order.findIndex((key) => ['vault.a', 'session'].includes(key))
    expect(order[first]).toBe('vault.a')
  })

  it('does not make a write fail when it cannot be written', async () => {
    world.database.isBroken = true
    await world.addAccounts([SECOND])
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readNames()).toEqual(['Acme', 'Second'])
  })

  it('is of the newest generation', async () => {
    await world.addAccounts([SECOND])
    const newest = (await readLocal())[await findSlot('newest')]
    expect(world.database.values.get('vault.mirror')).toEqual(newest)
  })

  it('keeps what was damaged, before it is written over', async () => {
    await world.addAccounts([SECOND])
    await damageContent('newest')
    const damaged = (await readLocal())[await findSlot('newest')]
    world.restartBackground()
    value(await pin(true))
    value(await pin(false))
    const aside = [...world.database.values].filter(([key]) => key.startsWith('quarantine.'))
    expect(aside.map(([, stored]) => stored)).toEqual([damaged])
  })

  it('keeps what nobody can read, before it is written over', async () => {
    await fakeBrowser.storage.local.set({ [await findSlot('older')]: 'garbage' })
    world.restartBackground()
    value(await pin(true))
    const aside = [...world.database.values].filter(([key]) => key.startsWith('quarantine.'))
    expect(aside.map(([, stored]) => stored)).toEqual(['garbage'])
  })
})

describe('a copy of a newer version', () => {
  it('is never written over', async () => {
    value(await pin(true))
    await damage('newest', 'header', /("version":)1,"vaultId/u, '$12,"vaultId')
    const before = await readLocal()
    world.restartBackground()
    expect(await pin(false)).toEqual({ ok: false, code: 'vault-too-new' })
    expect(await readLocal()).toEqual(before)
  })

  it('is said when there is no other', async () => {
    world.database.isBroken = true
    await damage('newest', 'header', /("version":)1,"vaultId/u, '$12,"vaultId')
    await damage('older', 'header', /("version":)1,"vaultId/u, '$12,"vaultId')
    world.restartBackground()
    expect(value(await world.ask('app.load', {})).damage).toBe('vault-too-new')
    expect(await world.ask('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'vault-too-new',
    })
  })
})

describe('many writes at once', () => {
  it('all arrive, one generation each', { timeout: 30_000 }, async () => {
    const links = Array.from(
      { length: 100 },
      (_, n) => `otpauth://totp/Many:user${String(n)}?secret=GEZDGNBV`,
    )
    const { drafts } = value(await world.ask('accounts.readText', { text: links.join('\n') }))
    const before = (await readLocal())[await findSlot('newest')]?.header ?? ''
    const accounts = drafts.map(({ draftId, view: { issuer, account } }) => ({
      ...{ id: draftId, issuer, account },
      ...{ type: 'totp' as const, secret: 'GEZDGNBV', algorithm: 'SHA1' as const, digits: 6 },
      ...{ periodSeconds: 30, counter: 0, sites: [], pinned: false, createdAt: 1, updatedAt: 1 },
    }))
    const { addAccounts } = await import('@/utils/core/vault/edits')
    const added = await Promise.all(
      accounts.map((account) => world.services.vault.update(addAccounts([account]))),
    )
    expect(added.every(({ ok }) => ok)).toBe(true)
    world.restartBackground()
    expect(await readNames()).toHaveLength(101)
    const after = (await readLocal())[await findSlot('newest')]?.header ?? ''
    const generationOf = (header: string) => Number(/"generation":(\d+)/u.exec(header)?.[1])
    expect(generationOf(after) - generationOf(before)).toBe(100)
  })

  it('survive one that fails in the middle', async () => {
    const missing = world.ask('accounts.pin', { accountId: 'missing', pinned: true })
    const [first, second, third] = await Promise.all([pin(true), missing, pin(false)])
    expect([first.ok, second.ok, third.ok]).toEqual([true, false, true])
    expect(value(await world.ask('app.load', {})).accounts[0]?.pinned).toBe(false)
  })
})

describe('a vault that is locked while it is read', () => {
  it('is read whole by who began before', async () => {
    await readNames()
    const get = PLATFORM.local.get.bind(PLATFORM.local)
    const looks = vi.spyOn(PLATFORM.local, 'get').mockImplementation((keys) => {
      if (keys.includes('vault.head')) void world.services.vault.lock()
      return get(keys)
    })
    const data = value(await world.services.vault.read())
    looks.mockRestore()
    expect(data.accounts.map(({ issuer }) => issuer)).toEqual(['Acme'])
    expect(await world.services.vault.read()).toEqual({ ok: false, code: 'locked' })
  })
})
