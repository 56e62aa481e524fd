import type { FieldHints } from '../core/detect/fieldHint'
import { isOfVault, type PageKind } from '../core/detect/pageKinds'
import type { Account } from '../core/account'
import { sortAccounts } from '../core/list/listSections'
import { siteOfUrl } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { Tab } from '../platform/tabs'
import type { FrameEvent, RequestCode } from '../protocol/requests'
import type { FillWay, MenuState, OfferedAccount } from '../protocol/views'
import type { FrameSpeaker, MenuSpeaker } from '../protocol/sender'
import type { Approvals } from './approvals'
import type { FillService } from './fillService'
import { omit, type FillStore, type Offer } from './fillStore'
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
  readonly findTab: (tabId: number) => Promise<Tab | undefined>
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly hasSiteAccess: (site: string) => Promise<boolean>
  readonly injectAutofill: (
    tabId: number,
    frameIds?: readonly number[],
  ) => Promise<Result<readonly number[], 'page-forbidden'>>
  readonly sendToFrame: (tabId: number, frameId: number, event: FrameEvent) => Promise<unknown>
}

/** The offer in the page: it names a document, shows accounts in the menu there, and holds no code. */
export function createOfferService(options: OfferOptions) {
  const { approvals, fill, vault, sites, now, randomId, findTab } = options
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

  /** What the menu shows. The first frame that knows the pairing is the menu; nobody else is. */
  async function readOffer(
    pairing: string,
    speaker: MenuSpeaker,
  ): Promise<Result<Omit<MenuState, 'settings' | 'clockOffsetMs'>, 'not-offered'>> {
    const offered = await change((stored) => {
      const found = stored.offers[String(speaker.tabId)]
      if (found?.pairing !== undefined && found.pairing === pairing) {
        found.pairing = undefined
        found.menu = { frameId: speaker.frameId, documentId: speaker.documentId }
      }
      return found && isMenuOf(found, speaker) && found.expiresAt > now() ? found : undefined
    })
    if (!offered) return failure('not-offered')
    const { site, kind, tabId } = offered
    // While the vault was locked nobody knew that the person wants no offers here.
    if (!offered.isAsked && (await sites.read(site)).isHidden) {
      await closeMenu(speaker, false, true)
      return failure('not-offered')
    }
    const status = await vault.readStatus()
    const { sort } = await options.settings.read()
    const accounts = sortAccounts(await approvals.findBound(site), sort) // as in the list
    const { filled } = await read()
    return success({
      site,
      status,
      accounts: accounts.map(toOfferedAccount),
      ...(kind !== undefined && !isOfVault(kind) ? { kind } : {}),
      ...(filled?.tabId === tabId && filled.site === site && filled.expiresAt > now()
        ? { wasFilled: true }
        : {}),
    })
  }

  /** The person picked an account in the menu: everything is checked again at this instant. */
  async function pick(
    speaker: MenuSpeaker,
    accountId: string,
    how: { clickedAt: number; way?: FillWay },
  ): Promise<Result<null, RequestCode>> {
    const offered = await findOffer(speaker)
    if (!offered) return failure('not-offered')
    const tab = await findTab(speaker.tabId)
    if (tab?.url !== undefined && siteOfUrl(tab.url) !== offered.site) return failure('not-offered')
    const picked = await approvals.approve(accountId, offered, how)
    if (!picked.ok && picked.code === 'not-seen') await leave(speaker, accountId)
    return picked
  }

  /** Goes on in the popup, where no page can reach: to choose, to unlock, or because of a doubt. */
  async function leave(speaker: MenuSpeaker, accountId?: string): Promise<void> {
    const offered = await findOffer(speaker)
    if (!offered) return
    const { tabId, site } = offered
    if ((await vault.readStatus()) === 'unlocked') await closeMenu(speaker, false)
    await fill.goOnInPopup({ tabId, site, accountId })
  }

  /** The same for a document that cannot keep the menu it was offered. */
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

  /** The person wants no more offers on the site of this menu. */
  async function hide(speaker: MenuSpeaker, clickedAt: number): Promise<Result<null, RequestCode>> {
    const offered = await findOffer(speaker)
    if (!offered) return failure('not-offered')
    const { tabId, frameId } = offered
    // A page that steals this click would be rid of the menu for good.
    if ((await options.sendToFrame(tabId, frameId, { event: 'menu.seen', clickedAt })) !== true) {
      await leave(speaker)
      return failure('not-seen')
    }
    const hidden = await sites.prefer(offered.site, { isHidden: true })
    if (!hidden.ok) return hidden
    await closeMenu(speaker, true, true)
    return success(null)
  }

  /** The same from the menu. */
  async function rejectFromMenu(speaker: MenuSpeaker): Promise<void> {
    const offered = await findOffer(speaker)
    if (!offered) return
    await closeMenu(speaker, false)
    await fill.reject(offered)
  }

  /** False for a menu that no offer knows. */
  async function closeMenu(
    speaker: MenuSpeaker,
    refocus: boolean,
    isOver?: true,
  ): Promise<boolean> {
    const offered = await findOffer(speaker)
    if (!offered) return false
    await options.sendToFrame(offered.tabId, offered.frameId, {
      event: 'menu.close',
      refocus,
      ...(isOver ? { isOver } : {}),
    })
    return true
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

  /** The offer of this menu, if it is the one that was paired. */
  async function findOffer(speaker: MenuSpeaker): Promise<Offer | undefined> {
    const offered = (await read()).offers[String(speaker.tabId)]
    return offered && isMenuOf(offered, speaker) && offered.expiresAt > now() ? offered : undefined
  }

  return {
    wake,
    readHints,
    offer,
    readOffer,
    pick,
    leave,
    leaveFrame,
    hide,
    rejectFromMenu,
    closeMenu,
    closeMenus,
  }
}

export type OfferService = ReturnType<typeof createOfferService>

function toOfferedAccount(it: Account): OfferedAccount {
  const { id: accountId, issuer, account, type, periodSeconds } = it
  return { accountId, issuer, account, ...(type === 'hotp' ? {} : { periodSeconds }) }
}

function toDocument({ tabId, frameId, documentId, site }: FrameSpeaker) {
  return { tabId, frameId, site, ...(documentId === undefined ? {} : { documentId }) }
}

function isMenuOf({ menu }: Offer, { frameId, documentId }: MenuSpeaker): boolean {
  return menu?.frameId === frameId && menu.documentId === documentId
}
