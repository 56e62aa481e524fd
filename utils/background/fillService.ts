import { isOfVault, type PageKind } from '../core/detect/pageKinds'
import type { FieldHints } from '../core/detect/fieldHint'
import type { Account } from '../core/account'
import { hostOfSite, isBoundTo, siteOfUrl } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { StorageArea } from '../platform/storage'
import type { Tab } from '../platform/tabs'
import type {
  FillWay,
  FrameEvent,
  MenuState,
  OfferedAccount,
  PendingOffer,
  RequestCode,
} from '../protocol/requests'
import type { FrameSpeaker, MenuSpeaker, Place } from '../protocol/sender'
import type { CodeFrames } from './codeFrames'
import type { CodeService } from './codeService'
import { createFillStore, type Offer, type Pending, type Ticket } from './fillStore'
import type { SettingsService } from './settingsService'
import type { SiteService } from './siteService'
import type { TrustService } from './trustService'
import type { ReadCode, VaultService } from './vaultService'

const OFFER_LIFETIME_MS = 5 * 60_000
const TICKET_LIFETIME_MS = 10_000
const PENDING_LIFETIME_MS = 60_000
/** For how long a filled code may turn out to be refused. */
const FILLED_LIFETIME_MS = 2 * 60_000

interface FillOptions {
  /** Told of each code that leaves, for whoever is asked later why it was rejected. */
  readonly noteUse: (account: Account, how: 'fill') => Promise<void>
  /** Lets the popup that opens next explain why a code was not accepted. */
  readonly askAssistant: (tabId: number, accountId: string) => Promise<void>
  /** Memory-backed: an offer survives a stopped background, not the browser. */
  readonly area: StorageArea
  readonly vault: VaultService
  readonly trust: TrustService
  readonly codes: CodeService
  readonly settings: Pick<SettingsService, 'read'>
  readonly sites: SiteService
  readonly frames: CodeFrames
  readonly now: () => number
  readonly randomId: () => string
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly findTab: (tabId: number) => Promise<Tab | undefined>
  readonly hasSiteAccess: (site: string) => Promise<boolean>
  readonly injectAutofill: (
    tabId: number,
    frameIds?: readonly number[],
  ) => Promise<Result<readonly number[], 'page-forbidden'>>
  readonly openPopup: (tabId?: number) => Promise<void>
  readonly showHint: (tabId: number | undefined, text: string) => Promise<void>
  readonly sendToFrame: (tabId: number, frameId: number, event: FrameEvent) => Promise<unknown>
}

/**
 * Brings a code to a field. An offer names a document and shows no code; an approval, in the popup or
 * the menu, makes a ticket; the document pulls one code with it, once, within seconds.
 */
