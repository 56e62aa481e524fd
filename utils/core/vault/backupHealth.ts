import { compareAccounts } from './compareAccounts'
import { livingAccounts } from './edits'
import type { VaultData } from './vaultData'

/** How well the vault is backed up. */
export interface BackupHealth {
  /** When the last backup was made. */
  readonly madeAt?: number
  /** When a backup was opened that held every account of the vault at that time. */
  readonly testedAt?: number
  /** Accounts that are not in the last backup as they are now. */
  readonly changes: number
}

export function readBackupHealth({
  accounts,
  backupMadeAt: madeAt,
  backupTestedAt: testedAt,
  backupHeldAt: heldAt = -1,
}: VaultData): BackupHealth {
  const since = Math.max(madeAt ?? -1, heldAt)
  const changed = accounts.filter(
    ({ createdAt, updatedAt, deletedAt }) =>
      updatedAt > since && !(deletedAt !== undefined && createdAt > since),
  )
  return {
    changes: changed.length,
    ...(madeAt === undefined ? {} : { madeAt }),
    ...(testedAt === undefined ? {} : { testedAt }),
  }
}

/** Whether a backup holds every account of the vault as it is, and no other. */
export function isHeldBy({ accounts }: Pick<VaultData, 'accounts'>, data: VaultData): boolean {
  const { rows, missing } = compareAccounts(accounts, livingAccounts(data))
  return missing.length === 0 && rows.every(({ standing }) => standing === 'same')
}

/**
 * Notes that the vault is what a backup of that moment holds, so that nothing is missing there: unless
 * another backup is newer, which is the one that counts.
 */
export function noteHeld(data: VaultData, createdAt: number, now: number): VaultData {
  const isLast = createdAt >= (data.backupMadeAt ?? 0)
  return isLast ? { ...data, backupMadeAt: createdAt, backupHeldAt: now } : data
}
