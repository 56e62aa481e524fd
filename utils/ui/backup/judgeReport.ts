import type { AccountLabel, BackupReport } from '../../protocol/views'

export type { BackupReport } from '../../protocol/views'

export interface Judgement {
  /**
   * `whole`: the vault as it is now. `complete`: every account, some of them otherwise. `apart`: the two
   * have nothing in common, as with an empty vault.
   */
  readonly verdict: 'whole' | 'complete' | 'incomplete' | 'apart'
  readonly total: number
  readonly same: readonly AccountLabel[]
  readonly different: readonly AccountLabel[]
  readonly added: readonly AccountLabel[]
  readonly missing: readonly AccountLabel[]
  readonly isReordered: boolean
  readonly newSites: number
  readonly differentSites: number
  readonly missingSites: number
}

/** What the comparison of a backup with the vault means. */
export function judgeReport(report: BackupReport): Judgement {
  const { rows, missing, isReordered = false } = report
  const { newSites, differentSites, missingSites } = report
  const of = (standing: (typeof rows)[number]['standing']) =>
    rows.filter((row) => row.standing === standing)
  const [same, different, added] = [of('same'), of('different'), of('new')]
  const isApart = missing.length === 0 && added.length > 0 && added.length === rows.length
  const ofCommon = different.length === 0 ? 'whole' : 'complete'
  const verdict = missing.length > 0 ? 'incomplete' : isApart ? 'apart' : ofCommon
  const accounts = { total: rows.length, same, different, added, missing, isReordered }
  return { verdict, ...accounts, newSites, differentSites, missingSites }
}

/** Whether a restore would change anything. */
export function isRestorable(judgement: Judgement): boolean {
  const { verdict, added, isReordered, newSites, differentSites, missingSites } = judgement
  const others = added.length + newSites + differentSites + missingSites
  return verdict !== 'whole' || isReordered || others > 0
}
