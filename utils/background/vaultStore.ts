import * as v from 'valibot'
import { failure, success, type Result } from '../core/result'
import { readHeader, sealedSchema, type SealedVault } from '../core/vault/vaultFormat'
import type { Database } from '../platform/database'
import type { StorageArea } from '../platform/storage'
import type { AsideStore } from './asideStore'

const SLOTS = ['vault.a', 'vault.b'] as const
const MARKER = 'vault.exists'
const MIRROR = 'vault.mirror'
const SNAPSHOT = 'snapshot.'
const UNREADABLE = 'unreadable'
// Browsers say it in their own words: QUOTA_BYTES, QuotaExceededError, FILE_ERROR_NO_SPACE.
const NO_ROOM = /quota|no.?space|disk.?full/iu

export type SaveCode = 'write-failed' | 'storage-full'

type Slot = (typeof SLOTS)[number]
interface Copy {
  readonly place: Slot | typeof MIRROR
  readonly generation: number
  readonly vault: SealedVault
}

export interface StoredVaults {
  /** A vault was created here once: finding nothing is then damage and never "no vault yet". */
  readonly existed: boolean
  /** The copies found, newest generation first; one whose header cannot be read comes last. */
  readonly vaults: readonly SealedVault[]
}

interface StoreOptions {
  readonly area: StorageArea
  /** Another storage engine: it holds the newest copy once more. */
  readonly database: Database
  /** Where damaged copies go before they are written over. */
  readonly aside: AsideStore
}

/**
 * Keeps the two newest generations of the sealed vault, and the newest once more in another storage
 * engine. A write goes over the other copy than the one it was made from and is read back, so that a
 * good one stays whatever happens in the middle.
 */
export function createVaultStore({ area, database, aside }: StoreOptions) {
  // What the last look found: the save that follows it in the same turn of the queue need not look again.
  let loaded: readonly Copy[] = []

  function takeLoaded(): readonly Copy[] {
    const taken = loaded
    loaded = []
    return taken
  }

  /** The other engine is asked when the first has nothing, or when `isDeep` says that it must be. */
  async function load(isDeep = false): Promise<StoredVaults> {
    const { copies, existed } = await readCopies(isDeep)
    loaded = isDeep ? [] : copies
    const vaults = copies.map(({ vault }) => vault)
    const isFirst = (vault: SealedVault, at: number) =>
      vaults.findIndex((other) => isSameSeal(vault, other)) === at
    return { existed, vaults: vaults.filter(isFirst) }
  }

  /**
   * Saves and verifies. `base` is the copy that the new one was made from: known to be good, so never
   * written over. It fails when the storage did not take it, or no longer holds `base`.
   */
  async function save(vault: SealedVault, base?: SealedVault): Promise<Result<null, SaveCode>> {
    const holdsBase = (copy: Copy) => base !== undefined && isSameSeal(copy.vault, base)
    const seen = takeLoaded()
    const near = seen.some(holdsBase) ? seen : (await readCopies(false)).copies
    const copies = near.some(holdsBase) ? near : (await readCopies(true)).copies
    const kept = copies.filter(holdsBase)
    if (base && kept.length === 0) return failure('write-failed')
    const standing = kept.find(({ place }) => place !== MIRROR) ?? near[0]
    const target: Slot = standing?.place === 'vault.a' ? 'vault.b' : 'vault.a'
    // What nobody can read would be gone with this write.
    if (!copies.some(({ place, generation }) => place === target && generation > 0)) {
      await setAsideQuietly((await area.get([target]))[target])
    }
    try {
      await area.set({ [target]: vault, [MARKER]: true })
    } catch (error) {
      // The other copy still stands.
      return failure(NO_ROOM.test(String(error)) ? 'storage-full' : 'write-failed')
    }
    const written = v.safeParse(sealedSchema, (await area.get([target]))[target])
    if (!written.success || !isSameSeal(written.output, vault)) return failure('write-failed')
    await mirror(vault)
    return success(null)
  }

  /**
   * Writes a copy that only the other engine has back beside the older ones: the first engine lost it,
   * as after a power cut, and would show what was before. When it fails, the next unlock tries again.
   */
  async function bringBack(vault: SealedVault): Promise<void> {
    const { copies } = await readCopies(false)
    if (!copies.some((copy) => isSameSeal(copy.vault, vault))) await save(vault, vault)
  }

  /** The vault is safe without its mirror, so a mirror that fails does not fail the write. */
  async function mirror(vault: SealedVault): Promise<void> {
    try {
      await database.set(MIRROR, vault)
    } catch {
      // The other engine is full or switched off: the next write tries again.
    }
  }

  /** Keeps a copy that could not be opened, so that nothing is written over before someone saw it. */
  function setAside(vault: SealedVault): Promise<void> {
    return setAsideQuietly(vault)
  }

  async function setAsideQuietly(stored: unknown): Promise<void> {
    try {
      await keepAside(stored)
    } catch {
      // As above; what is damaged still stands until the next write.
    }
  }

  async function keepAside(stored: unknown): Promise<void> {
    if (stored === undefined) return
    const sealed = v.safeParse(sealedSchema, stored)
    // In the schema's order of keys, so that the same copy from both engines is kept once.
    await (sealed.success
      ? aside.keep(sealed.output.nonce, sealed.output)
      : aside.keep(UNREADABLE, stored))
  }

  /** Sets every copy aside, readable or not; throws if it cannot. */
  async function setAllAside(): Promise<void> {
    const stored = await area.get([...SLOTS])
    const copies = [...SLOTS.map((slot) => stored[slot]), await database.get(MIRROR)]
    for (const copy of copies) await keepAside(copy)
  }

  /** Puts every copy away, as if there had never been a vault; throws if it cannot. */
  async function putAway(): Promise<void> {
    await setAllAside()
    await area.remove([...SLOTS, MARKER])
    await database.remove(MIRROR)
  }

  async function readCopies(
    isDeep: boolean,
  ): Promise<{ copies: readonly Copy[]; existed: boolean }> {
    const stored = await area.get([...SLOTS, MARKER])
    const near = SLOTS.map((slot) => readCopy(slot, stored[slot])).filter((it) => it !== undefined)
    const isNeeded = isDeep || near.length === 0
    const mirrored = isNeeded ? await database.get(MIRROR).catch(() => undefined) : undefined
    const far = readCopy(MIRROR, mirrored)
    // A slot that holds something unreadable says as much as the marker.
    const existed =
      mirrored !== undefined ||
      [MARKER, ...SLOTS].some((key) => stored[key] !== undefined) ||
      (await hasSnapshots())
    const copies = far ? [...near, far] : near
    return { copies: copies.sort((a, b) => b.generation - a.generation), existed }
  }

  /** Copies of a vault tell that there was one. */
  async function hasSnapshots(): Promise<boolean> {
    const keys = await database.keys().catch(() => [])
    return keys.some((key) => key.startsWith(SNAPSHOT))
  }

  return { load, save, bringBack, setAside, setAllAside, putAway }
}

export type VaultStore = ReturnType<typeof createVaultStore>

/** Compares by fields: Chromium gives stored objects back with their keys in another order. */
export function isSameSeal(a: SealedVault, b: SealedVault): boolean {
  return a.nonce === b.nonce && a.header === b.header && a.ciphertext === b.ciphertext
}

function readCopy(place: Copy['place'], stored: unknown): Copy | undefined {
  const sealed = v.safeParse(sealedSchema, stored)
  if (!sealed.success) return undefined
  const header = readHeader(sealed.output)
  const generation = header.ok ? header.value.generation : 0
  return { place, generation, vault: sealed.output }
}
