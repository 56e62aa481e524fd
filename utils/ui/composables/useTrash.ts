import { computed, onScopeDispose, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import { shownName } from '../accounts/shownName'
import { t } from '../i18n/i18n'
import { useToasts } from '../stores/useToasts'

/** The deleted accounts, the last one first, and what can be done with them. */
export function useTrash() {
  const toasts = useToasts()
  const accounts = shallowRef<readonly AccountView[]>([])

  async function load(): Promise<void> {
    const reply = await request('trash.list', {})
    accounts.value = reply.ok ? reply.value : []
  }

  async function restore(chosen: readonly AccountView[]): Promise<void> {
    const accountIds = chosen.map(({ id }) => id)
    const reply = await request('accounts.restore', { accountIds })
    const undo = async () => fail(await request('accounts.delete', { accountIds }))
    if (fail(reply)) return
    const [only, ...others] = chosen
    toasts.show({
      text:
        only && others.length === 0
          ? t('toast.restored', { name: shownName(only) })
          : t('many.restored', { count: chosen.length }),
      action: { label: t('toast.undo'), run: undo },
    })
  }

  async function removeForEver(chosen: readonly AccountView[]): Promise<void> {
    const reply = await request('trash.delete', { accountIds: chosen.map(({ id }) => id) })
    if (!fail(reply)) toasts.show({ text: t('trash.gone', { count: chosen.length }) })
  }

  function fail(reply: Reply<unknown>): boolean {
    if (!reply.ok) toasts.fail(reply)
    return !reply.ok
  }

  onScopeDispose(onPageEvent(() => void load()))
  void load()

  return { accounts: computed(() => accounts.value), restore, removeForEver }
}
