import * as v from 'valibot'
import { ALGORITHMS, OTP_TYPES, type Account, type AccountDraft } from '../core/account'
import { codeOf } from '../core/codeOf'
import { generateTimedCode } from '../core/otp/generateCode'
import { isShortKey, type KeyRemark } from '../core/otp/remarkKey'
import { cleanName } from '../core/otpauth/cleanText'
import { failure, success, type Result } from '../core/result'
import { proposeSites } from '../core/match/serviceTable'
import type { SiteCode } from '../core/match/binding'
import { siteOfUrl } from '../core/match/site'
import { addAccounts, livingAccounts, trashedAccounts } from '../core/vault/edits'
import type { VaultData } from '../core/vault/vaultData'
import type { StorageArea } from '../platform/storage'
import type { AddChoice, DraftSource, DraftView } from '../protocol/views'
import { createSerialQueue } from './serialQueue'
import type { TrustService } from './trustService'
import type { ReadCode, UpdateCode, UpdateOptions, VaultService } from './vaultService'

export const DRAFTS_KEY = 'drafts'
const LIFETIME_MS = 10 * 60_000
/** Codes of more drafts than are looked at would be over before anybody reads them. */
const MAX_PREVIEWS = 50
/** As many as one paste may bring; the oldest make room. */
const MAX_PENDING = 20_000

const pendingSchema = v.object({
  draft: v.object({
    type: v.picklist(OTP_TYPES),
    secret: v.string(),
    algorithm: v.picklist(ALGORITHMS),
    digits: v.number(),
    periodSeconds: v.number(),
    counter: v.number(),
    issuer: v.string(),
    account: v.string(),
  }),
  expiresAt: v.number(),
})
const storedSchema = v.fallback(v.record(v.string(), pendingSchema), {})
type Pending = v.InferOutput<typeof storedSchema>

/** `isExported`: an export told of it, and the page that showed that is not where it is used. */
interface Proposal {
  readonly draft: AccountDraft
  readonly isExported: boolean
  /** What was seen of its key where that was read. */
  readonly remarks?: readonly KeyRemark[]
}

interface DraftOptions {
  /** Memory-backed, so that a preview survives a stopped background and nothing reaches the disk. */
  readonly area: StorageArea
  readonly vault: VaultService
  readonly trust: TrustService
  readonly now: () => number
  readonly randomId: () => string
  /** What is added to this computer's clock for every code. */
  readonly readOffsetMs: () => Promise<number>
}

