import type { Account, AccountView, RecoveryCode } from '../core/account'
import type { DismissReason } from '../core/checkup/dismissal'
import type { Task, TaskId } from '../core/checkup/findTasks'
import type { ExportId } from '../core/export/exportFormats'
import type { ImportedAccount } from '../core/import/importer'
import type { ImportChoice } from '../core/import/mergeImport'
import type { Place } from '../core/list/moveTo'
import type { PayloadCode } from '../core/otpauth/parseOtpPayload'
import type { ParameterCode } from '../core/otp/checkParameters'
import type { BackupCode } from '../core/vault/backupFormat'
import type { FieldHints } from '../core/detect/fieldHint'
import type { PageKind } from '../core/detect/pageKinds'
import type { AccountChange } from '../core/vault/editAccount'
import type { RecoveryCodeProblem } from '../core/vault/recoveryCode'
import type { RestoreChoice, RestoreCount } from '../core/vault/restoreAccounts'
import type { QrReadingCode } from '../core/qr/qrReading'
import type { OpenCode } from '../core/vault/vaultFormat'
import type { Settings } from './settings'
import type {
  AddChoice,
  AppState,
  AsideView,
  AssistReport,
  BackupFile,
  BackupReport,
  ChosenPassphrase,
  CodeComparison,
  CodeView,
  Deadline,
  DraftReport,
  FillWay,
  ImportComparison,
  FormName,
  KeptForm,
  MenuState,
  PartsKind,
  PartsView,
  SealedBackup,
  SiteAssessment,
  SiteRow,
  SiteWish,
  SnapshotPreview,
  SnapshotView,
  Standing,
  TypedDraft,
} from './views'

// Who may ask what. Each map is one kind of speaker; a speaker that names a request of another map
// does not compile, and the router refuses it at run time too.

export type ScanCode = QrReadingCode | 'capture-forbidden' | 'no-qr' | 'qr-outside' | 'no-tab'
export type FillCode =
  | 'no-field'
  | 'page-isolated'
  | 'field-elsewhere'
  | 'page-forbidden'
  | 'site-unknown'
  | 'site-shared'
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
  | 'tags-too-many'
  | 'request-refused'
  | 'unexpected'

interface Exchange<Payload, Reply> {
  readonly payload: Payload
  readonly reply: Reply
}
type Nothing = Record<string, never>

/** Popup, options and welcome pages. */
export interface PageRequests {
  /** `isFollowing`: an open view asks by itself, and nobody used the vault. */
  'app.load': Exchange<{ isFollowing?: boolean }, AppState>
  /** The popup goes about its errand; the next one has none. */
  'app.noteErrand': Exchange<Nothing, null>
  /** `isCostReduced`: this machine lacks the memory to make guessing as slow as usual. */
  'vault.create': Exchange<ChosenPassphrase, { recoveryCode: string; isCostReduced: boolean }>
  'vault.confirmRecovery': Exchange<Nothing, null>
  'vault.renewRecovery': Exchange<{ passphrase: string }, { recoveryCode: string }>
  'vault.recover': Exchange<ChosenPassphrase & { recoveryCode: string }, null>
  /** `forgetsOlder`: snapshots, which open with the passphrase of their time, go with the change. */
  'vault.changePassphrase': Exchange<
    { passphrase: string; next: string; isWeak?: true; forgetsOlder?: true },
    null
  >
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
  'form.read': Exchange<FormName, { text?: string }>
  'form.forget': Exchange<FormName, null>
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

/** The in-page menu: an extension page inside a web page's tab. It is served once it is paired. */
export interface MenuRequests {
  /** The first one to come with the offer's pairing is the menu; the pairing is then used up. */
  'menu.load': Exchange<{ pairing: string }, MenuState>
  /** `clickedAt`: by the wall clock, when the browser took the click. */
  'menu.pick': Exchange<{ accountId: string; clickedAt: number; way?: FillWay }, null>
  /** Goes on in the popup, with the account preselected: this frame was not seen well enough. */
  'menu.leave': Exchange<{ accountId?: string }, null>
  'menu.dismiss': Exchange<Nothing, null>
  /** No more offers on this site. */
  'menu.hide': Exchange<{ clickedAt: number }, null>
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
  /** The page takes the menu away each time: the popup goes on. */
  'fill.leave': Exchange<Nothing, null>
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
      /** When the click in the menu was made, by the wall clock; none where the popup approved. */
      readonly clickedAt?: number
      readonly way?: FillWay
    }
  | { readonly event: 'field.mark' }
  | { readonly event: 'hints.changed'; readonly hints: FieldHints }
  | { readonly event: 'menu.open' }
  | { readonly event: 'menu.seen'; readonly clickedAt: number }
  /** Answered with whether a menu was open. `isOver`: nothing of the offer is wanted there any more. */
  | { readonly event: 'menu.close'; readonly refocus: boolean; readonly isOver?: true }

/** What a frame answers to a probe: how sure it is, and which kind of code its best field wants. */
export interface FieldProbe {
  readonly score: number
  readonly kind: PageKind
}

/** What a frame answers to `fill.ready`. */
export type FillAnswer = 'filled' | 'failed' | 'no-field' | 'occupied' | 'unseen'
