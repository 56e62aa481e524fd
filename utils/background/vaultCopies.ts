import * as v from 'valibot'
import { readHeader, sealedSchema, type SealedVault } from '../core/vault/vaultFormat'
import type { Database } from '../platform/database'
import type { StorageArea } from '../platform/storage'

export const SLOTS = ['vault.a', 'vault.b'] as const
export const HEAD = 'vault.head'
export const MARKER = 'vault.exists'
export const MIRROR = 'vault.mirror'
const SNAPSHOT = 'snapshot.'

export type Slot = (typeof SLOTS)[number]

const headSchema = v.object({ slot: v.picklist(SLOTS), nonce: v.string() })

/**
 * Says in a few bytes which slot holds the newest copy: in a large vault a copy has megabytes, which need
 * not be read to know that nobody wrote another one. It is written with the copy and believed only where
 * that copy is there and opens; without it every copy is looked at.
 */
export type VaultHead = v.InferOutput<typeof headSchema>

/** One stored copy. A header that cannot be read has the generation 0. */
export interface Copy {
  readonly place: Slot | typeof MIRROR
  readonly generation: number
  readonly vault: SealedVault
}

/** Reads the copies of the sealed vault from where they lie; nothing is written here. */
export function createVaultCopies(area: StorageArea, database: Database) {
  async function readHead(): Promise<VaultHead | undefined> {
    return parseHead((await area.get([HEAD]))[HEAD])
  }

  /** The copy that the head names, if it is there. */
  async function readNamed(head: VaultHead | undefined): Promise<Copy | undefined> {
    const copy = head && readCopy(head.slot, (await area.get([head.slot]))[head.slot])
    return copy?.vault.nonce === head?.nonce ? copy : undefined
  }

  /** All of them, newest generation first; the other engine is asked when it is needed or `isDeep` says so. */
  async function readAll(isDeep: boolean): Promise<{ copies: readonly Copy[]; existed: boolean }> {
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
    // Of one generation the mirror counts: what is there was verified first, and a slot may hold a write
    // that failed half way.
    const copies = far ? [far, ...near] : near
    return { copies: copies.sort((a, b) => b.generation - a.generation), existed }
  }

  /** Copies of a vault tell that there was one. */
  async function hasSnapshots(): Promise<boolean> {
    const keys = await database.keys().catch(() => [])
    return keys.some((key) => key.startsWith(SNAPSHOT))
  }

  return { readHead, readNamed, readAll }
}

/** Compares by fields: Chromium gives stored objects back with their keys in another order. */
export function isSameSeal(a: SealedVault, b: SealedVault): boolean {
  return a.nonce === b.nonce && a.header === b.header && a.ciphertext === b.ciphertext
}

/** The values of a write in their order: what tears names no copy that is not there. */
export function valuesOf(slot: Slot, vault: SealedVault): Record<string, unknown> {
  const head: VaultHead = { slot, nonce: vault.nonce }
  return { [slot]: vault, [HEAD]: head, [MARKER]: true }
}

/** Whether what was read back is what `valuesOf` gave. */
export function holdsVault(
  stored: Record<string, unknown>,
  slot: Slot,
  vault: SealedVault,
): boolean {
  const written = parseSealed(stored[slot])
  const isNamed = parseHead(stored[HEAD])?.nonce === vault.nonce
  return isNamed && written !== undefined && isSameSeal(written, vault)
}

export function parseSealed(stored: unknown): SealedVault | undefined {
  const sealed = v.safeParse(sealedSchema, stored)
  return sealed.success ? sealed.output : undefined
}

function parseHead(stored: unknown): VaultHead | undefined {
  const head = v.safeParse(headSchema, stored)
  return head.success ? head.output : undefined
}

function readCopy(place: Copy['place'], stored: unknown): Copy | undefined {
  const vault = parseSealed(stored)
  if (!vault) return undefined
  const header = readHeader(vault)
  return { place, generation: header.ok ? header.value.generation : 0, vault }
}