/** Keeps drafts with their secrets while a page previews them without, and turns them into accounts. */
export function createDraftService(options: DraftOptions) {
  const { area, vault, trust, now, randomId } = options
  // One change after the other: two previews at once must not lose each other's drafts.
  const enqueue = createSerialQueue()

  /** Keeps the drafts for a while and returns what the preview may show. */
  function propose(
    drafts: readonly Proposal[],
    source: DraftSource,
    site?: string,
  ): Promise<Result<readonly DraftView[], ReadCode>> {
    return enqueue(() => keep(drafts, source, site))
  }

  async function keep(
    drafts: readonly Proposal[],
    source: DraftSource,
    site?: string,
  ): Promise<Result<readonly DraftView[], ReadCode>> {
    const data = await vault.read()
    if (!data.ok) return data
    const compare = createComparison(data.value)
    const pending = await readPending()
    const assessed = site === undefined ? undefined : await trust.assess(site)
    const imitated = assessed?.ok ? assessed.value.imitated : undefined
    const offsetMs = await options.readOffsetMs()
    const views = drafts.map(({ draft, isExported, remarks = [] }): DraftView => {
      const draftId = randomId()
      pending[draftId] = { draft, expiresAt: now() + LIFETIME_MS }
      return {
        draftId,
        source,
        view: withoutSecret(draft),
        ...(drafts.length > MAX_PREVIEWS ? { code: '' } : previewCode(draft, offsetMs)),
        standing: compare(draft),
        ...withRemarks(isShortKey(draft.secret) ? ['short'] : remarks),
        ...(isExported ? proposeSite(draft) : proposeSite(draft, site, imitated)),
      }
    })
    await area.set({ [DRAFTS_KEY]: dropOldest(pending) })
    // Locked meanwhile: no secret stays behind.
    const still = await vault.read()
    if (!still.ok) await area.remove([DRAFTS_KEY])
    return still.ok ? success(views) : still
  }

  function previewCode(
    draft: AccountDraft,
    offsetMs: number,
  ): Pick<DraftView, 'code' | 'validUntil'> {
    // A counter's code is used up by showing it, so a preview has none.
    if (draft.type === 'hotp') return { code: '' }
    const { code, validUntil } = generateTimedCode(draft, now() + offsetMs)
    return { code, validUntil: validUntil - offsetMs }
  }

  /**
   * Saves chosen drafts as accounts in one write. An account takes its draft's id, so that asking
   * again after a lost reply finds it there and adds nothing twice.
   */
  function add(
    choices: readonly AddChoice[],
    asked?: UpdateOptions,
  ): Promise<Result<readonly Account[], AddCode>> {
    return enqueue(() => save(choices, asked))
  }

  async function save(
    choices: readonly AddChoice[],
    asked?: UpdateOptions,
  ): Promise<Result<readonly Account[], AddCode>> {
    const pending = await readPending()
    const data = await vault.read()
    if (!data.ok) return data
    const sites = choices.flatMap(({ site }) => site ?? [])
    const checked = await trust.checkSites(undefined, sites, false)
    if (!checked.ok && checked.code === 'site-imitates') return checked
    const accounts = choices.map(
      (choice) =>
        toAccount(choice, pending[choice.draftId]?.draft) ??
        data.value.accounts.find(({ id }) => id === choice.draftId),
    )
    const complete = accounts.filter((account) => account !== undefined)
    if (complete.length < choices.length) return failure('draft-missing')
    // Another view may have added the same one since this one looked; what was here before is added
    // again only to whoever saw that it is.
    const isLater = (account: Account, { id }: Account) =>
      account.createdAt > (pending[id]?.expiresAt ?? Infinity) - LIFETIME_MS
    const added = await vault.update((data) => {
      const here = new Map(livingAccounts(data).map((account) => [codeOf(account), account]))
      const toAdd = complete.map((account) => {
        const same = here.get(codeOf(account))
        return same && isLater(same, account) ? same : account
      })
      return addAccounts(toAdd)(data)
    }, asked)
    if (added.ok) await forget(choices, pending)
    return added
  }

  async function forget(choices: readonly AddChoice[], pending: Pending): Promise<void> {
    const added = new Set(choices.map(({ draftId }) => draftId))
    const kept = Object.entries(pending).filter(([draftId]) => !added.has(draftId))
    await area.set({ [DRAFTS_KEY]: Object.fromEntries(kept) })
  }

  /** Takes drafts out of memory whose time is over; for the alarm. */
  function prune(): Promise<void> {
    return enqueue(async () => {
      const stored = (await area.get([DRAFTS_KEY]))[DRAFTS_KEY]
      if (stored !== undefined) await area.set({ [DRAFTS_KEY]: await readPending() })
    })
  }

  function toAccount(choice: AddChoice, draft: AccountDraft | undefined): Account | undefined {
    const site = siteOfUrl(choice.site)
    return (
      draft && {
        ...draft,
        id: choice.draftId,
        issuer: cleanName(choice.issuer),
        account: cleanName(choice.account),
        sites: site === undefined ? [] : [site],
        pinned: false,
        createdAt: now(),
        updatedAt: now(),
      }
    )
  }

  async function readPending(): Promise<Pending> {
    const stored = v.parse(storedSchema, (await area.get([DRAFTS_KEY]))[DRAFTS_KEY] ?? {})
    return Object.fromEntries(
      Object.entries(stored).filter(([, { expiresAt }]) => expiresAt > now()),
    )
  }

  return { propose, add, prune }
}

type AddCode = UpdateCode | 'draft-missing' | SiteCode | 'site-imitates'

export type DraftService = ReturnType<typeof createDraftService>

function dropOldest(pending: Pending): Pending {
  const all = Object.entries(pending)
  if (all.length <= MAX_PENDING) return pending
  all.sort(([, a], [, b]) => a.expiresAt - b.expiresAt)
  return Object.fromEntries(all.slice(-MAX_PENDING))
}

/** Where the draft was seen; else where its service is known to ask; never what imitates another. */
function proposeSite(
  draft: AccountDraft,
  site?: string,
  imitated?: string,
): Pick<DraftView, 'site' | 'imitated'> {
  if (imitated !== undefined) return { imitated }
  const proposed = site ?? proposeSites(draft.issuer)[0]
  return proposed === undefined ? {} : { site: proposed }
}

function withRemarks(remarks: readonly KeyRemark[]): Pick<DraftView, 'remarks'> {
  return remarks.length === 0 ? {} : { remarks }
}

function withoutSecret(draft: AccountDraft): DraftView['view'] {
  const { type, issuer, account, algorithm, digits, periodSeconds, counter } = draft
  return { type, issuer, account, algorithm, digits, periodSeconds, counter }
}

/** Same secret and parameters: the same account. Same names with another secret: a conflict. */
function createComparison(data: VaultData): (draft: AccountDraft) => DraftView['standing'] {
  const accounts = livingAccounts(data)
  const here = new Set(accounts.map(codeOf))
  const trashed = new Set(trashedAccounts(data).map(codeOf))
  const names = new Set(accounts.map(namesOf))
  return (draft) => {
    const code = codeOf(draft)
    if (here.has(code)) return 'duplicate'
    if (trashed.has(code)) return 'trashed'
    return names.has(namesOf(draft)) ? 'conflict' : 'new'
  }
}

function namesOf({ issuer, account }: AccountDraft): string {
  return JSON.stringify([issuer, account])
}
