import type { FieldHints } from '../core/detect/fieldHint'
import { isOfVault, type PageKind } from '../core/detect/pageKinds'
import type { Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { Tab } from '../platform/tabs'
import type { FrameEvent } from '../protocol/requests'
import type { FrameSpeaker } from '../protocol/sender'
import type { Approvals } from './approvals'
import type { FillService } from './fillService'
import { omit, type FillStore } from './fillStore'
import type { SettingsService } from './settingsService'
import type { SiteService } from './siteService'
import type { VaultService } from './vaultService'

const OFFER_LIFETIME_MS = 5 * 60_000
/** A menu that did not come in this time will not: some pages keep frames of others from loading. */
const PAIRING_LIMIT_MS = 3000

interface OfferOptions {
  readonly store: FillStore
  readonly approvals: Approvals
  readonly fill: FillService
  readonly vault: VaultService
  readonly settings: Pick<SettingsService, 'read'>
  readonly sites: SiteService
  readonly now: () => number
  readonly randomId: () => string
  readonly after: (durationMs: number, action: () => unknown) => void
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly hasSiteAccess: (site: string) => Promise<boolean>
  readonly injectAutofill: (
    tabId: number,
    frameIds?: readonly number[],
  ) => Promise<Result<readonly number[], 'page-forbidden'>>
  readonly sendToFrame: (tabId: number, frameId: number, event: FrameEvent) => Promise<unknown>
}

/** The offer in the page: it names a document, gives its menu a pairing, and holds no code. */
export function createOfferService(options: OfferOptions) {
  const { approvals, fill, vault, sites, now, randomId } = options
  const { read, change } = options.store

  /** Puts the rest of the content script into a frame that may have a code field, where it is of use. */
  async function wake({ tabId, frameId, site }: FrameSpeaker): Promise<boolean> {
    if (!(await options.hasSiteAccess(site))) return false
    if ((await vault.readStatus()) === 'none') return false
    return (await options.injectAutofill(tabId, [frameId])).ok
  }

  /** What the person said about the fields of the speaker's own site. */
  function readHints({ site }: FrameSpeaker): Promise<FieldHints> {
    return sites.readHints(site)
  }

  /**
   * Notes that this document asks for a code; the pairing for its menu, where there is one to show, and
   * whether an icon may stand in the field.
   */
  async function offer(
    speaker: FrameSpeaker,
    { kind, isAsked = false }: { kind?: PageKind; isAsked?: boolean } = {},
  ): Promise<{ pairing?: string; hasIcon?: true }> {
    // A script that *Fill* brought into the page, or that outlived the access, makes no offers.
    if (!(await options.hasSiteAccess(speaker.site))) return {}
    const { offerMode } = await options.settings.read()
    const { isHidden } = await sites.read(speaker.site)
    if (!isAsked && (offerMode === 'off' || isHidden)) return {}
    if (!(await hasReasonToOffer(speaker.site, kind))) return {}
    const icon = offerMode === 'off' || isHidden ? {} : ({ hasIcon: true } as const)
    if (offerMode === 'icon' && !isAsked) return icon
    const pairing = randomId()
    await change((stored) => {
      const expiresAt = now() + OFFER_LIFETIME_MS
      const place = toDocument(speaker)
      stored.offers[String(speaker.tabId)] = { ...place, pairing, kind, isAsked, expiresAt }
    })
    options.after(PAIRING_LIMIT_MS, () => replaceIfMissing(speaker, pairing))
    return { pairing, ...icon }
  }

  /** Goes on in the popup where the menu stays open but empty. */
  async function replaceIfMissing(speaker: FrameSpeaker, pairing: string): Promise<void> {
    const { tabId, frameId, site } = speaker
    if ((await read()).offers[String(tabId)]?.pairing !== pairing) return
    const closed = await options.sendToFrame(tabId, frameId, {
      event: 'menu.close',
      refocus: false,
    })
    if (closed === true) await fill.goOnInPopup({ tabId, site })
  }

  /**
   * The same on every host, lest a page learns by an offer which services the person uses: where no account
   * is bound, the menu names none and leads to the popup. A code that was sent is no matter of such a host.
   */
  async function hasReasonToOffer(site: string, kind: PageKind | undefined): Promise<boolean> {
    const status = await vault.readStatus()
    if (status !== 'unlocked') return status === 'locked'
    if (kind !== undefined && !isOfVault(kind)) return (await approvals.findBound(site)).length > 0
    const data = await vault.read()
    return data.ok && livingAccounts(data.value).length > 0
  }

  /** Goes on in the popup for a document that cannot keep the menu it was offered. */
  async function leaveFrame({ tabId, frameId, documentId, site }: FrameSpeaker): Promise<void> {
    const isOffered = await change((stored) => {
      const offered = stored.offers[String(tabId)]
      const isIts = offered?.frameId === frameId && offered.documentId === documentId
      if (!isIts || offered.expiresAt <= now()) return false
      stored.offers = omit(stored.offers, String(tabId))
      return true
    })
    // Over another tab nobody asked for it.
    if (isOffered && (await options.findActiveTab())?.tabId === tabId) {
      await fill.goOnInPopup({ tabId, site })
    }
  }

  /** Closes every open menu and forgets every approval: the vault was locked. */
  async function closeMenus(): Promise<void> {
    const offers = await change((stored) => {
      const open = stored.offers
      stored.offers = {}
      stored.tickets = {}
      return open
    })
    const event: FrameEvent = { event: 'menu.close', refocus: false, isOver: true }
    await Promise.all(
      Object.values(offers).map(({ tabId, frameId }) => options.sendToFrame(tabId, frameId, event)),
    )
  }

  return { wake, readHints, offer, leaveFrame, closeMenus }
}

export type OfferService = ReturnType<typeof createOfferService>

function toDocument({ tabId, frameId, documentId, site }: FrameSpeaker) {
  return { tabId, frameId, site, ...(documentId === undefined ? {} : { documentId }) }
}
