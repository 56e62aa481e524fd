import type { Account } from '../core/account'
import { sortAccounts } from '../core/list/listSections'
import { success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { VaultData } from '../core/vault/vaultData'
import type { ReadCode, VaultService } from './vaultService'

/** The accounts in the order of the list. Many take a while to sort, so each state is sorted once. */
export function createListService(vault: Pick<VaultService, 'read'>) {
  const sorted = new WeakMap<VaultData, readonly Account[]>()

  async function read(): Promise<Result<readonly Account[], ReadCode>> {
    const data = await vault.read()
    return data.ok ? success(order(data.value)) : data
  }

  function order(data: VaultData): readonly Account[] {
    const known = sorted.get(data)
    if (known) return known
    const accounts = sortAccounts(livingAccounts(data))
    sorted.set(data, accounts)
    return accounts
  }

  return { read, order }
}
