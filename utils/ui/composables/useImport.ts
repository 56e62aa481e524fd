import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { groupParts, isWhole, type ExportProgress } from '../../core/otpauth/exportProgress'
import type { EntryRefusal, ImportedAccount } from '../../core/import/importer'
import { isShortKey, type KeyRemark } from '../../core/otp/remarkKey'
import { request } from '../../protocol/pageClient'
import type { RequestCode } from '../../protocol/requests'
import type { AccountLabel, Detail, Imitation, ImportRow } from '../../protocol/views'
import { useImportFiles } from './useImportFiles'

export type Decision = 'skip' | 'add' | 'replace'

/** An account of a file that something in the vault resembles, without the secrets of either. */
export interface ImportConflict {
  readonly at: number
  readonly file: Pick<
    AccountView,
    'issuer' | 'account' | 'type' | 'algorithm' | 'digits' | 'periodSeconds' | 'counter'
  >
  readonly here: AccountView
  readonly kind: 'same-name' | 'same-key' | 'counter-ahead'
}

export interface Newcomer extends AccountLabel {
  /** What is unusual about its key. */
  readonly remarks?: readonly KeyRemark[]
}

export interface ImportReview {
  readonly newcomers: readonly Newcomer[]
  readonly sameCount: number
  readonly conflicts: readonly ImportConflict[]
  readonly refusals: readonly EntryRefusal[]
  /** Sites that can be bound with the accounts, and those that never are: they pass for others. */
  readonly sites: readonly string[]
  readonly imitations: readonly Imitation[]
  /** More sites than are checked at once; they are not bound. */
  readonly uncheckedSites: number
  readonly leftOutIcons: number
  /** Accounts that had more tags than one keeps. */
  readonly shortenedTags: number
  readonly shortenedNotes: number
}

/** From files to accounts in the vault: read, review, decide, write, take back. */
export function useImport() {
  const review = shallowRef<ImportReview>()
  const decisions = shallowRef<ReadonlyMap<number, Decision>>(new Map())
  const withSites = shallowRef(false)
  const problem = shallowRef<{ readonly code: RequestCode; readonly detail?: Detail }>()
  const isSaving = shallowRef(false)
  const done = shallowRef<{ readonly count: number; readonly isUndone: boolean }>()
  const parts = shallowRef<readonly ExportProgress[]>([])
  // With secrets: never in what Vue watches, and forgotten with the review.
  let accounts: readonly ImportedAccount[] = []
  let rows: readonly ImportRow[] = []

  const files = useImportFiles({ onSettled: () => void compare() })

  async function compare(): Promise<void> {
    problem.value = undefined
    const reports = files.reports()
    const entries = reports.flatMap((report) => report.entries)
    // Places change when a file goes or is read late, so what was decided is kept by account.
    const decided = new Map(accounts.map((account, at) => [account, decisions.value.get(at)]))
    const exports = groupParts(reports.flatMap((report) => report.parts ?? []))
    parts.value = exports.map(({ progress }) => progress).filter((one) => !isWhole(one))
    accounts = entries.flatMap((entry) => (entry.ok ? [entry.value] : []))
    const reply = accounts.length === 0 ? undefined : await request('import.compare', { accounts })
    if (reply && !reply.ok) {
      problem.value = reply
      return
    }
    rows = reply?.value.rows ?? []
    const conflicts = rows.flatMap((row, at) => {
      const account = accounts[at]
      return account ? toConflict(row, at, account).map((it) => ({ ...it, account })) : []
    })
    // Nothing of the person's own is replaced without a word: what has another key is added beside it.
    decisions.value = new Map(
      conflicts.map(({ at, account, kind }) => [at, decided.get(account) ?? suggest(kind)]),
    )
    const remarks = entries.flatMap((entry) => (entry.ok ? entry.remarks : []))
    review.value =
      entries.length === 0
        ? undefined
        : {
            newcomers: rows.flatMap(({ standing }, at) => {
              const account = accounts[at]
              return standing === 'new' && account ? [toNewcomer(account)] : []
            }),
            sameCount: rows.filter(
              ({ standing }) => standing === 'duplicate' || standing === 'repeated',
            ).length,
            conflicts: conflicts.map(({ account: _account, ...conflict }) => conflict),
            refusals: entries.flatMap((entry) => (entry.ok ? [] : [entry])),
            sites: reply?.value.sites ?? [],
            imitations: reply?.value.imitations ?? [],
            uncheckedSites: reply?.value.uncheckedSites ?? 0,
            leftOutIcons: remarks.filter((remark) => remark === 'icon-left-out').length,
            shortenedTags: remarks.filter((remark) => remark === 'tags-left-out').length,
            shortenedNotes: remarks.filter((remark) => remark === 'note-shortened').length,
          }
  }

  function decide(at: number, decision: Decision): void {
    decisions.value = new Map(decisions.value).set(at, decision)
  }

  function decideAll(decision: Decision): void {
    decisions.value = new Map([...decisions.value.keys()].map((at) => [at, decision]))
  }

  const chosenCount = computed(
    () =>
      (review.value?.newcomers.length ?? 0) +
      [...decisions.value.values()].filter((decision) => decision !== 'skip').length,
  )

  async function commit(): Promise<void> {
    if (isSaving.value) return
    isSaving.value = true
    problem.value = undefined
    const choices = rows.flatMap((row, at) => {
      const account = accounts[at]
      if (!account) return []
      if (row.standing === 'new') return [{ account }]
      const decision = row.standing === 'conflict' ? decisions.value.get(at) : 'skip'
      if (decision === 'add') return [{ account }]
      return decision === 'replace' && row.here ? [{ account, replaces: row.here.id }] : []
    })
    const reply = await request('import.commit', { choices, withSites: withSites.value })
    isSaving.value = false
    if (!reply.ok) {
      problem.value = reply
      return
    }
    done.value = { count: reply.value.added + reply.value.replaced, isUndone: false }
    forget()
  }

  async function undo(): Promise<void> {
    const reply = await request('import.undo', {})
    if (reply.ok) done.value = { count: done.value?.count ?? 0, isUndone: true }
    else problem.value = reply
  }

  function restart(): void {
    done.value = undefined
    problem.value = undefined
    forget()
  }

  function forget(): void {
    accounts = []
    rows = []
    review.value = undefined
    decisions.value = new Map()
    withSites.value = false
    files.clear()
  }

  return {
    files,
    review,
    decisions,
    withSites,
    problem,
    isSaving,
    done,
    parts,
    chosenCount,
    compare,
    decide,
    decideAll,
    commit,
    undo,
    restart,
  }
}

function toNewcomer({ issuer, account, secret }: ImportedAccount): Newcomer {
  return { issuer, account, ...(isShortKey(secret) ? { remarks: ['short'] } : {}) }
}

function suggest(kind: ImportConflict['kind']): Decision {
  return kind === 'same-name' ? 'add' : kind === 'counter-ahead' ? 'replace' : 'skip'
}

function toConflict(
  { standing, here }: ImportRow,
  at: number,
  account: ImportedAccount,
): readonly ImportConflict[] {
  if (standing !== 'conflict' || !here) return []
  const { issuer, account: name, type, algorithm, digits, periodSeconds, counter } = account
  const hasSameNames = here.issuer === issuer && here.account === name
  const isAhead = hasSameNames && type === 'hotp' && here.type === 'hotp' && counter > here.counter
  const file = { issuer, account: name, type, algorithm, digits, periodSeconds, counter }
  const kind = isAhead ? 'counter-ahead' : hasSameNames ? 'same-name' : 'same-key'
  return [{ at, file, here, kind }]
}
