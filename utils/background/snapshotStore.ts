import * as v from 'valibot'
import {
  SNAPSHOT_REASONS,
  findSurplus,
  type SnapshotInfo,
  type SnapshotReason,
} from '../core/vault/snapshots'
import { sealedSchema, type SealedVault } from '../core/vault/vaultFormat'
import type { Database } from '../platform/database'
import type { AsideStore } from './asideStore'

const PREFIX = 'snapshot.'

interface SnapshotOptions {
  readonly database: Database
  readonly aside: AsideStore
  readonly now: () => number
}

/**
 * Keeps copies of the whole vault as it stood, sealed, each with the header and so the passphrase of its
 * time. Taking one needs no key. A vault is safe without its snapshots: one that cannot be taken stops
 * nothing. When and why one was taken stands in its name.
 */
export function createSnapshotStore({ database, aside, now }: SnapshotOptions) {
  /** Keeps a copy, and drops those that are too many. */
  async function take(vault: SealedVault, reason: SnapshotReason): Promise<void> {
    try {
      const taken = await readNames()
      await database.set(nameOf(findFreeMoment(taken, now()), reason), vault)
      for (const { id } of findSurplus(await readNames())) await database.remove(PREFIX + id)
    } catch {
      // The other engine is full or switched off: the next one tries again.
    }
  }

  /** Keeps a copy if there is none of this day yet. */
  async function takeDaily(vault: SealedVault): Promise<void> {
    const isOfToday = ({ reason, takenAt }: SnapshotInfo) =>
      reason === 'daily' && new Date(takenAt).toDateString() === new Date(now()).toDateString()
    if (!(await list()).some(isOfToday)) await take(vault, 'daily')
  }

  /** Drops the older half; whether there was one to drop. */
  async function makeRoom(): Promise<boolean> {
    const all = await list()
    const dropped = all.slice(Math.floor(all.length / 2))
    for (const { id } of dropped) await remove(id).catch(() => undefined)
    return dropped.length > 0
  }

  /** Newest first. */
  async function list(): Promise<readonly SnapshotInfo[]> {
    return readNames().catch(() => [])
  }

  async function read(id: string): Promise<SealedVault | undefined> {
    const stored = await database.get(PREFIX + id).catch(() => undefined)
    const sealed = v.safeParse(sealedSchema, stored)
    return sealed.success ? sealed.output : undefined
  }

  async function remove(id: string): Promise<void> {
    await database.remove(PREFIX + id)
  }

  /** Puts every snapshot away, where no newer one takes its place; throws if it cannot. */
  async function putAway(): Promise<void> {
    for (const { id } of await readNames()) {
      await aside.keep(`snapshot ${id}`, await database.get(PREFIX + id))
      await remove(id)
    }
  }

  async function readNames(): Promise<readonly SnapshotInfo[]> {
    return (await database.keys())
      .map(readName)
      .filter((info) => info !== undefined)
      .sort((a, b) => b.takenAt - a.takenAt)
  }

  return { take, takeDaily, makeRoom, list, read, remove, putAway }
}

export type SnapshotStore = ReturnType<typeof createSnapshotStore>

function nameOf(takenAt: number, reason: SnapshotReason): string {
  return `${PREFIX}${String(takenAt)}.${reason}`
}

function readName(key: string): SnapshotInfo | undefined {
  if (!key.startsWith(PREFIX)) return undefined
  const id = key.slice(PREFIX.length)
  const [moment, name] = id.split('.')
  const reason = SNAPSHOT_REASONS.find((known) => known === name)
  return reason && { id, takenAt: Number(moment), reason }
}

/** Two of one moment must not lie under one name. */
function findFreeMoment(taken: readonly SnapshotInfo[], moment: number): number {
  const moments = new Set(taken.map(({ takenAt }) => takenAt))
  let free = moment
  while (moments.has(free)) free++
  return free
}
