import { isOfVault } from '../core/detect/pageKinds'
import { hostOfSite, siteOfUrl } from '../core/match/site'
import { failure, type Result } from '../core/result'
import type { Tab } from '../platform/tabs'
import type { RequestCode } from '../protocol/requests'
import type { FillWay, PendingOffer } from '../protocol/views'
import type { FrameSpeaker } from '../protocol/sender'
import type { Approvals } from './approvals'
import type { CodeFrames } from './codeFrames'
import type { ErrandService } from './errandService'
import type { FillStore, Pending } from './fillStore'

const PENDING_LIFETIME_MS = 60_000

interface FillOptions {
  readonly store: FillStore
  readonly approvals: Approvals
  readonly frames: CodeFrames
  readonly errands: Pick<ErrandService, 'give'>
  readonly now: () => number
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly openPopup: (tabId?: number) => Promise<void>
}

/** Filling from the popup, and what brings a person there. */
export function createFillService(options: FillOptions) {
  const { approvals, frames, now, findActiveTab } = options
  const { read, change } = options.store

  /**
   * Fills from the popup: the best field of the active tab, if its site is still the one shown. Where the
   * page sends its codes itself, only after the person said that this one is meant; and a frame of another
   * site only when that one was named to them.
   */
  async function start(
    accountId: string,
    site: string,
    { frameSite, way, isSure }: { frameSite?: string; way?: FillWay; isSure?: true } = {},
  ): Promise<Result<null, RequestCode>> {
    const tab = await findActiveTab()
    if (!tab || siteOfUrl(tab.url) !== site) return failure('site-unknown')
    const { tabId } = tab
    const ranked = await frames.rank(tabId)
    if (!ranked.ok) return ranked
    const kind = ranked.value[0]?.kind
    if (kind !== undefined && !isSure && !isOfVault(kind))
      return failure('code-delivered', { kind })
    const meant = frameSite ?? site
    let refusal: Result<null, RequestCode> = failure('no-field')
    let elsewhere: string | undefined
    for (const { frameId } of ranked.value) {
      const at = frameId === 0 ? site : await frames.readSite(tabId, frameId)
      if (at !== meant) {
        elsewhere ??= at
        continue
      }
      // A frame may claim any score and site, but cannot redeem a ticket of another: the next is tried.
      refusal = await approvals.approve(accountId, { tabId, frameId, site: meant }, { way })
      if (refusal.ok || refusal.code !== 'no-field') break
    }
    if (refusal.ok) await change((stored) => (stored.pending = undefined))
    const isMissing = !refusal.ok && refusal.code === 'no-field'
    if (isMissing && (await frames.isIsolated(tabId))) return failure('page-isolated')
    if (!isMissing || elsewhere === undefined || frameSite !== undefined) return refusal
    return failure('field-elsewhere', { host: hostOfSite(elsewhere), site: elsewhere })
  }

  async function goOnInPopup(pending: Omit<Pending, 'expiresAt'>): Promise<void> {
    await change((stored) => {
      stored.pending = { ...pending, expiresAt: now() + PENDING_LIFETIME_MS }
    })
    await options.openPopup(pending.tabId)
  }

  /** Whether a popup that opens now may have been brought up by a page. */
  async function isPending(): Promise<boolean> {
    const { pending } = await read()
    return pending !== undefined && pending.expiresAt > now()
  }

  /** What the popup of this tab goes on with. */
  async function readPending(tab: Tab | undefined): Promise<PendingOffer | undefined> {
    const { pending } = await read()
    if (!pending || !tab || pending.expiresAt <= now()) return undefined
    const { tabId, site, accountId, isMissed } = pending
    if (tabId !== tab.tabId || siteOfUrl(tab.url) !== site) return undefined
    const isBound = (await approvals.findBound(site)).some(({ id }) => id === accountId)
    return {
      site,
      ...(isMissed ? { isMissed } : {}),
      ...(accountId !== undefined && isBound ? { accountId } : {}),
    }
  }

  /** The code that was filled on this site in this tab was refused: the popup explains, once per fill. */
  async function reject({ tabId, site }: Pick<FrameSpeaker, 'tabId' | 'site'>): Promise<void> {
    const refused = await change((stored) => {
      const { filled } = stored
      if (filled?.tabId !== tabId || filled.site !== site) return undefined
      stored.filled = undefined
      return filled
    })
    if (!refused || refused.expiresAt <= now()) return
    await options.errands.give(tabId, { to: 'assist', accountId: refused.accountId })
    await options.openPopup(tabId)
  }

  return { start, goOnInPopup, isPending, readPending, reject }
}

export type FillService = ReturnType<typeof createFillService>
