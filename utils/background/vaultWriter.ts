import type { Bytes } from '../core/bytes'
import type { RandomBytes } from '../core/crypto/aead'
import { failure, type Result } from '../core/result'
import type { SnapshotReason } from '../core/vault/snapshots'
import { readVaultData, type VaultData } from '../core/vault/vaultData'
import {
  readHeader,
  sealVault,
  type SealedVault,
  type VaultHeader,
} from '../core/vault/vaultFormat'
import type { SnapshotStore } from './snapshotStore'
import type { Content, Opened, VaultReader } from './vaultReader'
import type { SaveCode, VaultStore } from './vaultStore'

interface WriterOptions {
  readonly store: VaultStore
  readonly snapshots: SnapshotStore
  readonly reader: VaultReader
  readonly randomBytes: RandomBytes
}

/** Seals the vault and saves it, behind the copies that are kept of it as it was. */
export function createVaultWriter({ store, snapshots, reader, randomBytes }: WriterOptions) {
  /** The first copy of a new vault. */
  async function begin(
    header: VaultHeader,
    data: VaultData,
    dataKey: Bytes,
  ): Promise<Result<null, SaveCode>> {
    return save(await sealVault(header, data, dataKey, randomBytes))
  }

  /** The next generation of the vault that was opened. */
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

  /** Puts a vault in the place of all copies there are, which are set aside. */
  async function replaceAll({ header, data, dataKey }: Opened): Promise<Result<null, SaveCode>> {
    await store.setAllAside()
    const { vaults } = await store.load('all')
    const generation = Math.max(header.generation, ...vaults.map(generationOf)) + 1
    return save(await sealVault({ ...header, generation }, data, dataKey, randomBytes))
  }

  /** The present vault comes before what it once was: snapshots make room for it. */
  async function save(vault: SealedVault, base?: SealedVault): Promise<Result<null, SaveCode>> {
    const saved = await store.save(vault, base)
    if (saved.ok || saved.code !== 'storage-full') return saved
    return (await snapshots.makeRoom()) ? store.save(vault, base) : saved
  }

  /** The first unlock or change of a day keeps a copy too. An empty vault is worth none. */
  async function keepCopy({ vault, data }: Content, reason?: SnapshotReason): Promise<void> {
    if (data.accounts.length === 0 && !data.unreadable) return
    await snapshots.takeDaily(vault)
    if (reason) await snapshots.take(vault, reason)
  }

  return { begin, write, replaceAll, keepCopy }
}

export type VaultWriter = ReturnType<typeof createVaultWriter>

function generationOf(vault: SealedVault): number {
  const header = readHeader(vault)
  return header.ok ? header.value.generation : 0
}
