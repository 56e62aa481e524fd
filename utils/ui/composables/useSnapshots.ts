import { computed, onScopeDispose, shallowRef } from 'vue'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { Failure } from '../../core/result'
import type { RequestCode } from '../../protocol/requests'
import type { SnapshotPreview, SnapshotView } from '../../protocol/views'
import { t } from '../i18n/i18n'
import { useToasts } from '../stores/useToasts'

export type { SnapshotPreview, SnapshotView } from '../../protocol/views'

/** The snapshots, newest first; asked for when somebody wants to see them. */
export function useSnapshots() {
  const toasts = useToasts()
  const snapshots = shallowRef<readonly SnapshotView[]>()
  const looked = shallowRef<{
    readonly snapshot: SnapshotView
    readonly preview: SnapshotPreview
  }>()
  const isBusy = shallowRef(false)

  async function load(): Promise<void> {
    const reply = await request('snapshots.list', {})
    if (reply.ok) snapshots.value = reply.value
    else toasts.fail(reply)
  }

  /** Looks at what going back to it would change. */
  async function look(snapshot: SnapshotView): Promise<void> {
    const reply = await request('snapshots.preview', { snapshotId: snapshot.id })
    if (reply.ok) looked.value = { snapshot, preview: reply.value }
    else toasts.fail(reply)
  }

  /** Goes back to the snapshot that was looked at, if the vault is still the one that was compared. */
  async function restore(): Promise<void> {
    if (!looked.value || isBusy.value) return
    const { snapshot, preview } = looked.value
    isBusy.value = true
    const seen = preview.generation
    const reply = await request('snapshots.restore', { snapshotId: snapshot.id }, { seen })
    isBusy.value = false
    if (!reply.ok) return refuse(reply, snapshot)
    leave()
    const { undoId } = reply.value
    toasts.show({
      text: t('snapshots.restored'),
      ...(undoId === undefined
        ? {}
        : { action: { label: t('toast.undo'), run: () => undo(undoId) } }),
    })
  }

  async function refuse(refusal: Failure<RequestCode>, snapshot: SnapshotView): Promise<void> {
    toasts.fail(refusal)
    // The vault changed since: what stands on the page is brought up to date before anyone insists.
    if (refusal.code === 'conflict') await look(snapshot)
    else leave()
  }

  async function undo(snapshotId: string): Promise<void> {
    const reply = await request('snapshots.restore', { snapshotId })
    if (reply.ok) toasts.show({ text: t('snapshots.undone') })
    else toasts.fail(reply)
  }

  async function removeAll(): Promise<void> {
    const snapshotIds = (snapshots.value ?? []).map(({ id }) => id)
    const reply = await request('snapshots.remove', { snapshotIds })
    if (reply.ok) toasts.show({ text: t('snapshots.removed') })
    else toasts.fail(reply)
    await load()
  }

  function leave(): void {
    looked.value = undefined
  }

  onScopeDispose(
    onPageEvent(() => {
      if (snapshots.value) void load()
    }),
  )

  return {
    snapshots: computed(() => snapshots.value),
    looked: computed(() => looked.value),
    isBusy: computed(() => isBusy.value),
    load,
    look,
    restore,
    removeAll,
    leave,
  }
}
