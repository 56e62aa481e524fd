import type { Bytes } from '../core/bytes'
import { KEY_BYTES, type RandomBytes } from '../core/crypto/aead'
import { isArgon2Sound, type Argon2Cost } from '../core/crypto/argon2'
import { failure, success, type Failure, type Result } from '../core/result'
import type { Edit } from '../core/vault/edits'
import { EMPTY_VAULT, readVaultData, type VaultData } from '../core/vault/vaultData'
import {
  createHeader,
  openVault,
  readHeader,
  sealVault,
  unwrapDataKey,
  type OpenCode,
  type SealedVault,
  type VaultHeader,
} from '../core/vault/vaultFormat'
import type { PageEvent, VaultStatus } from '../protocol/requests'
import { createSerialQueue } from './serialQueue'
import type { Session } from './session'
import { isSameSeal, type VaultStore } from './vaultStore'

interface VaultOptions {
  readonly store: VaultStore
  readonly session: Session
  readonly randomBytes: RandomBytes
  readonly cost: Argon2Cost
  readonly announce: (event: PageEvent) => Promise<void>
}

export type ReadCode = 'locked' | 'vault-damaged' | 'vault-too-new'

/** The vault: created, unlocked, read, edited and locked here, and nowhere else. */
export function createVaultService(options: VaultOptions) {
  const { store, session, randomBytes, cost, announce } = options
  const enqueue = createSerialQueue()
  // The last opened content, so that showing codes does not decrypt each time; it ends with the lock.
  let opened: { readonly vault: SealedVault; readonly data: VaultData } | undefined

  async function readStatus(): Promise<VaultStatus> {
    const { existed, vaults } = await store.load()
    if (!existed && vaults.length === 0) return 'none'
    return (await readKey()) ? 'unlocked' : 'locked'
  }

  /** Why no copy in storage can be opened, before any passphrase is asked for. */
  async function findDamage(): Promise<'vault-damaged' | 'vault-too-new' | undefined> {
    const { existed, vaults } = await store.load()
    if (vaults.length === 0) return existed ? 'vault-damaged' : undefined
    const headers = vaults.map(readHeader)
    if (headers.some(({ ok }) => ok)) return undefined
    const isTooNew = headers.some((header) => !header.ok && header.code === 'vault-too-new')
    return isTooNew ? 'vault-too-new' : 'vault-damaged'
  }

  function create(
    passphrase: string,
  ): Promise<Result<null, 'vault-exists' | 'passphrase-empty' | 'kdf-unsound' | 'write-failed'>> {
    return enqueue(async () => {
      if (passphrase === '') return failure('passphrase-empty')
      if ((await readStatus()) !== 'none') return failure('vault-exists')
      if (!(await isArgon2Sound())) return failure('kdf-unsound')
      const dataKey = randomBytes(KEY_BYTES)
      const header = await createHeader(dataKey, passphrase, cost, randomBytes)
      const vault = await sealVault(header, EMPTY_VAULT, dataKey, randomBytes)
      if (!(await store.save(vault))) return failure('write-failed')
      await session.start(dataKey)
      await announce('vault.changed')
      return success(null)
    })
  }

  /** Opens the newest copy that the passphrase fits and that is whole. */
  function unlock(passphrase: string): Promise<Result<null, OpenCode | 'vault-missing'>> {
    return enqueue(async () => {
      const { existed, vaults } = await store.load()
      let refusal: Failure<OpenCode | 'vault-missing'> = failure(
        existed ? 'vault-damaged' : 'vault-missing',
      )
      for (const vault of vaults) {
        const result = await tryPassphrase(vault, passphrase)
        if (result.ok) {
          await announce('vault.changed')
          return success(null)
        }
        // The newest copy's word counts: an older one behind it says less.
        if (vault === vaults[0]) refusal = result
        // A damaged slot looks like a wrong passphrase, so an older copy is asked too, unless its slots
        // are the same: asking twice takes twice as long.
        if (result.code === 'wrong-passphrase' && vaults.every(hasSlotsOf(vault))) break
      }
      return refusal
    })
  }

  async function tryPassphrase(
    vault: SealedVault,
    passphrase: string,
  ): Promise<Result<null, OpenCode>> {
    const header = readHeader(vault)
    if (!header.ok) return header
    const dataKey = await unwrapDataKey(header.value, passphrase)
    if (!dataKey.ok) return dataKey
    const content = await openVault(vault, dataKey.value)
    if (!content.ok) return content
    await session.start(dataKey.value)
    opened = { vault, data: content.value.data }
    return success(null)
  }

  async function lock(): Promise<void> {
    const end = () => {
      opened = undefined
      return session.end()
    }
    // At once, and again behind what was under way, which must not leave the vault open.
    await Promise.all([end(), enqueue(end)])
    await announce('vault.locked')
  }

  /** Locks when the time of not using it is over; for the alarm, and before each use. */
  async function lockWhenExpired(): Promise<void> {
    if (!(await session.endIfExpired())) return
    opened = undefined
    await announce('vault.locked')
  }

  async function readKey(): Promise<Bytes | undefined> {
    await lockWhenExpired()
    const dataKey = await session.readKey()
    if (!dataKey) opened = undefined
    return dataKey
  }

  async function read(): Promise<Result<VaultData, ReadCode>> {
    const content = await openNewest()
    return content.ok ? success(content.value.data) : content
  }

  /** The one way to change the vault: read, pure edit, seal, verify, write, verify, announce. */
  function update<T, Code extends string>(
    edit: Edit<T, Code>,
  ): Promise<Result<T, Code | ReadCode | 'write-failed'>> {
    return enqueue(async () => {
      const before = await openNewest()
      if (!before.ok) return before
      // Another copy was made by a newer version: going on from this one would write over it.
      if (before.value.isOutdated) return failure('vault-too-new')
      const edited = edit(before.value.data)
      if (!edited.ok) return edited
      const { data, answer } = edited.value
      if (!(await write(before.value, data))) return failure('write-failed')
      await session.touch()
      await announce('vault.changed')
      return success(answer)
    })
  }

  async function write(before: Opened, edited: VaultData): Promise<boolean> {
    // Read as it will be read back: nothing is sealed that could not be opened.
    const data = readVaultData(edited)
    if (!data.ok) return false
    const header = { ...before.header, generation: before.header.generation + 1 }
    const vault = await sealVault(header, data.value, before.dataKey, randomBytes)
    const check = await openVault(vault, before.dataKey)
    if (!check.ok || JSON.stringify(check.value.data) !== JSON.stringify(data.value)) return false
    if (!(await store.save(vault, before.vault))) return false
    opened = { vault, data: data.value }
    return true
  }

  async function openNewest(): Promise<Result<Opened, ReadCode>> {
    const dataKey = await readKey()
    if (!dataKey) return failure('locked')
    const { vaults } = await store.load()
    let isOutdated = vaults.some(isTooNew)
    for (const vault of vaults) {
      const content = await openOne(vault, dataKey)
      if (content.ok) return success({ ...content.value, vault, dataKey, isOutdated })
      if (content.code === 'vault-too-new') isOutdated = true
    }
    return failure(isOutdated ? 'vault-too-new' : 'vault-damaged')
  }

  async function openOne(vault: SealedVault, dataKey: Bytes) {
    if (opened && isSameSeal(opened.vault, vault)) {
      const header = readHeader(vault)
      return header.ok ? success({ header: header.value, data: opened.data }) : header
    }
    const content = await openVault(vault, dataKey)
    if (content.ok) opened = { vault, data: content.value.data }
    return content
  }

  return { readStatus, findDamage, create, unlock, lock, lockWhenExpired, read, update }
}

export type VaultService = ReturnType<typeof createVaultService>

interface Opened {
  readonly vault: SealedVault
  readonly header: VaultHeader
  readonly data: VaultData
  readonly dataKey: Bytes
  /** Whether a copy that cannot be read yet may hold more than this one. */
  readonly isOutdated: boolean
}

function isTooNew(vault: SealedVault): boolean {
  const header = readHeader(vault)
  return !header.ok && header.code === 'vault-too-new'
}

function hasSlotsOf(vault: SealedVault): (other: SealedVault) => boolean {
  const slotsOf = (it: SealedVault) => {
    const header = readHeader(it)
    return header.ok ? JSON.stringify(header.value.slots) : ''
  }
  return (other) => slotsOf(other) === slotsOf(vault)
}
