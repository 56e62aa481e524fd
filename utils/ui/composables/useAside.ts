import { computed, onScopeDispose, shallowRef } from 'vue'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { AsideView } from '../../protocol/views'
import { t } from '../i18n/i18n'
import { saveTextFile } from '../saveTextFile'
import { useToasts } from '../stores/useToasts'

export type { AsideView } from '../../protocol/views'

/** What was set aside: damaged copies, and vaults that were put away. */
export function useAside() {
  const toasts = useToasts()
  const copies = shallowRef<readonly AsideView[]>([])

  async function load(): Promise<void> {
    const reply = await request('aside.list', {})
    copies.value = reply.ok ? reply.value : []
  }

  async function save({ id, setAsideAt }: AsideView): Promise<void> {
    const reply = await request('aside.read', { asideId: id })
    if (!reply.ok) {
      toasts.fail(reply)
      return
    }
    const day = new Date(setAsideAt).toISOString().slice(0, 10)
    saveTextFile(`sandi-copy-${day}.json`, reply.value.text)
    toasts.show({ text: t('aside.saved') })
  }

  async function remove({ id }: AsideView): Promise<void> {
    const reply = await request('aside.remove', { asideId: id })
    if (!reply.ok) toasts.fail(reply)
    await load()
  }

  onScopeDispose(onPageEvent(() => void load()))
  void load()

  return { copies: computed(() => copies.value), save, remove }
}
