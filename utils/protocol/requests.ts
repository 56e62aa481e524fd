import type { Account, AccountView, Algorithm, OtpType, RecoveryCode } from '../core/account'
import type { Finding } from '../core/assist/findings'
import type { DismissReason } from '../core/checkup/dismissal'
import type { Task, TaskId } from '../core/checkup/findTasks'
import type { ExportId } from '../core/export/exportFormats'
import type { ImportedAccount } from '../core/import/importer'
import type { ImportChoice } from '../core/import/mergeImport'
import type { Place } from '../core/list/moveTo'
import type { ExportProgress } from '../core/otpauth/exportProgress'
import type { PayloadCode } from '../core/otpauth/parseOtpPayload'
import type { ParameterCode } from '../core/otp/checkParameters'
import type { BackupCode } from '../core/vault/backupFormat'
import type { BackupHealth } from '../core/vault/backupHealth'
import type { FieldHints } from '../core/detect/fieldHint'
import type { PageKind } from '../core/detect/pageKinds'
import type { ComparedAccount } from '../core/vault/compareAccounts'
import type { AccountChange } from '../core/vault/editAccount'
import type { RecoveryCodeProblem } from '../core/vault/recoveryCode'
import type { RestoreChoice, RestoreCount } from '../core/vault/restoreAccounts'
import type { SnapshotInfo } from '../core/vault/snapshots'
import type { ScanOrigin } from '../core/scan/finding'
import type { QrReadingCode } from '../core/qr/qrReading'
import type { OpenCode } from '../core/vault/vaultFormat'
import type { Settings } from './settings'

// Who may ask what. Each map is one kind of speaker; a speaker that names a request of another map
// does not compile, and the router refuses it at run time too.

export type VaultStatus = 'none' | 'locked' | 'unlocked'

export type { Language, Settings, Theme } from './settings'

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
  /** The assistant for rejected codes was asked for outside the popup. */
  readonly assist?: { readonly accountId?: string }
  /** A picture was chosen in the context menu and waits to be scanned. */
  readonly isPictureChosen?: boolean
  /** What was gathered of an export when the popup closed. */
  readonly parts?: PartsView
}

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

/** A draft as the preview shows it; its secret stays in the background. */
/** When the vault locks by itself, and whether using it puts that off. */
export interface Deadline {
  readonly locksAt: number
  readonly isFinal: boolean
}

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

