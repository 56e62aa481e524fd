import type { Bytes } from '../core/bytes'
import type { RandomBytes } from '../core/crypto/aead'
import { failure, success, type Result } from '../core/result'
import { findCommand, noteCommand } from '../core/vault/commands'
import { purgeTrash, type Edit } from '../core/vault/edits'
import { isSharpDrop, type SnapshotReason } from '../core/vault/snapshots'
import type { VaultData } from '../core/vault/vaultData'
import { openVault, type SealedVault, type VaultHeader } from '../core/vault/vaultFormat'
import type { PageEvent } from '../protocol/requests'
import { createSerialQueue } from './serialQueue'
import type { Session } from './session'
import type { SnapshotStore } from './snapshotStore'
import { createVaultDoors } from './vaultDoors'
import { createVaultReader, type Opened, type ReadCode } from './vaultReader'
import type { SaveCode, VaultStore } from './vaultStore'
import { createVaultWriter } from './vaultWriter'

export type { ReadCode } from './vaultReader'

interface VaultOptions {
  readonly store: VaultStore
  readonly snapshots: SnapshotStore
  readonly session: Session
  readonly now: () => number
  readonly randomBytes: RandomBytes
  readonly withLock: <T>(name: string, task: () => Promise<T>) => Promise<T>
  readonly announce: (event: PageEvent) => Promise<void>
}

/** How a change of the vault is made. */
export interface UpdateOptions {
  /** Keeps a copy of the vault first, because the change is risky. */
  readonly snapshot?: SnapshotReason
  /** Names the command, so that the same one coming again changes nothing and is answered the same. */
  readonly command?: string
  /** The generation that the asker saw; another one refuses the change. */
  readonly seen?: number
  /** Announces nothing: what changed is not to be seen before the vault is read anew. */
  readonly isQuiet?: boolean
}

export type UpdateCode = ReadCode | SaveCode | 'conflict'

/** The vault: every change of it is made here, one after the other, and nowhere else. */
export function createVaultService(options: VaultOptions) {
  const { store, snapshots, session, now, randomBytes, withLock, announce } = options
  const inOrder = createSerialQueue()
  // One after the other here, and not beside another instance of the background, which overlaps with
  // this one for a moment during an update.
  const enqueue = <T>(task: () => Promise<T>) => inOrder(() => withLock('vault', task))
  const reader = createVaultReader({ store, session, onExpired: noteLock })
  const writer = createVaultWriter({ store, snapshots, reader, randomBytes })

  async function noteLock(): Promise<void> {
    reader.forget()
    await announce('vault.locked')
  }

  async function read(): Promise<Result<VaultData, ReadCode>> {
    const content = await reader.openNewest()
    return content.ok ? success(content.value.data) : content
  }

  /** The header of the unlocked vault. */
  async function readHeader(): Promise<Result<VaultHeader, ReadCode>> {
    const content = await reader.openNewest()
    return content.ok ? success(content.value.header) : content
  }

  /** The one way to change the vault: read, pure edit, seal, verify, write, verify, announce. */
  function update<T, Code extends string>(
    edit: Edit<T, Code>,
    { snapshot, command, seen, isQuiet = false }: UpdateOptions = {},
  ): Promise<Result<T, Code | UpdateCode>> {
    return enqueue(async () => {
      const before = await openForWriting()
      if (!before.ok) return before
      const done = findCommand(before.value.data, command)
      if (!done && seen !== undefined && seen !== before.value.header.generation) {
        return failure('conflict')
      }
      const edited = edit(before.value.data, done)
      if (!edited.ok) return edited
      if (done) return success(edited.value.answer)
      const { data, answer, ...receipt } = edited.value
      const isRisky = isSharpDrop(before.value.data, data)
      await writer.keepCopy(before.value, snapshot ?? (isRisky ? 'mass-delete' : undefined))
      const next = noteCommand(purgeTrash(data, now()), command, receipt)
      const written = await writer.write(before.value, next)
      if (!written.ok) return written
      await session.touch()
      if (!isQuiet) await announce('vault.changed')
      return success(answer)
    })
  }

  /**
   * Changes the slots of the unlocked vault; the data key stays. It is written twice, so that no copy
   * is left that the old slots open, but the snapshots. Stopped in between, the newer copy counts, which
   * has the new slots. What `edit` changes in the content changes with them, in the same write.
   */
  function replaceHeader(
    change: (header: VaultHeader, dataKey: Bytes) => Promise<VaultHeader>,
    { snapshot, command }: UpdateOptions = {},
    edit: (data: VaultData) => VaultData = (data) => data,
  ): Promise<Result<null, ReadCode | SaveCode>> {
    return enqueue(async () => {
      const before = await openForWriting()
      if (!before.ok) return before
      await writer.keepCopy(before.value, snapshot)
      const { slots } = await change(before.value.header, before.value.dataKey)
      for (let copy = 0; copy < 2; copy++) {
        const current = await reader.openNewest()
        if (!current.ok) return current
        const next = { ...current.value, header: { ...current.value.header, slots } }
        const written = await writer.write(next, noteCommand(edit(current.value.data), command))
        if (!written.ok) return written
      }
      await session.touch()
      await announce('vault.changed')
      return success(null)
    })
  }

  /** Whether the unlocked vault remembers that the command was carried out. */
  async function hasDone(command: string | undefined): Promise<boolean> {
    const content = await reader.openNewest()
    return content.ok && findCommand(content.value.data, command) !== undefined
  }

  /** Opens another sealed copy of the unlocked vault. */
  async function openCopy(copy: SealedVault): Promise<Result<VaultData, ReadCode>> {
    const dataKey = await reader.readKey()
    if (!dataKey) return failure('locked')
    const content = await openVault(copy, dataKey)
    return content.ok ? success(content.value.data) : content
  }

  /** Keeps a copy of the vault now. Locked, nobody can tell which copy is whole, so both are kept. */
  function takeSnapshot(reason: SnapshotReason): Promise<void> {
    return enqueue(async () => {
      const opened = await reader.openNewest()
      const whole = opened.ok ? [opened.value.vault] : (await store.load()).vaults
      for (const vault of whole) await snapshots.take(vault, reason)
    })
  }

  async function openForWriting(): Promise<Result<Opened, ReadCode>> {
    const opened = await reader.openNewest()
    // Another copy was made by a newer version: going on from this one would write over it.
    return opened.ok && opened.value.isOutdated ? failure('vault-too-new') : opened
  }

  return {
    ...createVaultDoors({ ...options, reader, writer, enqueue }),
    readState: reader.readState,
    readStatus: reader.readStatus,
    read,
    readHeader,
    update,
    replaceHeader,
    hasDone,
    openCopy,
    takeSnapshot,
  }
}

export type VaultService = ReturnType<typeof createVaultService>
