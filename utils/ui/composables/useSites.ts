import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { hostOfSite } from '../../core/match/site'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useToasts } from '../stores/useToasts'

/** The list of an account's sites, while it is open. */
export function useSites() {
  const accounts = useAccounts()
  const toasts = useToasts()
  const openId = shallowRef<string>()
  const open = computed(() => accounts.accounts.find(({ id }) => id === openId.value))

  async function remove(account: AccountView, site: string): Promise<void> {
    const { sites } = account
    const removed = await accounts.setSites(
      account,
      sites.filter((other) => other !== site),
    )
    if (!removed.ok) {
      toasts.fail(removed)
      return
    }
    openId.value = undefined
    // What was there is put back as it was, so it was warned of before if need be.
    const undo = { label: t('toast.undo'), run: () => accounts.setSites(account, sites, true) }
    toasts.show({ text: t('toast.siteRemoved', { host: hostOfSite(site) }), action: undo })
  }

  return {
    open,
    show: ({ id }: AccountView) => {
      openId.value = id
    },
    close: () => {
      openId.value = undefined
    },
    remove,
  }
}