/** A form that is being filled in: its view, and its fields in a text that only that view reads. */
export interface KeptForm {
  readonly view: 'edit' | 'typed'
  /** Whose form it is, where it is that of one account. */
  readonly accountId?: string
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

export type ScanCode = QrReadingCode | 'capture-forbidden' | 'no-qr' | 'qr-outside' | 'no-tab'
export type FillCode =
  | 'no-field'
  | 'field-elsewhere'
  | 'page-forbidden'
  | 'site-unknown'
  | 'site-not-bound'
  | 'site-imitates'
  | 'not-offered'
  | 'offer-expired'
  | 'not-seen'
  | 'field-occupied'
  | 'code-delivered'

/** Every way in which a request can be answered with no. */
export type RequestCode =
  | OpenCode
  | PayloadCode
  | ParameterCode
  | ScanCode
  | FillCode
  | RecoveryCodeProblem
  | BackupCode
  | 'backup-unsound'
  | 'wrong-recovery-code'
  | 'throttled'
  | 'vault-exists'
  | 'vault-missing'
  | 'locked'
  | 'passphrase-empty'
  | 'passphrase-needed'
  | 'kdf-unsound'
  | 'no-memory'
  | 'write-failed'
  | 'storage-full'
  | 'conflict'
  | 'snapshot-missing'
  | 'aside-missing'
  | 'account-missing'
  | 'draft-missing'
  | 'too-many-links'
  | 'import-forgotten'
  | 'not-hotp'
  | 'not-measured'
  | 'not-a-code'
  | 'codes-unrelated'
  | 'codes-too-many'
  | 'request-refused'
  | 'unexpected'

/** `isWeak`: how it was judged where it was typed; the lists for that are with the pages only. */
export interface ChosenPassphrase {
  readonly passphrase: string
  readonly isWeak?: true
}

interface Exchange<Payload, Reply> {
  readonly payload: Payload
  readonly reply: Reply
}
type Nothing = Record<string, never>

/** Popup, options and welcome pages. */
export interface PageRequests {
  /** `isFollowing`: an open view asks by itself, and nobody used the vault. */
  'app.load': Exchange<{ isFollowing?: boolean }, AppState>
  /** `isCostReduced`: this machine lacks the memory to make guessing as slow as usual. */
  'vault.create': Exchange<ChosenPassphrase, { recoveryCode: string; isCostReduced: boolean }>
  'vault.confirmRecovery': Exchange<Nothing, null>
  'vault.renewRecovery': Exchange<{ passphrase: string }, { recoveryCode: string }>
  'vault.recover': Exchange<ChosenPassphrase & { recoveryCode: string }, null>
  'vault.changePassphrase': Exchange<{ passphrase: string; next: string; isWeak?: true }, null>
  'vault.unlock': Exchange<{ passphrase: string }, null>
  'vault.lock': Exchange<Nothing, null>
  /** Asked by views that stay open; asking is no use of the vault. Absent while it is locked. */
  'vault.deadline': Exchange<Nothing, Deadline | null>
  /** `own` is the backup's own passphrase, where it is to have another than the vault. */
  'backup.create': Exchange<{ passphrase: string; own?: string }, BackupFile>
  'backup.inspect': Exchange<SealedBackup, BackupReport>
  /** `undoId` names the snapshot of the state before. */
  'backup.restore': Exchange<SealedBackup & RestoreChoice, RestoreCount & { undoId?: string }>
  'backup.begin': Exchange<SealedBackup & { next: string; isWeak?: true }, { recoveryCode: string }>
  'codes.current': Exchange<{ accountIds: readonly string[] }, readonly CodeView[]>
  'codes.advance': Exchange<{ accountId: string }, CodeView>
  /** Back to `counter`, which the last advance used; refused once something came after it. */
  'codes.stepBack': Exchange<{ accountId: string; counter: number }, AccountView>
  'accounts.list': Exchange<Nothing, readonly AccountView[]>
  'accounts.scanTab': Exchange<Nothing, DraftReport>
  'accounts.scanRevealed': Exchange<{ frameId: number; index: number }, DraftReport>
  'accounts.scanChosen': Exchange<Nothing, DraftReport>
  'accounts.cancelScan': Exchange<Nothing, null>
  'accounts.readImage': Exchange<{ dataUrl: string }, DraftReport>
  'accounts.readText': Exchange<{ text: string }, DraftReport>
  'accounts.readTyped': Exchange<TypedDraft, DraftReport>
  /** What was gathered of exports, also where parts are missing. */
  'accounts.reviewParts': Exchange<Nothing, DraftReport>
  /** Answers with what goes on waiting for its other parts. */
  'accounts.dropParts': Exchange<{ which: PartsKind }, PartsView | null>
  'accounts.add': Exchange<{ choices: readonly AddChoice[] }, readonly AccountView[]>
  /** Of one or many at once, in one write; the answer is how many were changed. */
  'accounts.delete': Exchange<{ accountIds: readonly string[] }, number>
  'accounts.restore': Exchange<{ accountIds: readonly string[] }, number>
  'accounts.tagMany': Exchange<
    { accountIds: readonly string[]; tag: string; isOn: boolean },
    number
  >
  /** Everywhere at once; an empty name takes the tag away. */
  'tags.rename': Exchange<{ tag: string; next: string }, number>
  'accounts.pin': Exchange<{ accountId: string; pinned: boolean }, AccountView>
  /** Only what the change names; a site that imitates another needs a second word. */
  'accounts.edit': Exchange<
    { accountId: string; change: AccountChange; hasSeenWarning?: boolean },
    AccountView
  >
  /** Back to the key before its last change; the present one takes its place. */
  'accounts.swapKey': Exchange<{ accountId: string }, AccountView>
  /** In the person's own order. */
  'accounts.move': Exchange<{ accountId: string } & Place, null>
  /** A code of it was copied. */
  'accounts.noteUse': Exchange<{ accountId: string }, null>
  /** A page copied this; after so many seconds it is taken off the clipboard, where that is allowed. */
  'clipboard.copied': Exchange<{ text: string; seconds: number }, null>
  /** The key of one account, and its setup link. */
  'accounts.reveal': Exchange<
    { accountId: string; passphrase: string },
    { secret: string; link: string }
  >
  /** The service's own recovery codes. Only who has seen a code can name it, to tick it off. */
  'serviceCodes.list': Exchange<{ accountId: string; passphrase: string }, readonly RecoveryCode[]>
  'serviceCodes.add': Exchange<{ accountId: string; codes: readonly string[] }, AccountView>
  'serviceCodes.mark': Exchange<{ accountId: string; code: string; isUsed: boolean }, AccountView>
  'serviceCodes.remove': Exchange<{ accountId: string; codes: readonly string[] }, AccountView>
  'trash.list': Exchange<Nothing, readonly AccountView[]>
  /** For ever; what does not lie in the trash stays. */
  'trash.delete': Exchange<{ accountIds: readonly string[] }, null>
  /** What could not be read as accounts, as it stands in the vault. */
  'unreadable.read': Exchange<{ passphrase: string }, { text: string }>
  'unreadable.remove': Exchange<Nothing, null>
  'snapshots.list': Exchange<Nothing, readonly SnapshotView[]>
  'snapshots.preview': Exchange<{ snapshotId: string }, SnapshotPreview>
  /** `undoId` names the snapshot of the state before. */
  'snapshots.restore': Exchange<{ snapshotId: string }, RestoreCount & { undoId?: string }>
  'snapshots.remove': Exchange<{ snapshotIds: readonly string[] }, null>
  /** Takes the place of a vault that cannot be read; with the passphrase of its time. */
  'snapshots.revive': Exchange<{ snapshotId: string; passphrase: string }, null>
  /** Opens the vault with a passphrase that it had once, and gives it a new one. */
  'snapshots.recover': Exchange<ChosenPassphrase & { older: string }, null>
  'aside.list': Exchange<Nothing, readonly AsideView[]>
  'aside.read': Exchange<{ asideId: string }, { text: string }>
  'aside.remove': Exchange<{ asideId: string }, null>
  /** Puts a vault away that nobody can open. */
  'vault.startOver': Exchange<Nothing, null>
  'accounts.setSites': Exchange<
    { accountId: string; sites: readonly string[]; hasSeenWarning?: boolean },
    AccountView
  >
  'sites.assess': Exchange<{ site: string }, SiteAssessment>
  'sites.standing': Exchange<{ accountId: string; site: string }, Standing>
  'import.compare': Exchange<{ accounts: readonly ImportedAccount[] }, ImportComparison>
  /** Sites that imitate are not bound, whatever was asked. */
  'import.commit': Exchange<
    { choices: readonly ImportChoice[]; withSites: boolean },
    { added: number; replaced: number }
  >
  'import.undo': Exchange<Nothing, null>
  'form.keep': Exchange<KeptForm, null>
  'form.forget': Exchange<Nothing, null>
  /** With their secrets, for the page to write an export of. One that is not encrypted is remembered. */
  'export.accounts': Exchange<
    { passphrase: string; accountIds: readonly string[]; exportAs: ExportId },
    { accounts: readonly Account[] }
  >
  /** `way` says what to do with an occupied field; `isSure`: also where the page sends its codes itself. */
  'fill.start': Exchange<
    { accountId: string; site: string; frameSite?: string; way?: FillWay; isSure?: true },
    null
  >
  'sites.list': Exchange<Nothing, readonly SiteRow[]>
  'sites.prefer': Exchange<{ site: string } & SiteWish, readonly SiteRow[]>
  /** Without an account it is the one that was used last, or that belongs to the site in front. */
  /** The popup goes on with what `app.load` told as `assist`. */
  'assist.opened': Exchange<Nothing, null>
  'assist.check': Exchange<{ accountId?: string }, AssistReport>
  /** The same after asking the site in front for its time: the one request that uses the network. */
  'assist.measure': Exchange<{ accountId?: string }, AssistReport>
  /** Adds what was measured last at the site in front to every code. */
  'assist.correctClock': Exchange<Nothing, null>
  'assist.removeCorrection': Exchange<Nothing, null>
  /** What differs from a code that works elsewhere. Nothing is changed. */
  'assist.solve': Exchange<{ accountId: string; code: string }, CodeComparison>
  /** Takes over what `assist.solve` found for the same code: parameters, or the time. */
  'assist.adopt': Exchange<{ accountId: string; code: string }, null>
  /** Two codes in a row that the site takes: counts on from there. */
  'assist.resync': Exchange<{ accountId: string; first: string; second: string }, null>
  'checkup.read': Exchange<Nothing, readonly Task[]>
  /** Without a reason the task is taken up again. */
  'checkup.dismiss': Exchange<{ task: TaskId; reason?: DismissReason }, null>
  /** A change that weakens the lock is refused as `passphrase-needed` until it carries one. */
  'settings.update': Exchange<Partial<Settings> & { passphrase?: string }, Settings>
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

/** The in-page menu: an extension page inside a web page's tab. It is served once it is paired. */
export interface MenuRequests {
  /** The first one to come with the offer's pairing is the menu; the pairing is then used up. */
  'menu.load': Exchange<{ pairing: string }, MenuState>
  'menu.pick': Exchange<{ accountId: string; way?: FillWay }, null>
  /** Goes on in the popup, with the account preselected: this frame was not seen well enough. */
  'menu.leave': Exchange<{ accountId?: string }, null>
  'menu.dismiss': Exchange<Nothing, null>
  /** No more offers on this site. */
  'menu.hide': Exchange<Nothing, null>
  'menu.settings': Exchange<Nothing, null>
  /** The code that was filled was not accepted. */
  'menu.reject': Exchange<Nothing, null>
}

/** A content script, in one frame of a web page. */
export interface FrameRequests {
  /** Asked when a frame may have a code field; `isStarted` says that the rest of the script runs now. */
  'fill.wake': Exchange<Nothing, { isStarted: boolean }>
  /** What the person said about the fields of this very site; nothing while the vault is locked. */
  'fill.hints': Exchange<Nothing, FieldHints>
  /**
   * Asked on a trusted gesture in a code field. Without a pairing there is no menu to show; `isAsked`
   * says that the person asked for one, and did not only enter the field.
   */
  'fill.offer': Exchange<{ kind?: PageKind; isAsked?: true }, { pairing?: string; hasIcon?: true }>
  /** Pulls the one code that was approved for this very document. */
  'fill.code': Exchange<{ ticket: string }, { code: string; submits?: true }>
  /** The code that was filled in this document was not accepted. */
  'fill.reject': Exchange<Nothing, null>
}

/** A content script in a frame of another site than its tab's. */
export type GuestRequests = Pick<FrameRequests, 'fill.code'>

/** Background → pages: something changed, ask again. */
export const PAGE_EVENTS = ['vault.changed', 'vault.locked', 'settings.changed'] as const
export type PageEvent = (typeof PAGE_EVENTS)[number]

/**
 * Background → one frame. `probe` asks for its best code field; `where` for its origin; `mark` for the field that the person is
 * in; `open` shows the offer there, as if the person had asked in the page; `seen` asks whether
 * the person could see it.
 */
export type FrameEvent =
  | { readonly event: 'fill.probe' }
  | { readonly event: 'fill.where' }
  | {
      readonly event: 'fill.ready'
      readonly ticket: string
      readonly via: 'menu' | 'popup'
      readonly way?: FillWay
    }
  | { readonly event: 'field.mark' }
  | { readonly event: 'hints.changed'; readonly hints: FieldHints }
  | { readonly event: 'menu.open' }
  | { readonly event: 'menu.seen' }
  /** `isOver`: nothing of the offer is wanted there any more. */
  | { readonly event: 'menu.close'; readonly refocus: boolean; readonly isOver?: true }

/** What a frame answers to a probe: how sure it is, and which kind of code its best field wants. */
export interface FieldProbe {
  readonly score: number
  readonly kind: PageKind
}

/** What a frame answers to `fill.ready`. */
export type FillAnswer = 'filled' | 'failed' | 'no-field' | 'occupied' | 'unseen'
