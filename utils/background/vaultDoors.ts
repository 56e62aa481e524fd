import type { Bytes } from '../core/bytes'
import { failure, success, type Result } from '../core/result'
import { EMPTY_VAULT, type VaultData } from '../core/vault/vaultData'
import type { SealedVault, VaultHeader } from '../core/vault/vaultFormat'
import type { PageEvent } from '../protocol/requests'
import type { Session } from './session'
import type { SnapshotStore } from './snapshotStore'
import type { Damage, ReadCode, Unwrap, VaultReader } from './vaultReader'
import type { SaveCode, VaultStore } from './vaultStore'
import type { VaultWriter } from './vaultWriter'

interface DoorOptions {
  readonly store: VaultStore
  readonly snapshots: SnapshotStore
  readonly session: Session
  readonly reader: VaultReader
  readonly writer: VaultWriter
  /** The queue of all that changes the vault. */
  readonly enqueue: <T>(task: () => Promise<T>) => Promise<T>
  readonly announce: (event: PageEvent) => Promise<void>
}

/** How a vault comes to be, opens, locks, and is put away. */
export function createVaultDoors(options: DoorOptions) {
  const { store, snapshots, session, reader, writer, enqueue, announce } = options

  /** Writes the first copy of a new vault, whose header wraps `dataKey`, and opens it. */
  function begin(
    makeHeader: () => Promise<VaultHeader>,
    dataKey: Bytes,
    data: VaultData = EMPTY_VAULT,
  ): Promise<Result<null, 'vault-exists' | SaveCode>> {
    return enqueue(async () => {
      if ((await reader.readStatus()) !== 'none') return failure('vault-exists')
      const begun = await writer.begin(await makeHeader(), data, dataKey)
      if (!begun.ok) return begun
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
      await writer.keepCopy(opened)
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
        const revived = await writer.replaceAll(older.value)
        if (!revived.ok) return revived
      }
      await session.start(older.value.dataKey)
      await announce('vault.changed')
      return success(null)
    })
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

  return { begin, enter, lock, lockWhenExpired, revive, startOver }
}
