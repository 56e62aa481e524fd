import type { AccountDraft } from '../account'
import type { KdfCode, KdfLimits } from '../crypto/foreignKdf'
import type { ParameterCode } from '../otp/checkParameters'
import type { Migration } from '../otpauth/readMigration'
import type { Failure, Result } from '../result'
import type { Content } from './content'

/** As many as anybody has, and few enough to show. More items than this are refused before they are read. */
export const MAX_ENTRIES = 20_000

/** An account as a file has it, before anybody decided about it. */
export interface ImportedAccount extends AccountDraft {
  readonly pinned: boolean
  /** Sites that the file names. Proposals: nothing is bound before the person says so. */
  readonly sites: readonly string[]
}

/** Why one entry cannot become an account. */
export type EntryCode =
  | ParameterCode
  | 'entry-damaged'
  | 'entry-trashed'
  | 'type-unsupported'
  | 'line-not-otpauth'
  | 'uri-too-long'
  | 'migration-damaged'

/** What of an entry did not come along though the entry did. */
export type RemarkCode = 'icon-left-out' | 'note-shortened' | 'tags-left-out'

export interface EntryRefusal extends Failure<EntryCode> {
  readonly issuer: string
  readonly account: string
}

export type Entry =
  | {
      readonly ok: true
      readonly value: ImportedAccount
      readonly remarks: readonly RemarkCode[]
    }
  | EntryRefusal

/** What a file holds: every entry of it, as an account or with the reason why not. */
export interface ImportReport {
  readonly entries: readonly Entry[]
  /** The parts of a Google Authenticator export that were there. */
  readonly parts?: readonly Migration[]
}

/** Why a whole file cannot be read. */
export type FileCode =
  | KdfCode
  | 'file-empty'
  | 'file-too-large'
  | 'file-unknown'
  | 'own-backup'
  | 'file-damaged'
  | 'file-too-deep'
  | 'too-many-entries'
  | 'zip-damaged'
  | 'zip-too-large'
  | 'password-needed'
  | 'wrong-password'
  | 'account-restricted'
  | 'pgp-encrypted'
  | 'app-locked'
  | 'pdf-unsupported'
  | 'columns-needed'
  | 'image-unreadable'
  | 'image-too-large'
  | 'no-qr'
  | 'no-entries'

export interface ReadContext {
  /** `undefined` when nobody was asked yet: an empty password is one too. */
  readonly password?: string
  readonly limits: KdfLimits
  /** The texts of the QR codes in an image. */
  readonly readQrCodes: (
    image: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<readonly string[], 'image-unreadable' | 'image-too-large' | 'no-qr'>>
  /** Which column of an unknown table means what, when the person said so. */
  readonly columns?: Readonly<Record<string, string>>
}

/** One format. It recognises by content alone, and no importer knows another. */
export interface Importer {
  readonly id: string
  /** The app's own name. */
  readonly app: string
  readonly recognizes: (content: Content) => boolean
  readonly read: (content: Content, context: ReadContext) => FileResult | Promise<FileResult>
}

export type FileResult = Result<ImportReport, FileCode>
