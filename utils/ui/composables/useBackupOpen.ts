import { computed, ref, shallowRef } from 'vue'
import { MAX_BACKUP_CHARACTERS } from '../../core/vault/backupLimits'
import { failure } from '../../core/result'
import type { RestoreChoice } from '../../core/vault/restoreAccounts'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import type { PageRequests, RequestCode } from '../../protocol/requests'
import type { BackupReport } from '../../protocol/views'
import { errorMessage } from '../i18n/errorMessage'
import { judge } from './useNewPassphrase'

export type Restored = PageRequests['backup.restore']['reply']

const AT_PASSPHRASE: ReadonlySet<RequestCode> = new Set([
  'passphrase-empty',
  'wrong-backup-passphrase',
])

/** A backup file that is chosen, opened with its passphrase and looked at; it stays on this page. */
export function useBackupOpen() {
  const file = shallowRef<{ readonly name: string; readonly text: string }>()
  const passphrase = ref('')
  const report = shallowRef<BackupReport>()
  const isBusy = shallowRef(false)
  const problem = shallowRef<RequestCode>()

  async function choose(chosen: File): Promise<void> {
    putAway()
    if (chosen.size > MAX_BACKUP_CHARACTERS) {
      problem.value = 'backup-too-large'
      return
    }
    // A file that went away since it was chosen is as good as damaged.
    const text = await chosen.text().catch(() => undefined)
    // Nobody is asked for the passphrase of a file that no passphrase opens.
    const { readBackupFile } = await import('../../core/vault/backupFormat')
    const read = text === undefined ? failure('backup-damaged') : await readBackupFile(text)
    if (!read.ok) problem.value = read.code
    else file.value = { name: chosen.name, text: text ?? '' }
  }

  /** Opens the chosen file; `report` is there afterwards, or the reason why not. */
  async function open(): Promise<void> {
    if (isBusy.value || !file.value) return
    problem.value = passphrase.value === '' ? 'passphrase-empty' : undefined
    if (problem.value) return
    const reply = await wait(request('backup.inspect', sealed()))
    if (reply.ok) report.value = reply.value
  }

  async function restore(choice: RestoreChoice): Promise<Restored | undefined> {
    const reply = await wait(request('backup.restore', { ...sealed(), ...choice }))
    return reply.ok ? reply.value : undefined
  }

  /** Whether the vault is again as it was before the restore. */
  async function undo(snapshotId: string): Promise<boolean> {
    return (await wait(request('snapshots.restore', { snapshotId }))).ok
  }

  /** Creates the vault from the backup; the recovery code of it. */
  async function begin(next: string): Promise<string | undefined> {
    const judged = await judge(next)
    const reply = await wait(request('backup.begin', { ...sealed(), next, ...judged }))
    return reply.ok ? reply.value.recoveryCode : undefined
  }

  async function wait<T>(asked: Promise<Reply<T>>): Promise<Reply<T>> {
    isBusy.value = true
    const reply = await asked
    isBusy.value = false
    problem.value = reply.ok ? undefined : reply.code
    return reply
  }

  function sealed() {
    return { text: file.value?.text ?? '', passphrase: passphrase.value }
  }

  function putAway(): void {
    file.value = undefined
    passphrase.value = ''
    report.value = undefined
    problem.value = undefined
  }

  const errorAt = (isHere: (code: RequestCode) => boolean) =>
    computed(() => {
      const code = problem.value
      return code && isHere(code) ? errorMessage(code) : undefined
    })

  return {
    file: computed(() => file.value),
    passphrase,
    report: computed(() => report.value),
    isBusy: computed(() => isBusy.value),
    passphraseError: errorAt((code) => AT_PASSPHRASE.has(code)),
    fileError: errorAt((code) => !AT_PASSPHRASE.has(code)),
    choose,
    open,
    restore,
    undo,
    begin,
    putAway,
  }
}

export type BackupOpen = ReturnType<typeof useBackupOpen>
