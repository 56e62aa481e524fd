import type { Account } from '../core/account'
import { sortAccounts, type Sort } from '../core/list/listSections'
import { success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { VaultData } from '../core/vault/vaultData'
import type { SettingsService } from './settingsService'
import type { ReadCode, VaultService } from './vaultService'

/** The accounts in the order of the list. Many take a while to sort, so each state is sorted once. */
export function createListService(
  vault: Pick<VaultService, 'read'>,
  settings: Pick<SettingsService, 'read'>,
) {
  let known: { data: VaultData; sort: Sort; accounts: readonly Account[] } | undefined

  async function read(): Promise<Result<readonly Account[], ReadCode>> {
    const [data, { sort }] = await Promise.all([vault.read(), settings.read()])
    return data.ok ? success(order(data.value, sort)) : data
  }

  function order(data: VaultData, sort: Sort): readonly Account[] {
    if (known?.data !== data || known.sort !== sort) {
      known = { data, sort, accounts: sortAccounts(livingAccounts(data), sort) }
    }
    return known.accounts
  }

  return { read, order }
}

export type ListService = ReturnType<typeof createListService>
