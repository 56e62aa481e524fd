import * as v from 'valibot'
import { toAccountView, type Account } from '../core/account'
import { checkParameters } from '../core/otp/checkParameters'
import {
  applyImport,
  compareImport,
  undoImport,
  type ImportChoice,
  type ImportReceipt,
} from '../core/import/mergeImport'
import type { ImportedAccount } from '../core/import/importer'
import { failure, success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { StorageArea } from '../platform/storage'
import type { ImportRow } from '../protocol/requests'
import type { UpdateOptions, VaultService } from './vaultService'
import type { ReadCode } from './vaultReader'

export const IMPORT_UNDO_KEY = 'import.undo'

interface ImportOptions {
  /** Memory-backed: what can be taken back is forgotten with the lock. */
  readonly area: StorageArea
  readonly vault: VaultService
  readonly now: () => number
  readonly randomId: () => string
}

/**
 * Takes in what the import page read. The page has the file and so its secrets; what is in the vault it
 * learns without theirs. Every account is checked again here: a page's word is not enough.
 */
export function createImportService({ area, vault, now, randomId }: ImportOptions) {
  /** How each account stands to the vault. Nothing is written. */
  async function compare(
    accounts: readonly ImportedAccount[],
  ): Promise<Result<readonly ImportRow[], ReadCode | 'request-refused'>> {
    if (!accounts.every(isSound)) return failure('request-refused')
    const data = await vault.read()
    if (!data.ok) return data
    return success(
      compareImport(accounts, livingAccounts(data.value)).map((row): ImportRow =>
        'here' in row
          ? { standing: row.standing, here: toAccountView(row.here) }
          : { standing: row.standing },
      ),
    )
  }

  /** Writes the chosen ones in one write, behind a safety copy. */
  async function commit(
    choices: readonly ImportChoice[],
    withSites: boolean,
    terms: UpdateOptions,
  ) {
    if (!choices.every(({ account }) => isSound(account))) return failure('request-refused')
    const ids = choices.map(() => randomId())
    const edit = applyImport(choices, ids, { withSites, now: now() })
    const receipt = await vault.update(edit, { ...terms, snapshot: 'import' })
    if (!receipt.ok) return receipt
    // An answer that was lost and is asked for again: what to take back is kept already.
    if (receipt.value.addedIds.length + receipt.value.replaced.length > 0) {
      await area.set({ [IMPORT_UNDO_KEY]: receipt.value })
    }
    const { addedIds, replaced } = receipt.value
    return success({ added: addedIds.length, replaced: replaced.length })
  }

  /** Takes the last import back, once. */
  async function undo(terms: UpdateOptions) {
    const stored = (await area.get([IMPORT_UNDO_KEY]))[IMPORT_UNDO_KEY]
    if (!isReceipt(stored)) return failure('import-forgotten')
    const undone = await vault.update(undoImport(stored), { ...terms, snapshot: 'import' })
    if (undone.ok) await area.remove([IMPORT_UNDO_KEY])
    return undone
  }

  return { compare, commit, undo }
}

export type ImportService = ReturnType<typeof createImportService>

/** The parameters are ones that a code can be made from, and written as the vault writes them. */
function isSound(account: ImportedAccount): boolean {
  const checked = checkParameters({
    type: account.type,
    secret: account.secret,
    algorithm: account.algorithm,
    digits: String(account.digits),
    period: String(account.periodSeconds),
    counter: String(account.counter),
  })
  return (
    checked.ok &&
    checked.value.secret === account.secret &&
    checked.value.digits === account.digits &&
    checked.value.periodSeconds === account.periodSeconds &&
    checked.value.counter === account.counter
  )
}

const receiptSchema = v.object({
  addedIds: v.array(v.string()),
  replaced: v.array(v.looseObject({ id: v.string(), secret: v.string() })),
})

/** Memory-backed storage holds what this service put there, of this build. */
function isReceipt(stored: unknown): stored is ImportReceipt & { readonly replaced: Account[] } {
  return v.is(receiptSchema, stored)
}
