import { livingAccounts } from './edits'
import type { VaultData } from './vaultData'

/** Why a copy of the whole vault was kept. */
export const SNAPSHOT_REASONS = [
  'daily',
  'import',
  'restore',
  'mass-delete',
  'passphrase',
  'update',
] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

export interface SnapshotInfo {
  readonly id: string
  /** Epoch milliseconds. */
  readonly takenAt: number
  readonly reason: SnapshotReason
}

const MAX_DAILY = 10
const MAX_OTHERS = 10
const SHARP_DROP_ACCOUNTS = 3
const SHARP_DROP_SHARE = 0.3

/** The snapshots that are too many, daily ones and those before risky operations counted apart. */
export function findSurplus(snapshots: readonly SnapshotInfo[]): readonly SnapshotInfo[] {
  const newestFirst = [...snapshots].sort((a, b) => b.takenAt - a.takenAt)
  return [
    ...newestFirst.filter(({ reason }) => reason === 'daily').slice(MAX_DAILY),
    ...newestFirst.filter(({ reason }) => reason !== 'daily').slice(MAX_OTHERS),
  ]
}

/** Whether one edit takes away so much that it may be a mistake. */
export function isSharpDrop(before: VaultData, after: VaultData): boolean {
  const living = new Set(livingAccounts(after).map(({ id }) => id))
  const kept = new Set(after.accounts.map(({ id }) => id))
  const lost = before.accounts.filter(({ id, deletedAt }) =>
    deletedAt === undefined ? !living.has(id) : !kept.has(id),
  ).length
  if (lost === 0) return false
  return lost >= SHARP_DROP_ACCOUNTS || lost >= before.accounts.length * SHARP_DROP_SHARE
}
