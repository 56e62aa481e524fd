import type { AccountView } from '../../core/account'
import { displayName } from '../../core/list/listSections'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useToasts } from '../stores/useToasts'

/** Deletes at once and offers to take it back. */
export function useDeleteAccount() {
  const accounts = useAccounts()
  const toasts = useToasts()

  async function remove(account: AccountView): Promise<void> {
    const name = displayName(account)
    const reply = await accounts.remove(account.id)
    if (!reply.ok) {
      toasts.fail(reply)
      return
    }
    toasts.show({
      text: t('toast.deleted', { name }),
      action: { label: t('toast.undo'), run: () => restore(account) },
    })
  }

  async function restore(account: AccountView): Promise<void> {
    const reply = await accounts.restore(account.id)
    if (reply.ok) toasts.show({ text: t('toast.restored', { name: displayName(account) }) })
    else toasts.fail(reply)
  }

  return { remove }
}
