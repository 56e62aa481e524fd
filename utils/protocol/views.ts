import type { AccountView, Algorithm, OtpType } from '../core/account'
import type { Finding } from '../core/assist/findings'
import type { ExportProgress } from '../core/otpauth/exportProgress'
import type { KeyRemark } from '../core/otp/remarkKey'
import type { PayloadCode } from '../core/otpauth/parseOtpPayload'
import type { BackupHealth } from '../core/vault/backupHealth'
import type { PageKind } from '../core/detect/pageKinds'
import type { ComparedAccount } from '../core/vault/compareAccounts'
import type { SnapshotInfo } from '../core/vault/snapshots'
import type { ScanOrigin } from '../core/scan/finding'
import type { Settings } from './settings'

// What requests carry, there and back. Of an account it is a view; its secret stays in the background.

export type VaultStatus = 'none' | 'locked' | 'unlocked'

/** What an open view needs for its first paint: one request, one reply. */
export interface AppState {
  readonly status: VaultStatus
  readonly settings: Settings
  /** Grows with every change of the vault; absent while it is locked. */
  readonly generation?: number
  /** How many accounts lie in the trash; absent while the vault is locked. */
  readonly trashed?: number
  /** How many entries of the vault are no accounts to this version; absent where there is none. */
  readonly unreadable?: number
  /** Whether the vault in storage can be read at all. */
  readonly damage?: 'vault-damaged' | 'vault-too-new'
  /** Epoch ms until which unlocking is refused, when there were too many wrong passphrases. */
  readonly unlockWaitUntil?: number
  /** Whether the person has shown that the recovery code is written down; absent while locked. */
  readonly isRecoveryConfirmed?: boolean
  /** Absent while locked. */
  readonly backup?: BackupHealth
  /** When an export that is not encrypted was last made; absent while locked. */
  readonly plainExportAt?: number
  /** The first accounts of the list with their codes: as many as fill a view, and some more. */
  readonly accounts: readonly AccountView[]
  readonly codes: readonly CodeView[]
  /** There are more accounts than these; `accounts.list` brings them all. */
  readonly isPartial?: true
  readonly tab?: TabView
  readonly offer?: PendingOffer
  /** What was being typed when the popup closed. */
  readonly form?: KeptForm
  /** What is added to this computer's clock for every code. */
  readonly correction?: ClockCorrection
  /** How many tasks of the check-up are urgent; absent while the vault is locked. */
  readonly urgentTasks?: number
  /** What the popup was opened for; absent in a view that only follows. */
  readonly errand?: Errand
  /** A picture was chosen in the context menu and waits to be scanned. */
  readonly isPictureChosen?: boolean
  /** What was gathered of an export when the popup closed. */
  readonly parts?: PartsView
}

/** A key or an entry of the context menu opened the popup to ask the assistant, to scan or to copy. */
export type Errand =
  | { readonly to: 'assist'; readonly accountId?: string }
  | { readonly to: 'scan' }
  | { readonly to: 'copy' }

/** The active tab as a view shows it. `site` is absent where no code may be filled. */
export interface TabView {
  readonly tabId: number
  readonly site?: string
  /** The host of a page to which no code goes, because it is not secure. */
  readonly insecureHost?: string
}

/** What a field of the active tab asked for, to be gone on with where no page can reach. */
export interface PendingOffer {
  readonly site: string
  /** Absent where the person has to choose first. */
  readonly accountId?: string
  /** A wish about the page that could not be kept while the vault was locked: it is to be said again. */
  readonly isMissed?: true
}

/** A site as the settings list it: where codes are used, or where something was wished for. */
export interface SiteRow {
  readonly site: string
  readonly isBound: boolean
  readonly isHidden: boolean
  readonly submits: boolean
  readonly hasField: boolean
  /** How many of its fields never take a code. */
  readonly never: number
  /** Accounts whose code goes after what the field holds. */
  readonly appends: readonly (AccountLabel & { readonly accountId: string })[]
}

/** What the settings may change about a site; fields are pointed out in pages, and taken back here. */
export interface SiteWish {
  readonly isHidden?: boolean
  readonly submits?: boolean
  readonly forgetsFields?: true
  readonly replacesFor?: string
}

