import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { success } from '../../core/result'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'

/** The accounts as the background last told them. Each action is one request. */
export const useAccounts = defineStore('accounts', () => {
  const accounts = shallowRef<readonly AccountView[]>([])

  function accept(next: readonly AccountView[]): void {
    accounts.value = next
  }

  async function remove(accountId: string): Promise<Reply<null>> {
    const reply = await request('accounts.delete', { accountId })
    if (reply.ok) accept(accounts.value.filter(({ id }) => id !== accountId))
    return reply
  }

  async function restore(accountId: string): Promise<Reply<null>> {
    return keep(await request('accounts.restore', { accountId }))
  }

  async function pin(accountId: string, pinned: boolean): Promise<Reply<null>> {
    return keep(await request('accounts.pin', { accountId, pinned }))
  }

  /** Lets the account's codes be used on one more site. */
  async function setSites({ id }: AccountView, sites: readonly string[]): Promise<Reply<null>> {
    return keep(await request('accounts.setSites', { accountId: id, sites: [...sites] }))
  }

  function keep(reply: Reply<AccountView>): Reply<null> {
    if (!reply.ok) return reply
    const others = accounts.value.filter(({ id }) => id !== reply.value.id)
    accept([...others, reply.value])
    return success(null)
  }

  return { accounts: computed(() => accounts.value), accept, remove, restore, pin, setSites }
})
