import type { Account } from '../core/account'
import { isOfVault } from '../core/detect/pageKinds'
import { sortAccounts } from '../core/list/listSections'
import { siteOfUrl } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import type { Tab } from '../platform/tabs'
import type { FrameEvent, RequestCode } from '../protocol/requests'
import type { MenuSpeaker } from '../protocol/sender'
import type { FillWay, MenuState, OfferedAccount } from '../protocol/views'
import type { Approvals } from './approvals'
import type { FillService } from './fillService'
import type { FillStore, Offer } from './fillStore'
import type { SettingsService } from './settingsService'
import type { SiteService } from './siteService'
import type { VaultService } from './vaultService'

interface MenuOptions {
  readonly store: FillStore
  readonly approvals: Approvals
  readonly fill: FillService
  readonly vault: VaultService
  readonly settings: Pick<SettingsService, 'read'>
  readonly sites: SiteService
  readonly now: () => number
  readonly findTab: (tabId: number) => Promise<Tab | undefined>
  readonly sendToFrame: (tabId: number, frameId: number, event: FrameEvent) => Promise<unknown>
}

/** The menu of an offer: it shows accounts, and what is picked there is checked at that instant. */
export function createMenuService(options: MenuOptions) {
  const { store, approvals, fill, vault, sites, now, findTab } = options

  /** What the menu shows. The first frame that knows the pairing is the menu; nobody else is. */
  async function read(
    pairing: string,
    speaker: MenuSpeaker,
  ): Promise<Result<Omit<MenuState, 'settings' | 'clockOffsetMs'>, 'not-offered'>> {
    const offered = await store.change((stored) => {
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
      await close(speaker, false, true)
      return failure('not-offered')
    }
    const status = await vault.readStatus()
    const { sort } = await options.settings.read()
    const accounts = sortAccounts(await approvals.findBound(site), sort) // as in the list
    const { filled } = await store.read()
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
    if ((await vault.readStatus()) === 'unlocked') await close(speaker, false)
    await fill.goOnInPopup({ tabId, site, accountId })
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
    await close(speaker, true, true)
    return success(null)
  }

  /** The code was not accepted, and the menu is where the person says so. */
  async function reject(speaker: MenuSpeaker): Promise<void> {
    const offered = await findOffer(speaker)
    if (!offered) return
    await close(speaker, false)
    await fill.reject(offered)
  }

  /** False for a menu that no offer knows. */
  async function close(speaker: MenuSpeaker, refocus: boolean, isOver?: true): Promise<boolean> {
    const offered = await findOffer(speaker)
    if (!offered) return false
    await options.sendToFrame(offered.tabId, offered.frameId, {
      event: 'menu.close',
      refocus,
      ...(isOver ? { isOver } : {}),
    })
    return true
  }

  /** The offer of this menu, if it is the one that was paired. */
  async function findOffer(speaker: MenuSpeaker): Promise<Offer | undefined> {
    const offered = (await store.read()).offers[String(speaker.tabId)]
    return offered && isMenuOf(offered, speaker) && offered.expiresAt > now() ? offered : undefined
  }

  return { read, pick, leave, hide, reject, close }
}

function toOfferedAccount(it: Account): OfferedAccount {
  const { id: accountId, issuer, account, type, periodSeconds } = it
  return { accountId, issuer, account, ...(type === 'hotp' ? {} : { periodSeconds }) }
}

function isMenuOf({ menu }: Offer, { frameId, documentId }: MenuSpeaker): boolean {
  return menu?.frameId === frameId && menu.documentId === documentId
}
