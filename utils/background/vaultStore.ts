import { failure, success, type Result } from '../core/result'
import type { SealedVault } from '../core/vault/vaultFormat'
import type { Database } from '../platform/database'
import type { StorageArea } from '../platform/storage'
import type { AsideStore } from './asideStore'
import {
  createVaultCopies,
  HEAD,
  holdsVault,
  isSameSeal,
  MARKER,
  MIRROR,
  parseSealed,
  SLOTS,
  valuesOf,
  type Copy,
  type Slot,
  type VaultHead,
} from './vaultCopies'

const UNREADABLE = 'unreadable'
// Browsers say it in their own words: QUOTA_BYTES, QuotaExceededError, FILE_ERROR_NO_SPACE.
const NO_ROOM = /quota|no.?space|disk.?full/iu

export type SaveCode = 'write-failed' | 'storage-full'

/**
 * How much is looked at: the copy that the head names, both slots, or the other engine too. The next one
 * is for when the one before did not do.
 */
export const DEPTHS = ['head', 'slots', 'all'] as const
export type Depth = (typeof DEPTHS)[number]

export interface StoredVaults {
  /** A vault was created here once: finding nothing is then damage and never "no vault yet". */
  readonly existed: boolean
  /** The copies found, newest generation first; one whose header cannot be read comes last. */
  readonly vaults: readonly SealedVault[]
  /** The same with where each lies: one that lies in two places is there twice. */
  readonly copies: readonly Copy[]
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
  const { readHead, readNamed, readAll } = createVaultCopies(area, database)
  // What the last look found: the save that follows it in the same turn of the queue need not look again.
  let loaded: readonly Copy[] = []
  let head: VaultHead | undefined
  // Both slots were seen in the life of this background and no write failed since, so that what is written
  // over is known.
  let areSlotsKnown = false

  /** Whether this copy is still the newest, without reading it. */
  async function isNewest({ nonce }: SealedVault): Promise<boolean> {
    loaded = []
    head = await readHead()
    return head?.nonce === nonce
  }

  /** The other engine is asked when the first has nothing, or when `depth` says that it must be. */
  async function load(depth: Depth = 'slots'): Promise<StoredVaults> {
    if (depth === 'head') {
      head = await readHead()
      const named = await readNamed(head)
      return { existed: true, vaults: named ? [named.vault] : [], copies: named ? [named] : [] }
    }
    const { copies, existed } = await readAll(depth === 'all')
    loaded = copies
    head = undefined
    const vaults = copies.map(({ vault }) => vault)
    const isFirst = (vault: SealedVault, at: number) =>
      vaults.findIndex((other) => isSameSeal(vault, other)) === at
    return { existed, vaults: vaults.filter(isFirst), copies }
  }

  /**
   * Saves and verifies. `base` is the copy that the new one was made from: known to be good, so never
   * written over. It fails when the storage did not take it, or no longer holds `base`.
   */
  async function save(vault: SealedVault, base?: SealedVault): Promise<Result<null, SaveCode>> {
    const target = findOther(base) ?? (await findTarget(base))
    loaded = []
    head = undefined
    areSlotsKnown = false
    if (!target) return failure('write-failed')
    try {
      await area.set(valuesOf(target, vault))
    } catch (error) {
      // The other copy still stands.
      return failure(NO_ROOM.test(String(error)) ? 'storage-full' : 'write-failed')
    }
    if (!holdsVault(await area.get([target, HEAD]), target, vault)) return failure('write-failed')
    areSlotsKnown = true
    await mirror(vault)
    return success(null)
  }

  /** The slot beside the one in which the head, just read, names `base`. */
  function findOther(base: SealedVault | undefined): Slot | undefined {
    if (!areSlotsKnown || !base || head?.nonce !== base.nonce) return undefined
    return SLOTS.find((slot) => slot !== head?.slot)
  }

  /** The same by a look at the copies, of which one that nobody can read is set aside. */
  async function findTarget(base: SealedVault | undefined): Promise<Slot | undefined> {
    const holdsBase = (copy: Copy) => base !== undefined && isSameSeal(copy.vault, base)
    const near = loaded.some(holdsBase) ? loaded : (await readAll(false)).copies
    const copies = near.some(holdsBase) ? near : (await readAll(true)).copies
    const kept = copies.filter(holdsBase)
    if (base && kept.length === 0) return undefined
    const isNear = ({ place }: Copy) => place !== MIRROR
    const standing = kept.find(isNear) ?? copies.find(isNear)
    const target: Slot = standing?.place === 'vault.a' ? 'vault.b' : 'vault.a'
    // What nobody can read would be gone with this write.
    if (!copies.some(({ place, generation }) => place === target && generation > 0)) {
      await setAsideQuietly((await area.get([target]))[target])
    }
    return target
  }

  /**
   * Writes a copy that only the other engine has back beside the older ones: the first engine lost it,
   * as after a power cut, and would show what was before. When it fails, the next unlock tries again.
   * `copies` is what was there: `loaded` may be of a read that came in between.
   */
  async function bringBack(vault: SealedVault, copies: readonly Copy[]): Promise<void> {
    const near = copies.filter(({ place }) => place !== MIRROR)
    await distrustHead(vault, near)
    if (!near.some((copy) => isSameSeal(copy.vault, vault))) await save(vault, vault)
  }

  /** Drops a head that names another copy than the one that opened, or leaves one out that may be newer. */
  async function distrustHead(newest: SealedVault, near: readonly Copy[]): Promise<void> {
    const named = await readHead()
    const isNamed = named?.nonce === newest.nonce
    const isWhole = near.every(({ generation }) => generation > 0)
    if (named && !(isNamed && isWhole)) await area.remove([HEAD])
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
    const sealed = parseSealed(stored)
    // In the schema's order of keys, so that the same copy from both engines is kept once.
    await (sealed ? aside.keep(sealed.nonce, sealed) : aside.keep(UNREADABLE, stored))
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
    await area.remove([...SLOTS, HEAD, MARKER])
    await database.remove(MIRROR)
  }

  return { isNewest, load, save, bringBack, setAside, setAllAside, putAway }
}

export type VaultStore = ReturnType<typeof createVaultStore>
