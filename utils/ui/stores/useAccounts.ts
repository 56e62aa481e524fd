import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { moveTo, type Place } from '../../core/list/moveTo'
import { failure, success } from '../../core/result'
import type { AccountChange } from '../../core/vault/editAccount'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'

/** The accounts as the background last told them. Each action is one request. */
export const useAccounts = defineStore('accounts', () => {
  const accounts = shallowRef<readonly AccountView[]>([])
  let generation: number | undefined

  /** Takes what the background told, and of which generation of the vault it is. */
  function accept(next: readonly AccountView[], of = generation): void {
    accounts.value = next
    generation = of
  }

  async function remove(accountId: string): Promise<Reply<number>> {
    const reply = await request('accounts.delete', { accountIds: [accountId] })
    if (reply.ok) accept(accounts.value.filter(({ id }) => id !== accountId))
    return reply
  }

  /** It comes back with the list, which is loaded anew when the vault has changed. */
  function restore(accountId: string): Promise<Reply<number>> {
    return request('accounts.restore', { accountIds: [accountId] })
  }

  async function pin(accountId: string, pinned: boolean): Promise<Reply<null>> {
    return keep(await request('accounts.pin', { accountId, pinned }))
  }

  /** The sites on which the account's codes may be used; one that imitates another needs a second word. */
  function setSites(
    account: AccountView,
    sites: readonly string[],
    hasSeenWarning = false,
  ): Promise<Reply<null>> {
    const warned = hasSeenWarning ? { hasSeenWarning } : {}
    const payload = { accountId: account.id, sites: [...sites], ...warned }
    return editSeen(account, (terms) => request('accounts.setSites', payload, terms))
  }

  /** Changes what is named of an account, unless it was changed elsewhere since `base`. */
  async function edit(
    base: AccountView,
    change: AccountChange,
    hasSeenWarning = false,
  ): Promise<Reply<null>> {
    const present = accounts.value.find(({ id }) => id === base.id)
    if (present && present.updatedAt !== base.updatedAt) return failure('conflict')
    const warned = hasSeenWarning ? { hasSeenWarning } : {}
    const payload = { accountId: base.id, change, ...warned }
    return editSeen(base, (terms) => request('accounts.edit', payload, terms))
  }

  /** Back to the key before its last change. */
  function swapKey(account: AccountView): Promise<Reply<null>> {
    return editSeen(account, (terms) =>
      request('accounts.swapKey', { accountId: account.id }, terms),
    )
  }

  async function addServiceCodes(
    accountId: string,
    codes: readonly string[],
  ): Promise<Reply<null>> {
    return keep(await request('serviceCodes.add', { accountId, codes }))
  }

  async function markServiceCode(
    accountId: string,
    code: string,
    isUsed: boolean,
  ): Promise<Reply<null>> {
    return keep(await request('serviceCodes.mark', { accountId, code, isUsed }))
  }

  async function removeServiceCodes(
    accountId: string,
    codes: readonly string[],
  ): Promise<Reply<null>> {
    return keep(await request('serviceCodes.remove', { accountId, codes }))
  }

  /**
   * Changes an account as it was seen. When the vault changed meanwhile, but not this account, the change
   * is asked for once more.
   */
  async function editSeen(
    account: AccountView,
    ask: (terms: { seen?: number }) => Promise<Reply<AccountView>>,
  ): Promise<Reply<null>> {
    const reply = await ask(seen())
    if (reply.ok || reply.code !== 'conflict') return keep(reply)
    const app = await request('app.load', {})
    const all = await request('accounts.list', {})
    if (!app.ok || !all.ok) return reply
    accept(all.value, app.value.generation)
    const present = accounts.value.find(({ id }) => id === account.id)
    return present?.updatedAt === account.updatedAt ? keep(await ask(seen())) : reply
  }

  function seen(): { seen?: number } {
    return generation === undefined ? {} : { seen: generation }
  }

  function keep(reply: Reply<AccountView>): Reply<null> {
    if (!reply.ok) return reply
    const { value } = reply
    const isKnown = accounts.value.some(({ id }) => id === value.id)
    const changed = accounts.value.map((account) => (account.id === value.id ? value : account))
    accept(isKnown ? changed : [...accounts.value, value])
    return success(null)
  }

  /** In the person's own order: here at once, because a row that springs back and forth looks broken. */
  async function move(accountId: string, place: Place): Promise<Reply<null>> {
    const before = accounts.value
    accept(moveTo(before, accountId, place))
    const reply = await request('accounts.move', { accountId, ...place })
    if (!reply.ok) accept(before)
    return reply
  }

  async function noteUse(accountId: string): Promise<void> {
    await request('accounts.noteUse', { accountId })
  }

  return {
    accounts: computed(() => accounts.value),
    accept,
    remove,
    restore,
    pin,
    move,
    noteUse,
    setSites,
    edit,
    swapKey,
    addServiceCodes,
    markServiceCode,
    removeServiceCodes,
  }
})
