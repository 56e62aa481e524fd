import type { Account } from '../core/account'
import { EXPORT_FORMATS, type ExportId } from '../core/export/exportFormats'
import { success, type Result } from '../core/result'
import type { ListService } from './listService'
import type { ReadCode, VaultService } from './vaultService'

interface ExportOptions {
  readonly vault: VaultService
  readonly list: ListService
  readonly now: () => number
}

/** Hands accounts out to be exported: the one way on which secrets leave the background in clear. */
export function createExportService({ vault, list, now }: ExportOptions) {
  /** The chosen accounts in the order of the list; what lies in the trash is in none. */
  async function handOut(
    accountIds: readonly string[],
    exportAs: ExportId,
  ): Promise<Result<{ accounts: readonly Account[] }, ReadCode>> {
    const all = await list.read()
    if (!all.ok) return all
    const chosen = new Set(accountIds)
    const accounts = all.value.filter(({ id }) => chosen.has(id)).map(toExported)
    // A disk that is full now is a reason to let people take their accounts out, not to refuse it.
    if (!EXPORT_FORMATS[exportAs].isSealed) {
      const plainExportAt = now()
      await vault.update((data) => success({ data: { ...data, plainExportAt }, answer: null }))
    }
    return success({ accounts })
  }

  return { handOut }
}

/** Names what goes along, so that a new field stays here until someone says otherwise. */
function toExported(account: Account): Account {
  return {
    id: account.id,
    type: account.type,
    secret: account.secret,
    algorithm: account.algorithm,
    digits: account.digits,
    periodSeconds: account.periodSeconds,
    counter: account.counter,
    issuer: account.issuer,
    account: account.account,
    sites: account.sites,
    pinned: account.pinned,
    createdAt: account.createdAt,
    updatedAt: account.updatedAt,
    ...(account.note === undefined ? {} : { note: account.note }),
    ...(account.tags === undefined ? {} : { tags: account.tags }),
    ...(account.icon === undefined ? {} : { icon: account.icon }),
  }
}
