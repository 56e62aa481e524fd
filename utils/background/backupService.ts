import type { Account } from '../core/account'
import type { RandomBytes } from '../core/crypto/aead'
import type { Argon2Cost } from '../core/crypto/argon2'
import { failure, success, type Result } from '../core/result'
import { cleanAccount, makeBackupContent, type Backup } from '../core/vault/backupContent'
import { isHeldBy, noteHeld } from '../core/vault/backupHealth'
import { openBackup, sealBackup, type BackupCode } from '../core/vault/backupFormat'
import { compareAccounts, fingerprint, isReordered } from '../core/vault/compareAccounts'
import { livingAccounts, type Edit } from '../core/vault/edits'
import type { RestoreChoice, RestoreCount } from '../core/vault/restoreAccounts'
import { compareWishes, restoreBackup } from '../core/vault/restoreBackup'
import { EMPTY_VAULT, type VaultData } from '../core/vault/vaultData'
import type { BackupFile, BackupReport, ChosenPassphrase } from '../protocol/views'
import type { KeyService } from './keyService'
import type { SettingsService } from './settingsService'
import type { SnapshotStore } from './snapshotStore'
import type { ReadCode, UpdateCode, UpdateOptions, VaultService } from './vaultService'

interface BackupOptions {
  readonly vault: VaultService
  readonly copies: SnapshotStore
  readonly keys: KeyService
  readonly settings: SettingsService
  readonly randomBytes: RandomBytes
  readonly cost: Argon2Cost
  readonly now: () => number
}

type BackupProblem = 'backup-unsound'

/** Makes backups, opens them, and brings back what they hold. A file stays with the page that has it. */
export function createBackupService(options: BackupOptions) {
  const { vault, copies, keys, settings, randomBytes, cost, now } = options

  /** A backup of the unlocked vault, opened once again before anyone gets it. */
  async function create(passphrase: string): Promise<Result<BackupFile, ReadCode | BackupProblem>> {
    const createdAt = now()
    const data = await vault.read()
    if (!data.ok) return data
    const content = makeBackupContent(data.value, await settings.read(), createdAt)
    const text = await sealBackup(content, passphrase, cost, randomBytes)
    const opened = await openBackup(text, passphrase)
    const expected = content.vault.accounts.map(cleanAccount).filter((it) => it !== undefined)
    if (!opened.ok || !isSameList(opened.value.vault.accounts, expected)) {
      return failure('backup-unsound')
    }
    // A disk that is full now is a reason to have the backup, not to withhold it.
    await vault.update((before) =>
      success({ data: { ...before, backupMadeAt: createdAt }, answer: null }),
    )
    const leftOut = opened.value.leftOut + (data.value.unreadable?.length ?? 0)
    return success({ text, createdAt, accounts: expected.length, leftOut })
  }

  /** What a backup holds, compared with the vault when it is unlocked; nothing is brought back. */
  async function inspect(
    text: string,
    passphrase: string,
  ): Promise<Result<BackupReport, BackupCode>> {
    const backup = await openBackup(text, passphrase)
    if (!backup.ok) return backup
    const data = await vault.read()
    if (!data.ok) return success(report(backup.value, EMPTY_VAULT))
    const told = report(backup.value, data.value)
    const isCompared = told.rows.some(({ standing }) => standing !== 'new')
    if (isCompared && told.missing.length === 0) await noteTest(backup.value)
    return success(told)
  }

  async function noteTest({ vault: held, createdAt }: Backup): Promise<void> {
    await vault.update((before) => {
      // A copy made elsewhere that holds the vault as it is backs it up as well.
      const data = isHeldBy(held, before) ? noteHeld(before, createdAt, now()) : before
      return success({ data: { ...data, backupTestedAt: now() }, answer: null })
    })
  }

  /** Brings accounts back into the unlocked vault. A copy of it as it was is kept first, to undo it. */
  async function restore(
    text: string,
    passphrase: string,
    choice: RestoreChoice,
    asked: UpdateOptions = {},
  ): Promise<Result<RestoreCount & { undoId?: string }, BackupCode | UpdateCode>> {
    const backup = await openBackup(text, passphrase)
    if (!backup.ok) return backup
    const edit = bringBack(backup.value, choice)
    const restored = await vault.update(edit, { ...asked, snapshot: 'restore' })
    if (!restored.ok) return restored
    const undo = (await copies.list()).find(({ reason }) => reason === 'restore')
    return success({ ...restored.value, ...(undo ? { undoId: undo.id } : {}) })
  }

  /** Where the vault is then what the backup holds, nothing is left to back up. */
  function bringBack(
    { vault: held, createdAt }: Backup,
    choice: RestoreChoice,
  ): Edit<RestoreCount, never> {
    const bring = restoreBackup(held, choice, now())
    return (before, done) => {
      const restored = bring(before, done)
      if (!restored.ok || !isHeldBy(held, restored.value.data)) return restored
      return success({ ...restored.value, data: noteHeld(restored.value.data, createdAt, now()) })
    }
  }

  /** Creates the vault from a backup, where there is none yet. */
  async function begin(text: string, passphrase: string, next: ChosenPassphrase) {
    const backup = await openBackup(text, passphrase)
    if (!backup.ok) return backup
    const { vault: data, createdAt } = backup.value
    const created = await keys.create(next, { ...data, backupMadeAt: createdAt })
    if (created.ok) await settings.restore(backup.value.settings)
    return created
  }

  return { create, inspect, restore, begin }
}

export type BackupService = ReturnType<typeof createBackupService>

function isSameList(some: readonly Account[], others: readonly Account[]): boolean {
  const [a, b] = [some, others].map((list) => list.map((it) => [it.id, fingerprint(it)]))
  return JSON.stringify(a) === JSON.stringify(b)
}

function report(backup: Backup, data: VaultData): BackupReport {
  const living = livingAccounts(data)
  const comparison = compareAccounts(backup.vault.accounts, living)
  const { rows, missing } = comparison
  return {
    createdAt: backup.createdAt,
    leftOut: backup.leftOut,
    rows: rows.map(({ account, standing }) => ({ ...nameOf(account), standing })),
    missing: missing.map(nameOf),
    ...(isReordered(comparison, living) ? { isReordered: true } : {}),
    ...compareWishes(backup.vault, data),
  }
}

function nameOf({ issuer, account }: Account) {
  return { issuer, account }
}
