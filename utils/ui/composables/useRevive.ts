import { computed, ref, shallowRef } from 'vue'
import { request } from '../../protocol/pageClient'
import type { SnapshotView } from '../../protocol/views'
import { t } from '../i18n/i18n'
import { passphraseMessage } from '../i18n/passphraseMessage'
import { useToasts } from '../stores/useToasts'

/** The form that opens a vault of which nothing else can be read, from one of its snapshots. */
export function useRevive() {
  const toasts = useToasts()
  const snapshots = shallowRef<readonly SnapshotView[]>()
  const snapshotId = ref('')
  const passphrase = ref('')
  const isBusy = shallowRef(false)
  const problem = shallowRef<() => string>()

  async function load(): Promise<void> {
    const reply = await request('snapshots.list', {})
    snapshots.value = reply.ok ? reply.value : []
    snapshotId.value = snapshots.value[0]?.id ?? ''
  }

  async function submit(): Promise<void> {
    if (isBusy.value) return
    if (passphrase.value === '') {
      problem.value = () => passphraseMessage('passphrase-empty')
      return
    }
    isBusy.value = true
    const payload = { snapshotId: snapshotId.value, passphrase: passphrase.value }
    const reply = await request('snapshots.revive', payload)
    isBusy.value = false
    problem.value = reply.ok ? undefined : () => passphraseMessage(reply.code, reply.detail)
    if (!reply.ok) return
    passphrase.value = ''
    toasts.show({ text: t('rescue.done') })
  }

  void load()

  return {
    snapshots: computed(() => snapshots.value),
    snapshotId,
    passphrase,
    isBusy: computed(() => isBusy.value),
    error: computed(() => problem.value?.()),
    submit,
  }
}