/** What happens to what an occupied field holds. */
export type FillWay = 'replace' | 'append'

/** What the trusted sites of the vault say about another one. */
export interface SiteAssessment {
  /** Accounts that may well belong there, and are not bound to it. */
  readonly likely: readonly string[]
  /** The trusted host that it passes for. */
  readonly imitated?: string
}

/** A site and the trusted host that it passes for. */
export interface Imitation {
  readonly site: string
  readonly imitated: string
}

/** What a site is to one account; `trusted` is the host by which that was judged. */
export interface Standing {
  readonly kind: 'bound' | 'same' | 'sibling' | 'cousin' | 'new' | 'imitation'
  readonly trusted?: string
  /** The wildcard that may be kept instead of the one host. */
  readonly wildcard?: string
}

/** One account's code. `validUntil` is epoch ms; a hotp code has neither end nor successor. */
export interface CodeView {
  readonly accountId: string
  readonly code: string
  readonly next?: string
  readonly validUntil?: number
  /** The account as the code of a counter left it; the code is not shown for what it became later. */
  readonly made?: Pick<AccountView, 'counter' | 'updatedAt'>
}

export type DraftSource = 'qr' | 'link' | 'typed'

/** When the vault locks by itself, and whether using it puts that off. */
export interface Deadline {
  readonly locksAt: number
  readonly isFinal: boolean
}

/** A draft as the preview shows it; its secret stays in the background. */
export interface DraftView {
  readonly draftId: string
  readonly source: DraftSource
  readonly view: Omit<AccountView, 'id' | 'sites' | 'pinned' | 'createdAt' | 'updatedAt'>
  /** The code at the moment of reading; empty for hotp, whose codes are used up by showing them, and among many. */
  readonly code: string
  /** When that code is over, by this computer's clock; absent for hotp. */
  readonly validUntil?: number
  /** `trashed`: adding it brings the account back that lies in the trash. */
  readonly standing: 'new' | 'duplicate' | 'conflict' | 'trashed'
  /** Proposed as the account's site: that of the tab that showed it, or where its service asks. */
  readonly site?: string
  /** The trusted host that the tab's site passes for; then no site is proposed. */
  readonly imitated?: string
  /** What is unusual about its key. */
  readonly remarks?: readonly KeyRemark[]
  /** Where a scan found it. */
  readonly origins?: readonly ScanOrigin[]
}

export interface DraftReport {
  readonly drafts: readonly DraftView[]
  readonly refusals: readonly DraftRefusal[]
  /** Present where a part of an export was among it that is spread over several codes. */
  readonly parts?: PartsView
  /** The accounts of which of those parts are among the drafts. */
  readonly holdsParts?: PartsKind
}

/** Only exports of which no part is missing, or all that was gathered. */
export type PartsKind = 'whole' | 'all'

/** `name`: of an entry that an export has and no code can be made of. */
export interface DraftRefusal {
  readonly code: PayloadCode
  readonly detail?: Detail
  readonly name?: string
}

/** What is gathered of exports that are spread over several codes. */
export interface PartsView {
  readonly exports: readonly ExportProgress[]
  readonly accounts: number
}

export type Detail = Readonly<Record<string, string | number>>

/** How an account of a file stands to the vault, and to which of its accounts. */
export interface ImportRow {
  readonly standing: 'new' | 'repeated' | 'duplicate' | 'conflict'
  readonly here?: AccountView
}

export interface ImportComparison {
  readonly rows: readonly ImportRow[]
  /** Sites that the files name and that can be bound with their accounts. */
  readonly sites: readonly string[]
  readonly imitations: readonly Imitation[]
  /** How many more there are than can be judged at once; they are not bound. */
  readonly uncheckedSites: number
}

export interface AddChoice {
  readonly draftId: string
  readonly issuer: string
  readonly account: string
  readonly site?: string
}

export interface TypedDraft {
  readonly issuer: string
  readonly account: string
  readonly type: string
  readonly secret: string
  readonly algorithm: string
  readonly digits: string
  readonly period: string
  readonly counter: string
}

