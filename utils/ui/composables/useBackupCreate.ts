import { computed, ref, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import type { BackupFile } from '../../protocol/views'
import { backupFileName } from '../backup/backupFileName'
import { passphraseMessage } from '../i18n/passphraseMessage'
import { saveTextFile } from '../saveTextFile'
import { useNewPassphrase } from './useNewPassphrase'

interface MadeBackup extends Pick<BackupFile, 'accounts' | 'leftOut'> {
  readonly name: string
}

/** The form that makes a backup and hands it over as a download. */
export function useBackupCreate() {
  const own = useNewPassphrase()
  const passphrase = ref('')
  const hasOwn = ref(false)
  const isBusy = shallowRef(false)
  const problem = shallowRef<() => string>()
  const made = shallowRef<MadeBackup>()

  async function submit(): Promise<void> {
    if (isBusy.value) return
    made.value = undefined
    const isMissing = passphrase.value === ''
    problem.value = isMissing ? () => passphraseMessage('passphrase-empty') : undefined
    const isOwnGood = !hasOwn.value || (await own.check())
    if (isMissing || !isOwnGood) return
    isBusy.value = true
    await create()
    isBusy.value = false
  }

  async function create(): Promise<void> {
    const reply = await request('backup.create', {
      passphrase: passphrase.value,
      ...(hasOwn.value ? { own: own.passphrase.value } : {}),
    })
    if (!reply.ok) {
      problem.value = () => passphraseMessage(reply.code, reply.detail)
      return
    }
    passphrase.value = ''
    own.clear()
    const { text, createdAt, accounts, leftOut } = reply.value
    const name = backupFileName(createdAt)
    saveTextFile(name, text, 'application/octet-stream')
    made.value = { name, accounts, leftOut }
  }

  return { own, passphrase, hasOwn, isBusy, error: computed(() => problem.value?.()), made, submit }
}
