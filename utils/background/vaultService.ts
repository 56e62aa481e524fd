import type { Bytes } from '../core/bytes'
import type { RandomBytes } from '../core/crypto/aead'
import { failure, success, type Failure, type Result } from '../core/result'
import type { Edit } from '../core/vault/edits'
import { EMPTY_VAULT, readVaultData, type VaultData } from '../core/vault/vaultData'
import {
  openVault,
  readHeader,
  sealVault,
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
  readonly withLock: <T>(name: string, task: () => Promise<T>) => Promise<T>
  readonly announce: (event: PageEvent) => Promise<void>
}

export type ReadCode = 'locked' | 'vault-damaged' | 'vault-too-new'

/** The vault: opened, read, edited and locked here, and nowhere else. */
export function createVaultService(options: VaultOptions) {
  const { store, session, randomBytes, withLock, announce } = options
  const inOrder = createSerialQueue()
  // One after the other here, and not beside another instance of the background, which overlaps with
  // this one for a moment during an update.
  const enqueue = <T>(task: () => Promise<T>) => inOrder(() => withLock('vault', task))
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

  /** Writes the first copy of a new vault, whose header wraps `dataKey`, and opens it. */
  function begin(
    makeHeader: () => Promise<VaultHeader>,
    dataKey: Bytes,
  ): Promise<Result<null, 'vault-exists' | 'write-failed'>> {
    return enqueue(async () => {
      if ((await readStatus()) !== 'none') return failure('vault-exists')
      const vault = await sealVault(await makeHeader(), EMPTY_VAULT, dataKey, randomBytes)
      if (!(await store.save(vault))) return failure('write-failed')
      await session.start(dataKey)
      await announce('vault.changed')
      return success(null)
    })
  }

  /** Opens the newest whole copy of which `unwrap` finds the data key. */
  function enter<Code extends string>(
    unwrap: (header: VaultHeader) => Promise<Result<Bytes, Code | 'vault-damaged'>>,
  ): Promise<Result<null, Code | ReadCode | 'vault-missing'>> {
    return enqueue(async () => {
      const { existed, vaults } = await store.load(true)
      let refusal: Failure<Code | ReadCode | 'vault-missing'> = failure(
        existed ? 'vault-damaged' : 'vault-missing',
      )
      for (const vault of vaults) {
        const result = await tryCopy(vault, unwrap)
        if (result.ok) {
          await announce('vault.changed')
          return success(null)
        }
        // The newest copy's word counts: an older one behind it says less.
        if (vault === vaults[0]) refusal = result
        // A damaged slot looks like a wrong passphrase, so an older copy is asked too, unless its slots
        // are the same: asking twice takes twice as long.
        const isRefused = result.code !== 'vault-damaged' && result.code !== 'vault-too-new'
        if (isRefused && vaults.every(hasSlotsOf(vault))) break
      }
      return refusal
    })
  }

  async function tryCopy<Code extends string>(
    vault: SealedVault,
    unwrap: (header: VaultHeader) => Promise<Result<Bytes, Code | 'vault-damaged'>>,
  ): Promise<Result<null, Code | 'vault-damaged' | 'vault-too-new'>> {
    const header = readHeader(vault)
    if (!header.ok) return header
    const dataKey = await unwrap(header.value)
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

  /** The header of the unlocked vault. */
  async function readOwnHeader(): Promise<Result<VaultHeader, ReadCode>> {
    const content = await openNewest()
    return content.ok ? success(content.value.header) : content
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

  /**
   * Changes the slots of the unlocked vault; the data key stays. It is written twice, so that no copy
   * is left that the old slots open. Stopped in between, one copy has the old slots and one the new,
   * and both open.
   */
  function replaceHeader(
    change: (header: VaultHeader, dataKey: Bytes) => Promise<VaultHeader>,
  ): Promise<Result<null, ReadCode | 'write-failed'>> {
    return enqueue(async () => {
      const before = await openNewest()
      if (!before.ok) return before
      if (before.value.isOutdated) return failure('vault-too-new')
      const { slots } = await change(before.value.header, before.value.dataKey)
      for (let copy = 0; copy < 2; copy++) {
        const current = await openNewest()
        if (!current.ok) return current
        const next = { ...current.value, header: { ...current.value.header, slots } }
        if (!(await write(next, current.value.data))) return failure('write-failed')
      }
      await session.touch()
      await announce('vault.changed')
      return success(null)
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
    let isOutdated = false
    for (const isDeep of [false, true]) {
      const { vaults } = await store.load(isDeep)
      isOutdated ||= vaults.some(isTooNew)
      for (const vault of vaults) {
        const content = await openOne(vault, dataKey)
        // An older copy is good enough only when the other engine has no newer one.
        if (content.ok && !isDeep && vault !== vaults[0]) break
        if (content.ok) return success({ ...content.value, vault, dataKey, isOutdated })
        if (content.code === 'vault-too-new') isOutdated = true
        else await store.setAside(vault)
      }
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

  return {
    readStatus,
    findDamage,
    begin,
    enter,
    lock,
    lockWhenExpired,
    read,
    readHeader: readOwnHeader,
    update,
    replaceHeader,
  }
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
