import { toAccountView } from '../core/account'
import { failure, success, type Result } from '../core/result'
import { compareAccounts, isReordered } from '../core/vault/compareAccounts'
import { livingAccounts, type Edit } from '../core/vault/edits'
import type { RestoreCount } from '../core/vault/restoreAccounts'
import { hasOtherWishes, restoreBackup } from '../core/vault/restoreBackup'
import { unwrapByPassphrase } from '../core/vault/slots'
import type { SnapshotInfo } from '../core/vault/snapshots'
import type { VaultData } from '../core/vault/vaultData'
import { readHeader, type SealedVault } from '../core/vault/vaultFormat'
import type { ChosenPassphrase, SnapshotPreview, SnapshotView } from '../protocol/views'
import type { KeyService, UnlockCode } from './keyService'
import type { SnapshotStore } from './snapshotStore'
import type { ReadCode, UpdateCode, UpdateOptions, VaultService } from './vaultService'

const MAX_OLDER_PASSPHRASES = 5

interface SnapshotOptions {
  readonly copies: SnapshotStore
  readonly vault: VaultService
  readonly keys: KeyService
  readonly now: () => number
}

type Missing = 'snapshot-missing'
type ReviveCode = UnlockCode | UpdateCode | Missing

/** What a person may do with snapshots: look at them, go back to one, open the vault with one. */
export function createSnapshotService({ copies, vault, keys, now }: SnapshotOptions) {
  /** Newest first; what they hold is known while the vault is unlocked. */
  async function list(): Promise<readonly SnapshotView[]> {
    const views: SnapshotView[] = []
    for (const info of await copies.list()) {
      const data = await openSnapshot(info.id)
      views.push(data.ok ? { ...info, accounts: livingAccounts(data.value).length } : info)
    }
    return views
  }

  /** What going back to it would change, and in which generation of the vault. */
  async function preview(snapshotId: string): Promise<Result<SnapshotPreview, ReadCode | Missing>> {
    const [snapshot, present] = [await openSnapshot(snapshotId), await vault.readState()]
    if (!snapshot.ok) return snapshot
    if (!present.opened) return failure(present.damage ?? 'locked')
    const { data, header } = present.opened
    const living = livingAccounts(data)
    const comparison = compareAccounts(livingAccounts(snapshot.value), living)
    const { rows, missing } = comparison
    const viewsOf = (standing: (typeof rows)[number]['standing']) =>
      rows.filter((row) => row.standing === standing).map(({ account }) => toAccountView(account))
    return success({
      generation: header.generation,
      back: viewsOf('new'),
      changed: viewsOf('different'),
      gone: missing.map(toAccountView),
      ...(isReordered(comparison, living) ? { isReordered: true } : {}),
      ...(hasOtherWishes(snapshot.value, data) ? { hasOtherSites: true } : {}),
    })
  }

  /** Goes back to a snapshot. A copy of the present state is kept first: going back to that undoes it. */
  async function restore(
    snapshotId: string,
    asked: UpdateOptions,
  ): Promise<Result<RestoreCount & { undoId?: string }, UpdateCode | Missing>> {
    const snapshot = await openSnapshot(snapshotId)
    if (!snapshot.ok) return snapshot
    const { sites = {} } = snapshot.value
    const former = { accounts: livingAccounts(snapshot.value), sites }
    const edit = restoreBackup(former, { mode: 'replace', takesDifferent: true }, now())
    const restored = await vault.update(edit, { ...asked, snapshot: 'restore' })
    if (!restored.ok) return restored
    const undo = (await copies.list()).find(({ reason }) => reason === 'restore')
    return success({ ...restored.value, ...(undo ? { undoId: undo.id } : {}) })
  }

  /** Opens a vault of which nothing else can be read, with the passphrase of the snapshot's time. */
  async function revive(snapshotId: string, passphrase: string): Promise<Result<null, ReviveCode>> {
    const snapshot = await copies.read(snapshotId)
    if (!snapshot) return failure('snapshot-missing')
    return keys.guard(() => reviveWith(snapshot, passphrase))
  }

  /**
   * Opens the vault with a passphrase that it had once, by the slots that snapshots still have, and gives
   * it a new one.
   */
  async function recoverOlder(
    older: string,
    next: ChosenPassphrase,
  ): Promise<Result<null, ReviveCode | 'passphrase-empty'>> {
    if (next.passphrase === '') return failure('passphrase-empty')
    const opened = await keys.guard(() => tryOlder(older))
    return opened.ok ? keys.setPassphrase(next) : opened
  }

  async function tryOlder(older: string): Promise<Result<null, ReviveCode>> {
    for (const snapshot of await readDistinct()) {
      const revived = await reviveWith(snapshot, older)
      if (revived.ok || revived.code !== 'wrong-passphrase') return revived
    }
    return failure('wrong-passphrase')
  }

  function reviveWith(
    snapshot: SealedVault,
    passphrase: string,
  ): Promise<Result<null, ReviveCode>> {
    return vault.revive(snapshot, async ({ vaultId, slots }) => {
      const found = await unwrapByPassphrase(vaultId, slots, passphrase)
      return found.ok ? success(found.value.dataKey) : found
    })
  }

  /** The newest snapshot of each passphrase. */
  async function readDistinct(): Promise<readonly SealedVault[]> {
    const distinct = new Map<string, SealedVault>()
    for (const { id } of await copies.list()) {
      const snapshot = await copies.read(id)
      if (!snapshot) continue
      const slot = passphraseSlotOf(snapshot)
      if (slot && !distinct.has(slot)) distinct.set(slot, snapshot)
      if (distinct.size === MAX_OLDER_PASSPHRASES) break
    }
    return [...distinct.values()]
  }

  async function openSnapshot(id: string): Promise<Result<VaultData, ReadCode | Missing>> {
    const snapshot = await copies.read(id)
    return snapshot ? vault.openCopy(snapshot) : failure('snapshot-missing')
  }

  /**
   * Leaves nothing that an earlier passphrase or recovery code opens: every snapshot goes, and so does the
   * generation before the present one, which another write replaces.
   */
  async function forgetOlder(): Promise<Result<null, UpdateCode>> {
    const again: Edit<null, never> = (data) => success({ data, answer: null })
    const written = await vault.update(again)
    if (!written.ok) return written
    await remove((await copies.list()).map(({ id }) => id))
    await vault.takeSnapshot('passphrase')
    return success(null)
  }

  async function remove(ids: readonly SnapshotInfo['id'][]): Promise<void> {
    for (const id of ids) await copies.remove(id)
  }

  return { list, preview, restore, revive, recoverOlder, forgetOlder, remove }
}

export type SnapshotService = ReturnType<typeof createSnapshotService>

function passphraseSlotOf(vault: SealedVault): string | undefined {
  const header = readHeader(vault)
  return header.ok ? header.value.slots.find(({ type }) => type === 'passphrase')?.id : undefined
}
