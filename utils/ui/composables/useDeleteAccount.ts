import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { shownName } from '../accounts/shownName'
import { readClock } from '../../platform/clock'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useApp } from '../stores/useApp'
import { useToasts } from '../stores/useToasts'

const IN_USE_MS = 30 * 24 * 60 * 60_000

/** Moves to the trash and offers to take it back; asks first where that may lock somebody out. */
export function useDeleteAccount() {
  const app = useApp()
  const accounts = useAccounts()
  const toasts = useToasts()
  const asked = shallowRef<AccountView>()

  async function remove(account: AccountView): Promise<void> {
    if (isInBackup(account) && !isInUse(account)) await discard(account)
    else asked.value = account
  }

  async function confirm(): Promise<void> {
    const account = asked.value
    asked.value = undefined
    if (account) await discard(account)
  }

  async function discard(account: AccountView): Promise<void> {
    const name = shownName(account)
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
    if (reply.ok) toasts.show({ text: t('toast.restored', { name: shownName(account) }) })
    else toasts.fail(reply)
  }

  function isInBackup({ createdAt }: AccountView): boolean {
    return createdAt <= (app.backup?.madeAt ?? -1)
  }

  return {
    /** The account whose deletion waits for a word. */
    asked: computed(() => asked.value),
    remove,
    confirm,
    cancel: () => {
      asked.value = undefined
    },
  }
}

function isInUse({ usedAt }: AccountView): boolean {
  return usedAt !== undefined && readClock() - usedAt < IN_USE_MS
}
