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
}: VaultData): BackupHealth {
  const since = madeAt ?? -1
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