/** Which form: its view, and whose it is where it is that of one account. */
export interface FormName {
  readonly view: 'edit' | 'typed'
  readonly accountId?: string
}

/** A form that is being filled in, with its fields in a text that only its view reads. */
export interface KeptForm extends FormName {
  readonly text: string
}

/** A kept copy of the vault; how many accounts it holds is known while the vault is unlocked. */
export interface SnapshotView extends SnapshotInfo {
  readonly accounts?: number
}

/** What going back to a snapshot would do to the vault, which is then of this generation. */
export interface SnapshotPreview {
  readonly generation: number
  readonly back: readonly AccountView[]
  readonly changed: readonly AccountView[]
  readonly gone: readonly AccountView[]
  /** The accounts that both have stand in another order. */
  readonly isReordered?: true
  /** Settings for sites were others then. */
  readonly hasOtherSites?: true
}

/** Something that was set aside because nobody could read it, or to start over. */
export interface AsideView {
  readonly id: string
  readonly setAsideAt: number
}

/** A backup that a page hands to the person as a file. */
export interface BackupFile {
  readonly text: string
  readonly createdAt: number
  readonly accounts: number
  /** Accounts that no code could be made from, and that are not in it. */
  readonly leftOut: number
}

/** How an account is called in a report. */
export interface AccountLabel {
  readonly issuer: string
  readonly account: string
}

/** What a backup holds; compared with the vault, when that is unlocked. */
export interface BackupReport {
  readonly createdAt: number
  readonly rows: readonly (AccountLabel & Pick<ComparedAccount, 'standing'>)[]
  /** Accounts of the vault that the backup does not have. */
  readonly missing: readonly AccountLabel[]
  readonly leftOut: number
  /** The accounts that both have stand in another order in the backup. */
  readonly isReordered?: true
  /** Sites for which the backup alone has settings, for which it has others, and which only the vault has. */
  readonly newSites: number
  readonly differentSites: number
  readonly missingSites: number
}

/** The text of a backup file and the passphrase it was made with. */
export interface SealedBackup {
  readonly text: string
  readonly passphrase: string
}

/** Added to this computer's clock, since when. */
export interface ClockCorrection {
  readonly offsetMs: number
  readonly measuredAt: number
}

/** Why a code may have been rejected, most likely first. */
export interface AssistReport {
  readonly site?: string
  /** The account that is spoken of. */
  readonly accountId?: string
  readonly type?: OtpType
  /** Accounts of the site, or all of them where it has none. */
  readonly choices: readonly { readonly accountId: string; readonly name: string }[]
  /** Whether there is a site to ask for its time. */
  readonly isMeasurable: boolean
  readonly findings: readonly Finding[]
  readonly likely: Finding
}

/** What a code that works elsewhere says about an account. */
export type CodeComparison =
  | { readonly kind: 'same' | 'stranger' }
  /** The code is that of another account of the vault. */
  | { readonly kind: 'other'; readonly accountId: string; readonly name: string }
  /** The same secret by another clock; seconds that this one is behind. */
  | { readonly kind: 'clock'; readonly seconds: number; readonly isZone: boolean }
  /** The same secret with other parameters. */
  | {
      readonly kind: 'parameters'
      readonly algorithm: Algorithm
      readonly digits: number
      readonly periodSeconds: number
    }

/** `isWeak`: how it was judged where it was typed; the lists for that are with the pages only. */
export interface ChosenPassphrase {
  readonly passphrase: string
  readonly isWeak?: true
}

/** What the in-page menu shows of an account: no more than is needed to choose. */
export interface OfferedAccount {
  readonly accountId: string
  readonly issuer: string
  readonly account: string
  /** Time-based codes change on every multiple of it; absent for others. */
  readonly periodSeconds?: number
}

export interface MenuState {
  readonly status: VaultStatus
  readonly settings: Settings
  readonly site: string
  readonly accounts: readonly OfferedAccount[]
  /** Which code the page asks for, where that is not one of the vault. */
  readonly kind?: PageKind
  /** What is added to this computer's clock for every code. */
  readonly clockOffsetMs: number
  /** A code was filled here a moment ago. */
  readonly wasFilled?: true
}
