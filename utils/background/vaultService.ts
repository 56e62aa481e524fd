import type { Bytes } from '../core/bytes'
import type { RandomBytes } from '../core/crypto/aead'
import { failure, success, type Result } from '../core/result'
import { findCommand, noteCommand } from '../core/vault/commands'
import { purgeTrash, type Edit } from '../core/vault/edits'
import { isSharpDrop, type SnapshotReason } from '../core/vault/snapshots'
import { EMPTY_VAULT, readVaultData, type VaultData } from '../core/vault/vaultData'
import {
  openVault,
  readHeader as readHeaderOf,
  sealVault,
  type SealedVault,
  type VaultHeader,
} from '../core/vault/vaultFormat'
import type { PageEvent } from '../protocol/requests'
import { createSerialQueue } from './serialQueue'
import type { Session } from './session'
import type { SnapshotStore } from './snapshotStore'
import {
  createVaultReader,
  type Content,
  type Damage,
  type Opened,
  type ReadCode,
  type Unwrap,
} from './vaultReader'
import type { SaveCode, VaultStore } from './vaultStore'

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

  /** Writes the first copy of a new vault, whose header wraps `dataKey`, and opens it. */
  function begin(
    makeHeader: () => Promise<VaultHeader>,
    dataKey: Bytes,
    data: VaultData = EMPTY_VAULT,
  ): Promise<Result<null, 'vault-exists' | SaveCode>> {
    return enqueue(async () => {
      if ((await reader.readStatus()) !== 'none') return failure('vault-exists')
      const vault = await sealVault(await makeHeader(), data, dataKey, randomBytes)
      const saved = await save(vault)
      if (!saved.ok) return saved
      await session.start(dataKey)
      await announce('vault.changed')
      return success(null)
    })
  }

  /** Opens the newest whole copy of which `unwrap` finds the data key, and starts the session. */
  function enter<Code extends string>(
    unwrap: Unwrap<Code>,
  ): Promise<Result<null, Code | ReadCode | 'vault-missing'>> {
    return enqueue(async () => {
      const entered = await reader.enter(unwrap)
      if (!entered.ok) return entered
      const { opened, copies } = entered.value
      try {
        // First: stopped behind the start of the session, the next background would go on from an older copy.
        await store.bringBack(opened.vault, copies)
      } finally {
        // A disk that refuses it keeps nobody from the codes.
        await session.start(opened.dataKey)
        reader.remember(opened)
      }
      await keepCopy(opened)
      await announce('vault.changed')
      return success(null)
    })
  }

  async function lock(): Promise<void> {
    const end = () => {
      reader.forget()
      return session.end()
    }
    // At once, and again behind what was under way, which must not leave the vault open.
    await Promise.all([end(), enqueue(end)])
    await announce('vault.locked')
  }

  /** Locks when the time of not using it is over; for the alarm. */
  async function lockWhenExpired(): Promise<void> {
    await reader.readKey()
  }

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
      await keepCopy(before.value, snapshot ?? (isRisky ? 'mass-delete' : undefined))
      const next = noteCommand(purgeTrash(data, now()), command, receipt)
      const written = await write(before.value, next)
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
      await keepCopy(before.value, snapshot)
      const { slots } = await change(before.value.header, before.value.dataKey)
      for (let copy = 0; copy < 2; copy++) {
        const current = await reader.openNewest()
        if (!current.ok) return current
        const next = { ...current.value, header: { ...current.value.header, slots } }
        const written = await write(next, noteCommand(edit(current.value.data), command))
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

  /**
   * Opens the vault with the key of an older copy of it. Where nothing else of the vault can be read, that
   * copy takes its place; what is damaged is set aside first.
   */
  function revive<Code extends string>(
    copy: SealedVault,
    unwrap: Unwrap<Code>,
  ): Promise<Result<null, Code | Damage | SaveCode>> {
    return enqueue(async () => {
      const older = await reader.openSealed(copy, unwrap)
      if (!older.ok) return older
      const present = await reader.openAny(older.value.dataKey)
      if (!present.ok) {
        if (present.code === 'vault-too-new') return failure('vault-too-new')
        const revived = await replaceAll(older.value)
        if (!revived.ok) return revived
      }
      await session.start(older.value.dataKey)
      await announce('vault.changed')
      return success(null)
    })
  }

  async function replaceAll({ header, data, dataKey }: Opened): Promise<Result<null, SaveCode>> {
    await store.setAllAside()
    const { vaults } = await store.load('all')
    const generation = Math.max(header.generation, ...vaults.map(generationOf)) + 1
    const vault = await sealVault({ ...header, generation }, data, dataKey, randomBytes)
    return save(vault)
  }

  /** Puts a vault away that nobody can open, so that a new one can be made. Nothing of it is deleted. */
  function startOver(): Promise<Result<null, 'vault-exists' | 'vault-missing' | 'write-failed'>> {
    return enqueue(async () => {
      const { status, opened } = await reader.readState()
      if (opened) return failure('vault-exists')
      if (status === 'none') return failure('vault-missing')
      try {
        await store.putAway()
        await snapshots.putAway()
      } catch {
        return failure('write-failed')
      }
      reader.forget()
      await session.end()
      await announce('vault.locked')
      return success(null)
    })
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

  /** The first unlock or change of a day keeps a copy too. An empty vault is worth none. */
  async function keepCopy({ vault, data }: Content, reason?: SnapshotReason): Promise<void> {
    if (data.accounts.length === 0 && !data.unreadable) return
    await snapshots.takeDaily(vault)
    if (reason) await snapshots.take(vault, reason)
  }

  async function write(before: Opened, edited: VaultData): Promise<Result<null, SaveCode>> {
    // Read as it will be read back: nothing is sealed that could not be opened.
    const data = readVaultData(edited)
    if (!data.ok) return failure('write-failed')
    const header = { ...before.header, generation: before.header.generation + 1 }
    const vault = await sealVault(header, data.value, before.dataKey, randomBytes)
    const saved = await save(vault, before.vault)
    if (saved.ok) reader.remember({ vault, header, data: data.value, isOutdated: false })
    return saved
  }

  /** The present vault comes before what it once was: snapshots make room for it. */
  async function save(vault: SealedVault, base?: SealedVault): Promise<Result<null, SaveCode>> {
    const saved = await store.save(vault, base)
    if (saved.ok || saved.code !== 'storage-full') return saved
    return (await snapshots.makeRoom()) ? store.save(vault, base) : saved
  }

  return {
    readState: reader.readState,
    readStatus: reader.readStatus,
    begin,
    enter,
    lock,
    lockWhenExpired,
    read,
    readHeader,
    update,
    replaceHeader,
    hasDone,
    openCopy,
    revive,
    startOver,
    takeSnapshot,
  }
}

export type VaultService = ReturnType<typeof createVaultService>

function generationOf(vault: SealedVault): number {
  const header = readHeaderOf(vault)
  return header.ok ? header.value.generation : 0
}
