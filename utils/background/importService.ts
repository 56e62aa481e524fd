import * as v from 'valibot'
import { toAccountView } from '../core/account'
import { cleanExtras } from '../core/import/cleanExtras'
import { cleanSite } from '../core/match/binding'
import { checkParameters } from '../core/otp/checkParameters'
import { cleanName } from '../core/otpauth/cleanText'
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
import type { ImportComparison, ImportRow } from '../protocol/views'
import type { TrustService } from './trustService'
import type { UpdateOptions, VaultService } from './vaultService'
import type { ReadCode } from './vaultReader'

export const IMPORT_UNDO_KEY = 'import.undo'

interface ImportOptions {
  /** Memory-backed: what can be taken back is forgotten with the lock. */
  readonly area: StorageArea
  readonly vault: VaultService
  readonly trust: TrustService
  readonly now: () => number
  readonly randomId: () => string
}

/**
 * Takes in what the import page read. The page has the file and so its secrets; what is in the vault it
 * learns without theirs. Every account is checked again here: a page's word is not enough.
 */
export function createImportService({ area, vault, trust, now, randomId }: ImportOptions) {
  /** How each account stands to the vault. Nothing is written. */
  async function compare(
    accounts: readonly ImportedAccount[],
  ): Promise<Result<ImportComparison, ReadCode | 'request-refused'>> {
    if (!accounts.every(isSound)) return failure('request-refused')
    const data = await vault.read()
    if (!data.ok) return data
    const judged = await judgeSites(accounts.map(clean))
    if (!judged.ok) return judged
    const rows = compareImport(accounts, livingAccounts(data.value)).map((row): ImportRow =>
      'here' in row
        ? { standing: row.standing, here: toAccountView(row.here) }
        : { standing: row.standing },
    )
    return success({ rows, ...judged.value })
  }

  /** The sites that may be bound, and those that pass for another one: a file is no reason to trust them. */
  async function judgeSites(accounts: readonly ImportedAccount[]) {
    const found = await trust.findImitations(
      accounts.flatMap(({ sites }) => sites),
      accounts.map(({ issuer }) => issuer),
    )
    if (!found.ok) return found
    const { judged, imitations, unchecked } = found.value
    const imitating = new Set(imitations.map(({ site }) => site))
    const sites = judged.filter((site) => !imitating.has(site))
    return success({ sites, imitations, uncheckedSites: unchecked })
  }

  /** Writes the chosen ones in one write, behind a safety copy. */
  async function commit(
    choices: readonly ImportChoice[],
    withSites: boolean,
    terms: UpdateOptions,
  ) {
    if (!choices.every(({ account }) => isSound(account))) return failure('request-refused')
    const cleaned = choices.map((choice) => ({ ...choice, account: clean(choice.account) }))
    const judged = withSites ? await judgeSites(cleaned.map(({ account }) => account)) : undefined
    if (judged?.ok === false) return judged
    const ids = choices.map(() => randomId())
    const edit = applyImport(cleaned, ids, { sites: judged?.value.sites ?? [], now: now() })
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

/** Names, extras and sites as they may be kept. */
function clean({ note, tags, icon, ...account }: ImportedAccount): ImportedAccount {
  return {
    ...account,
    issuer: cleanName(account.issuer),
    account: cleanName(account.account),
    sites: account.sites.map(cleanSite).filter((site) => site !== undefined),
    ...cleanExtras({ note, tags, icon }),
  }
}

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
  replaced: v.array(
    v.object({
      before: v.looseObject({ id: v.string(), secret: v.string() }),
      counter: v.number(),
    }),
  ),
})

/** Memory-backed storage holds what this service put there, of this build. */
function isReceipt(stored: unknown): stored is ImportReceipt {
  return v.is(receiptSchema, stored)
}
