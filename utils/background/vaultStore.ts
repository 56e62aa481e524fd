import * as v from 'valibot'
import { readHeader, type SealedVault } from '../core/vault/vaultFormat'
import type { StorageArea } from '../platform/storage'

const SLOTS = ['vault.a', 'vault.b'] as const
const MARKER = 'vault.exists'

const sealedSchema = v.strictObject({
  header: v.string(),
  nonce: v.string(),
  ciphertext: v.string(),
})

type Slot = (typeof SLOTS)[number]
interface Copy {
  readonly slot: Slot
  readonly generation: number
  readonly vault: SealedVault
}

export interface StoredVaults {
  /** A vault was created here once: finding nothing is then damage and never "no vault yet". */
  readonly existed: boolean
  /** The copies found, newest generation first; one whose header cannot be read comes last. */
  readonly vaults: readonly SealedVault[]
}

/**
 * Keeps the two newest generations of the sealed vault. A write goes over the other copy than the one
 * it was made from and is read back, so that a good one stays whatever happens in the middle.
 */
export function createVaultStore(area: StorageArea) {
  async function load(): Promise<StoredVaults> {
    const stored = await area.get([...SLOTS, MARKER])
    const copies = readCopies(stored)
    // A slot that holds something unreadable says as much as the marker.
    const existed = [MARKER, ...SLOTS].some((key) => stored[key] !== undefined)
    return { existed, vaults: copies.map(({ vault }) => vault) }
  }

  /**
   * Saves and verifies. `base` is the copy that the new one was made from: known to be good, so never
   * written over. False when the storage did not take it, or no longer holds `base`.
   */
  async function save(vault: SealedVault, base?: SealedVault): Promise<boolean> {
    const copies = readCopies(await area.get(SLOTS))
    const kept = base && copies.find((copy) => isSameSeal(copy.vault, base))
    if (base && !kept) return false
    const target: Slot = kept?.slot === 'vault.a' ? 'vault.b' : 'vault.a'
    try {
      await area.set({ [target]: vault, [MARKER]: true })
    } catch {
      return false // quota, or the disk: the other copy still stands
    }
    const written = v.safeParse(sealedSchema, (await area.get([target]))[target])
    return written.success && isSameSeal(written.output, vault)
  }

  return { load, save }
}

export type VaultStore = ReturnType<typeof createVaultStore>

/** Compares by fields: Chromium gives stored objects back with their keys in another order. */
export function isSameSeal(a: SealedVault, b: SealedVault): boolean {
  return a.nonce === b.nonce && a.header === b.header && a.ciphertext === b.ciphertext
}

function readCopies(stored: Record<string, unknown>): readonly Copy[] {
  return SLOTS.flatMap((slot) => {
    const sealed = v.safeParse(sealedSchema, stored[slot])
    if (!sealed.success) return []
    const header = readHeader(sealed.output)
    const generation = header.ok ? header.value.generation : 0
    return [{ slot, generation, vault: sealed.output }]
  }).sort((a, b) => b.generation - a.generation)
}
