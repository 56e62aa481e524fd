import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAsideStore } from '@/utils/background/asideStore'
import { createVaultStore, type VaultStore } from '@/utils/background/vaultStore'
import { sealVault, type SealedVault } from '@/utils/core/vault/vaultFormat'
import { createTestPlatform, type TestPlatform } from '../../support/platform'
import { makeVault } from '../core/vault/makeVault'

/** Generations 1 to 4 of one vault. */
const generations: SealedVault[] = []
beforeAll(async () => {
  const { header, dataKey, randomBytes } = await makeVault()
  for (const generation of [1, 2, 3, 4]) {
    const data = { version: 1 as const, accounts: [] }
    generations.push(await sealVault({ ...header, generation }, data, dataKey, randomBytes))
  }
})
const vault = (generation: number): SealedVault => {
  const found = generations[generation - 1]
  if (!found) throw new Error('no such generation')
  return found
}

let test: TestPlatform
let store: VaultStore
beforeEach(() => {
  test = createTestPlatform()
  const { local, database, now } = test.platform
  const aside = createAsideStore({ database, now })
  store = createVaultStore({ area: local, database, aside })
})

const readSlots = () => test.platform.local.get(['vault.a', 'vault.b'])
const load = async () => (await store.load()).vaults

describe('the vault store', () => {
  it('knows when there never was a vault', async () => {
    expect(await store.load()).toEqual({ existed: false, vaults: [], copies: [] })
  })

  it('keeps the two newest generations, newest first', async () => {
    expect((await store.save(vault(1))).ok).toBe(true)
    expect(await load()).toEqual([vault(1)])
    expect((await store.save(vault(2), vault(1))).ok).toBe(true)
    expect(await load()).toEqual([vault(2), vault(1)])
    expect((await store.save(vault(3), vault(2))).ok).toBe(true)
    expect(await load()).toEqual([vault(3), vault(2)])
    expect(await store.load()).toMatchObject({ existed: true })
  })

  it('writes beside the copy that the new one was made from, even when that is the older', async () => {
    await store.save(vault(1))
    await store.save(vault(3), vault(1))
    await store.save(vault(2), vault(1))
    expect(await load()).toEqual([vault(2), vault(1)])
  })

  it('refuses to go on from a copy that is not there any more', async () => {
    await store.save(vault(1))
    await store.save(vault(2), vault(1))
    await store.save(vault(3), vault(2))
    const before = await readSlots()
    expect((await store.save(vault(4), vault(1))).ok).toBe(false)
    expect(await readSlots()).toEqual(before)
  })

  it('brings back nothing that is there, though somebody reads in between', async () => {
    await store.save(vault(1))
    await store.save(vault(2), vault(1))
    const { copies } = await store.load('all')
    await store.isNewest(vault(2))
    await store.bringBack(vault(2), copies)
    expect(await load()).toEqual([vault(2), vault(1)])
  })

  it.each(['refused', 'lost', 'garbled'] as const)(
    'says so when a write is %s, and keeps the copy it was made from',
    async (localWrites) => {
      await store.save(vault(1))
      await store.save(vault(2), vault(1))
      test.state.localWrites = localWrites
      expect((await store.save(vault(3), vault(2))).ok).toBe(false)
      expect(await load()).toContainEqual(vault(2))
    },
  )

  it('puts a copy with an unreadable header last', async () => {
    test.database.isBroken = true
    await store.save(vault(1))
    await store.save(vault(2), vault(1))
    const damaged = { ...vault(2), header: 'x' }
    await test.platform.local.set({ 'vault.b': damaged })
    expect(await load()).toEqual([vault(1), damaged])
  })

  it.each([
    ['text', 'text'],
    ['a number', 7],
    ['a list', []],
    ['parts of other types', { header: 1, nonce: 2, ciphertext: 3 }],
    ['more than its parts', { header: '', nonce: '', ciphertext: '', more: '' }],
  ])('takes %s for damage and not for a new start', async (_name, garbage) => {
    await test.platform.local.set({ 'vault.a': garbage })
    expect(await store.load()).toEqual({ existed: true, vaults: [], copies: [] })
  })
})
