import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { request } from '../../protocol/pageClient'
import type { RequestCode } from '../../protocol/requests'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useApp } from '../stores/useApp'
import { useToasts } from '../stores/useToasts'

interface FillOptions {
  /** What is offered where there is no field to fill. */
  readonly copyInstead: (account: AccountView) => unknown
  readonly close?: () => void
}

/** Fills a code into the active tab; a site that is new to the account is confirmed first. */
export function useFill({ copyInstead, close = closePopup }: FillOptions) {
  const app = useApp()
  const accounts = useAccounts()
  const toasts = useToasts()
  const unconfirmed = shallowRef<{ readonly account: AccountView; readonly site: string }>()

  async function fill(account: AccountView): Promise<void> {
    const { site } = app
    if (site === undefined) {
      offerCopy(account, 'site-unknown')
    } else if (account.sites.includes(site)) {
      await start(account, site)
    } else {
      unconfirmed.value = { account, site }
    }
  }

  async function confirm(): Promise<void> {
    const choice = unconfirmed.value
    if (!choice) return
    unconfirmed.value = undefined
    const { account, site } = choice
    const added = await accounts.setSites(account, [...account.sites, site])
    if (!added.ok) toasts.fail(added)
    // A site on which nothing could be filled was not meant.
    else if (!(await start(account, site))) await accounts.setSites(account, account.sites)
  }

  async function start(account: AccountView, site: string): Promise<boolean> {
    const reply = await request('fill.start', { accountId: account.id, site })
    if (reply.ok) close()
    else offerCopy(account, reply.code)
    return reply.ok
  }

  function offerCopy(account: AccountView, code: RequestCode): void {
    const action = { label: t('toast.copyInstead'), run: () => copyInstead(account) }
    toasts.fail({ code }, action)
  }

  return {
    fill,
    confirm,
    unconfirmed: computed(() => unconfirmed.value),
    cancel: () => {
      unconfirmed.value = undefined
    },
  }
}

function closePopup(): void {
  window.close()
}
