import type { Account, AccountDraft } from '../account'
import type { RandomBytes } from '../crypto/aead'
import type { ImportedAccount } from '../import/importer'

/** Why an account is not in an export. `changed` means: read back, it was another one. */
export type LeftOutCode =
  'type-unknown' | 'digits-unknown' | 'period-unknown' | 'too-long' | 'changed'

export interface LeftOut {
  readonly issuer: string
  readonly account: string
  readonly code: LeftOutCode
}

/** What beside names and code parameters comes back from a format, as a reader of it sees it. */
export type Kept = Partial<Omit<ImportedAccount, keyof AccountDraft>> &
  Partial<Pick<ImportedAccount, 'note' | 'tags' | 'icon'>>

export interface WriteTools {
  readonly password: string
  readonly randomBytes: RandomBytes
  readonly randomId: () => string
  /** Epoch ms. */
  readonly now: number
}

/** One format of another app. No exporter knows another. */
export interface Exporter {
  /** Why another app could not hold this account as it is; it is then named and left out. */
  readonly refuse: (account: Account) => LeftOutCode | undefined
  readonly keep: (account: Account) => Kept
  /** A file's text, or the texts of QR codes. */
  readonly write: (accounts: readonly Account[], tools: WriteTools) => Promise<readonly string[]>
}
