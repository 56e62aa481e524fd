import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { shownName } from '../accounts/shownName'
import { isBoundTo } from '../../core/match/site'
import { request } from '../../protocol/pageClient'
import type { FillWay, Standing } from '../../protocol/views'
import { describeDelivery } from '../describeDelivery'
import { t } from '../i18n/i18n'
import { useAccounts } from '../stores/useAccounts'
import { useApp } from '../stores/useApp'
import { useToasts, type Refusal } from '../stores/useToasts'
import { closeMomentary, isStanding } from '../standing'

interface FillOptions {
  /** What is offered where there is no field to fill. */
  readonly copyInstead: (account: AccountView) => unknown
  readonly close?: () => void
}

interface How {
  /** The site of the frame that has the field, where that is not the tab's. */
  readonly frameSite?: string
  readonly way?: FillWay
  readonly isSure?: true
}

/** An account that is to be used on a site for the first time, and what is known about that. */
export interface Unconfirmed {
  readonly account: AccountView
  readonly site: string
  /** Another one where the field is in a frame of `site`. */
  readonly tabSite: string
  readonly standing: Standing
}

/** Fills a code into the active tab; a site that is new to the account is asked about first. */
export function useFill({ copyInstead, close = closeMomentary }: FillOptions) {
  const app = useApp()
  const accounts = useAccounts()
  const toasts = useToasts()
  const unconfirmed = shallowRef<Unconfirmed>()

  async function fill(account: AccountView): Promise<void> {
    const { site } = app
    if (site === undefined) {
      offerCopy(account, { code: 'site-unknown' })
    } else if (isBoundTo(account.sites, site)) {
      await start(account, site)
    } else {
      const reply = await request('fill.start', { accountId: account.id, site })
      if (!reply.ok && reply.code === 'field-elsewhere') offerFrame(account, site, reply)
      else await ask(account, site, site)
    }
  }

  async function ask(account: AccountView, site: string, tabSite: string): Promise<void> {
    const standing = await request('sites.standing', { accountId: account.id, site })
    if (standing.ok) unconfirmed.value = { account, site, tabSite, standing: standing.value }
    else toasts.fail(standing)
  }

  /** The person's word on it: `chosen` is the site itself or the wildcard around it. */
  async function confirm(chosen?: string): Promise<void> {
    const choice = unconfirmed.value
    if (!choice) return
    unconfirmed.value = undefined
    const { account, site, tabSite, standing } = choice
    const how = site === tabSite ? {} : { frameSite: site }
    const sites = [...account.sites, chosen ?? site]
    const added = await accounts.setSites(account, sites, standing.kind === 'imitation')
    if (!added.ok) toasts.fail(added)
    // A site on which nothing could be filled was not meant.
    else if (!(await start(account, tabSite, how))) await accounts.setSites(account, account.sites)
  }

  /** Whether the site was meant: a question about what the field holds or wants leaves that open. */
  async function start(account: AccountView, site: string, how: How = {}): Promise<boolean> {
    const reply = await request('fill.start', { accountId: account.id, site, ...how })
    if (reply.ok) {
      if (app.settings?.closesAfterFill !== false) close()
      if (app.settings?.closesAfterFill === false || isStanding())
        toasts.show({ text: t('toast.filled', { name: shownName(account) }) })
      return true
    }
    if (reply.code === 'code-delivered') {
      const run = () => start(account, site, { ...how, isSure: true })
      const text = describeDelivery(reply.detail?.['kind'])
      toasts.show({ text, action: { label: t('toast.fillAnyway'), run } })
      return true
    }
    if (reply.code === 'field-occupied') {
      const run = () => start(account, site, { ...how, way: 'replace' })
      toasts.fail(reply, { label: t('toast.replace'), run })
      return true
    }
    if (reply.code === 'field-elsewhere') offerFrame(account, site, reply)
    else offerCopy(account, reply)
    return false
  }

  /** The field is in a frame of another site: that one has to be meant, and bound like any other. */
  function offerFrame(account: AccountView, tabSite: string, refusal: Refusal): void {
    const frameSite = String(refusal.detail?.['site'])
    const run = () =>
      isBoundTo(account.sites, frameSite)
        ? start(account, tabSite, { frameSite })
        : ask(account, frameSite, tabSite)
    toasts.fail(refusal, { label: t('toast.fillThere'), run })
  }

  function offerCopy(account: AccountView, refusal: Refusal): void {
    const action = { label: t('toast.copyInstead'), run: () => copyInstead(account) }
    toasts.fail(refusal, action)
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