export function createFillService(options: FillOptions) {
  const { area, vault, codes, sites, frames, now, randomId, findActiveTab, findTab } = options
  const { read, change } = createFillStore({ area, now })

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
    if (!(await hasReasonToOffer(speaker))) return {}
    const icon = offerMode === 'off' || isHidden ? {} : ({ hasIcon: true } as const)
    if (offerMode === 'icon' && !isAsked) return icon
    const pairing = randomId()
    await change((stored) => {
      const expiresAt = now() + OFFER_LIFETIME_MS
      const place = toDocument(speaker)
      stored.offers[String(speaker.tabId)] = { ...place, pairing, kind, isAsked, expiresAt }
    })
    return { pairing, ...icon }
  }

  /**
   * On the very host of an account, and where one may well belong: there the menu only leads to the
   * popup. Elsewhere the page is left alone, and the toolbar button says where to go on.
   */
  async function hasReasonToOffer({ site, tabId }: FrameSpeaker): Promise<boolean> {
    const status = await vault.readStatus()
    if (status !== 'unlocked') return status === 'locked'
    if ((await findBound(site)).length > 0) return true
    const assessed = await options.trust.assess(site)
    if (assessed.ok && assessed.value.likely.length > 0) return true
    const data = await vault.read()
    if (data.ok && livingAccounts(data.value).length > 0) await options.showHint(tabId, '?')
    return false
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
    const accounts = await findBound(site)
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
    way?: FillWay,
  ): Promise<Result<null, RequestCode>> {
    const offered = await findOffer(speaker)
    if (!offered) return failure('not-offered')
    const tab = await findTab(speaker.tabId)
    if (tab?.url !== undefined && siteOfUrl(tab.url) !== offered.site) return failure('not-offered')
    const picked = await approve(accountId, offered, 'menu', way)
    if (!picked.ok && picked.code === 'not-seen') await leave(speaker, accountId)
    return picked
  }

  /** Goes on in the popup, where no page can reach: to choose, to unlock, or because of a doubt. */
  async function leave(speaker: MenuSpeaker, accountId?: string): Promise<void> {
    const offered = await findOffer(speaker)
    if (!offered) return
    const { tabId, site } = offered
    if ((await vault.readStatus()) === 'unlocked') await closeMenu(speaker, false)
    await goOnInPopup({ tabId, site, accountId })
  }

  /** The person wants no more offers on the site of this menu. */
  async function hide(speaker: MenuSpeaker): Promise<Result<null, RequestCode>> {
    const offered = await findOffer(speaker)
    if (!offered) return failure('not-offered')
    const hidden = await sites.prefer(offered.site, { isHidden: true })
    if (!hidden.ok) return hidden
    await closeMenu(speaker, true, true)
    return success(null)
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
    await options.askAssistant(tabId, refused.accountId)
    await options.openPopup(tabId)
  }

  /** The same from the menu. */
  async function rejectFromMenu(speaker: MenuSpeaker): Promise<void> {
    const offered = await findOffer(speaker)
    if (!offered) return
    await closeMenu(speaker, false)
    await reject(offered)
  }

  async function goOnInPopup(pending: Omit<Pending, 'expiresAt'>): Promise<void> {
    await change((stored) => {
      stored.pending = { ...pending, expiresAt: now() + PENDING_LIFETIME_MS }
    })
    await options.openPopup(pending.tabId)
  }

  /** What the popup of this tab goes on with. */
  async function readPending(tab: Tab | undefined): Promise<PendingOffer | undefined> {
    const { pending } = await read()
    if (!pending || !tab || pending.expiresAt <= now()) return undefined
    const { tabId, site, accountId, isMissed } = pending
    if (tabId !== tab.tabId || siteOfUrl(tab.url) !== site) return undefined
    const isBound = (await findBound(site)).some(({ id }) => id === accountId)
    return {
      site,
      ...(isMissed ? { isMissed } : {}),
      ...(accountId !== undefined && isBound ? { accountId } : {}),
    }
  }

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
      refusal = await approve(accountId, { tabId, frameId, site: meant }, 'popup', way)
      if (refusal.ok || refusal.code !== 'no-field') break
    }
    if (refusal.ok) await change((stored) => (stored.pending = undefined))
    const isMissing = !refusal.ok && refusal.code === 'no-field'
    if (!isMissing || elsewhere === undefined || frameSite !== undefined) return refusal
    return failure('field-elsewhere', { host: hostOfSite(elsewhere), site: elsewhere })
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

  /** Hands out the code for a ticket, once, to the document that it was made for. */
  async function redeem(
    ticketId: string,
    speaker: Place,
  ): Promise<Result<{ code: string; submits?: true }, RequestCode>> {
    const ticket = await change((stored) => {
      const found = stored.tickets[ticketId]
      if (!found || !isFor(found, speaker)) return undefined
      stored.tickets = omit(stored.tickets, ticketId)
      return found
    })
    if (!ticket) return failure('not-offered')
    if (ticket.expiresAt <= now()) return failure('offer-expired')
    const found = await findBoundAccount(ticket.accountId, speaker.site)
    if (!found.ok) return found
    await codes.waitUntilFresh(found.value)
    // Meanwhile the person may have locked the vault or unbound the account.
    const account = await findBoundAccount(ticket.accountId, speaker.site)
    if (!account.ok) return account
    const code = await codes.takeForFill(account.value)
    if (!code.ok) return code
    await options.noteUse(account.value, 'fill')
    const { submits } = await sites.read(speaker.site)
    return success({ code: code.value, ...(submits ? { submits } : {}) })
  }

  async function approve(
    accountId: string,
    { tabId, frameId, documentId, site }: Omit<Ticket, 'accountId' | 'expiresAt'>,
    via: 'menu' | 'popup',
    chosen?: FillWay,
  ): Promise<Result<null, RequestCode>> {
    const account = await findBoundAccount(accountId, site)
    if (!account.ok) return account
    const ticket = randomId()
    await change((stored) => {
      const expiresAt = now() + TICKET_LIFETIME_MS
      stored.tickets[ticket] = { tabId, frameId, documentId, site, accountId, expiresAt }
    })
    const { appends = [] } = await sites.read(site)
    const way = chosen ?? (appends.includes(accountId) ? 'append' : undefined)
    const ready = { event: 'fill.ready', ticket, via, ...(way ? { way } : {}) } as const
    const answer = await options.sendToFrame(tabId, frameId, ready)
    // A page that submits by itself goes on with the code, and nobody is left there to say so.
    const isTaken = answer === undefined && !(ticket in (await read()).tickets)
    if (answer === 'filled' || isTaken) {
      await noteFilled(accountId, { tabId, site }, chosen)
      return success(null)
    }
    const refusal = refusalOf(answer)
    // A ticket that was not used up must not be used later.
    if (refusal !== 'no-field') {
      await change((stored) => (stored.tickets = omit(stored.tickets, ticket)))
    }
    return failure(refusal)
  }

  async function noteFilled(
    accountId: string,
    { tabId, site }: { tabId: number; site: string },
    chosen?: FillWay,
  ): Promise<void> {
    await change((stored) => {
      stored.filled = { tabId, site, accountId, expiresAt: now() + FILLED_LIFETIME_MS }
    })
    // Once said, the code goes after the password here.
    if (chosen === 'append') await sites.prefer(site, { appends: { accountId, isOn: true } })
  }

  async function findBoundAccount(
    accountId: string,
    site: string,
  ): Promise<Result<Account, ReadCode | 'account-missing' | 'site-not-bound'>> {
    const data = await vault.read()
    if (!data.ok) return data
    const account = livingAccounts(data.value).find(({ id }) => id === accountId)
    if (!account) return failure('account-missing')
    return isBoundTo(account.sites, site) ? success(account) : failure('site-not-bound')
  }

  async function findBound(site: string): Promise<readonly Account[]> {
    const data = await vault.read()
    if (!data.ok) return []
    return livingAccounts(data.value).filter(({ sites }) => isBoundTo(sites, site))
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
    hide,
    reject,
    rejectFromMenu,
    goOnInPopup,
    readPending,
    start,
    findBound,
    closeMenu,
    closeMenus,
    redeem,
  }
}

export type FillService = ReturnType<typeof createFillService>

/** Why nothing was filled; what a frame says that knows no better is that there is no field. */
function refusalOf(answer: unknown): 'not-seen' | 'field-occupied' | 'no-field' {
  if (answer === 'unseen') return 'not-seen'
  return answer === 'occupied' ? 'field-occupied' : 'no-field'
}

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

function isFor(ticket: Ticket, speaker: Place): boolean {
  return (
    ticket.tabId === speaker.tabId &&
    ticket.frameId === speaker.frameId &&
    ticket.site === speaker.site &&
    (ticket.documentId === undefined || ticket.documentId === speaker.documentId)
  )
}

function omit<T>(record: Record<string, T>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
}
