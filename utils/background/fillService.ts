import * as v from 'valibot'
import type { Account } from '../core/account'
import { isBoundTo, siteOfUrl } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { StorageArea } from '../platform/storage'
import type { Tab } from '../platform/tabs'
import type {
  FrameEvent,
  OfferedAccount,
  PendingOffer,
  RequestCode,
  VaultStatus,
} from '../protocol/requests'
import type { FrameSpeaker, MenuSpeaker } from '../protocol/sender'
import type { CodeService } from './codeService'
import { createSerialQueue } from './serialQueue'
import type { TrustService } from './trustService'
import type { ReadCode, VaultService } from './vaultService'

const KEY = 'fill'
const OFFER_LIFETIME_MS = 5 * 60_000
const TICKET_LIFETIME_MS = 10_000
const PENDING_LIFETIME_MS = 60_000

// The document that a code may go to, as the browser named it when it asked.
const documentSchema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.optional(v.string()),
  site: v.string(),
  expiresAt: v.number(),
})
const offerSchema = v.object({
  ...documentSchema.entries,
  /** Told to the content script, which hides it in the address of the menu; used up by the menu. */
  pairing: v.optional(v.string()),
  menu: v.optional(v.object({ frameId: v.number(), documentId: v.optional(v.string()) })),
})
const ticketSchema = v.object({ ...documentSchema.entries, accountId: v.string() })
const pendingSchema = v.object({
  tabId: v.number(),
  site: v.string(),
  accountId: v.optional(v.string()),
  expiresAt: v.number(),
})
const storedSchema = v.fallback(
  v.object({
    offers: v.record(v.string(), offerSchema),
    tickets: v.record(v.string(), ticketSchema),
    pending: v.optional(pendingSchema),
  }),
  // A function: what it returns is changed, so it must be new each time.
  () => ({ offers: {}, tickets: {} }),
)
type Offer = v.InferOutput<typeof offerSchema>
type Ticket = v.InferOutput<typeof ticketSchema>
type Stored = v.InferOutput<typeof storedSchema>

interface FillOptions {
  /** Told of each code that leaves, for whoever is asked later why it was rejected. */
  readonly noteUse: (account: Account, how: 'fill') => Promise<void>
  /** Memory-backed: an offer survives a stopped background, not the browser. */
  readonly area: StorageArea
  readonly vault: VaultService
  readonly trust: TrustService
  readonly codes: CodeService
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
  const { area, vault, codes, now, randomId, findActiveTab, findTab } = options
  const enqueue = createSerialQueue()

  /** Puts the rest of the content script into a frame that may have a code field, where it is of use. */
  async function wake({ tabId, frameId, site }: FrameSpeaker): Promise<boolean> {
    if (!(await options.hasSiteAccess(site))) return false
    if ((await vault.readStatus()) === 'none') return false
    return (await options.injectAutofill(tabId, [frameId])).ok
  }

  /** Notes that this document asks for a code; the pairing for its menu, where there is one to show. */
  async function offer(speaker: FrameSpeaker): Promise<string | undefined> {
    // A script that *Fill* brought into the page, or that outlived the access, makes no offers.
    if (!(await options.hasSiteAccess(speaker.site))) return undefined
    if (!(await hasReasonToOffer(speaker))) return undefined
    const pairing = randomId()
    await change((stored) => {
      const expiresAt = now() + OFFER_LIFETIME_MS
      stored.offers[String(speaker.tabId)] = { ...toDocument(speaker), pairing, expiresAt }
    })
    return pairing
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
  ): Promise<
    Result<
      { site: string; status: VaultStatus; accounts: readonly OfferedAccount[] },
      'not-offered'
    >
  > {
    const offered = await change((stored) => {
      const found = stored.offers[String(speaker.tabId)]
      if (found?.pairing !== undefined && found.pairing === pairing) {
        found.pairing = undefined
        found.menu = { frameId: speaker.frameId, documentId: speaker.documentId }
      }
      return found && isMenuOf(found, speaker) && found.expiresAt > now() ? found : undefined
    })
    if (!offered) return failure('not-offered')
    const status = await vault.readStatus()
    const accounts = await findBound(offered.site)
    return success({
      site: offered.site,
      status,
      accounts: accounts.map(({ id, issuer, account }) => ({ accountId: id, issuer, account })),
    })
  }

  /** The person picked an account in the menu: everything is checked again at this instant. */
  async function pick(speaker: MenuSpeaker, accountId: string): Promise<Result<null, RequestCode>> {
    const offered = await findOffer(speaker)
    if (!offered) return failure('not-offered')
    const tab = await findTab(speaker.tabId)
    if (tab?.url !== undefined && siteOfUrl(tab.url) !== offered.site) return failure('not-offered')
    const picked = await approve(accountId, offered, 'menu')
    if (!picked.ok && picked.code === 'not-seen') await leave(speaker, accountId)
    return picked
  }

  /** Goes on in the popup, where no page can reach: to choose, to unlock, or because of a doubt. */
  async function leave(speaker: MenuSpeaker, accountId?: string): Promise<void> {
    const offered = await findOffer(speaker)
    if (!offered) return
    const { tabId, site } = offered
    await change((stored) => {
      stored.pending = { tabId, site, accountId, expiresAt: now() + PENDING_LIFETIME_MS }
    })
    if ((await vault.readStatus()) === 'unlocked') await closeMenu(speaker, false)
    await options.openPopup(tabId)
  }

  /** What the popup of this tab goes on with. */
  async function readPending(tab: Tab | undefined): Promise<PendingOffer | undefined> {
    const { pending } = await read()
    if (!pending || !tab || pending.expiresAt <= now()) return undefined
    const { tabId, site, accountId } = pending
    if (tabId !== tab.tabId || siteOfUrl(tab.url) !== site) return undefined
    const isBound = (await findBound(site)).some(({ id }) => id === accountId)
    return { site, ...(accountId !== undefined && isBound ? { accountId } : {}) }
  }

  /** Fills from the popup: the best field of the active tab, if its site is still the one shown. */
  async function start(accountId: string, site: string): Promise<Result<null, RequestCode>> {
    const tab = await findActiveTab()
    if (!tab || siteOfUrl(tab.url) !== site) return failure('site-unknown')
    const frames = await options.injectAutofill(tab.tabId)
    if (!frames.ok) return frames
    let refusal: Result<null, RequestCode> = failure('no-field')
    // A frame of another site may claim any score, but cannot redeem a ticket: the next one is tried.
    for (const frameId of await rankFrames(tab.tabId, frames.value)) {
      refusal = await approve(accountId, { tabId: tab.tabId, frameId, site }, 'popup')
      if (refusal.ok || refusal.code !== 'no-field') break
    }
    if (refusal.ok) await change((stored) => (stored.pending = undefined))
    return refusal
  }

  async function closeMenu(speaker: MenuSpeaker, refocus: boolean): Promise<void> {
    const offered = await findOffer(speaker)
    if (!offered) return
    await options.sendToFrame(offered.tabId, offered.frameId, { event: 'menu.close', refocus })
  }

  /** Closes every open menu and forgets every approval: the vault was locked. */
  async function closeMenus(): Promise<void> {
    const offers = await change((stored) => {
      const open = stored.offers
      stored.offers = {}
      stored.tickets = {}
      return open
    })
    const event: FrameEvent = { event: 'menu.close', refocus: false }
    await Promise.all(
      Object.values(offers).map(({ tabId, frameId }) => options.sendToFrame(tabId, frameId, event)),
    )
  }

  /** Hands out the code for a ticket, once, to the document that it was made for. */
  async function redeem(
    ticketId: string,
    speaker: FrameSpeaker,
  ): Promise<Result<{ code: string }, RequestCode>> {
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
    return success({ code: code.value })
  }

  async function approve(
    accountId: string,
    { tabId, frameId, documentId, site }: Omit<Ticket, 'accountId' | 'expiresAt'>,
    via: 'menu' | 'popup',
  ): Promise<Result<null, RequestCode>> {
    const account = await findBoundAccount(accountId, site)
    if (!account.ok) return account
    const ticket = randomId()
    await change((stored) => {
      const expiresAt = now() + TICKET_LIFETIME_MS
      stored.tickets[ticket] = { tabId, frameId, documentId, site, accountId, expiresAt }
    })
    const answer = await options.sendToFrame(tabId, frameId, { event: 'fill.ready', ticket, via })
    if (answer === true) return success(null)
    if (answer !== 'unseen') return failure('no-field')
    await change((stored) => (stored.tickets = omit(stored.tickets, ticket)))
    return failure('not-seen')
  }

  /** The frames that have a code field, best first, each by the word of its content script. */
  async function rankFrames(
    tabId: number,
    frameIds: readonly number[],
  ): Promise<readonly number[]> {
    const probes = frameIds.map(async (frameId) => ({
      frameId,
      score: await options.sendToFrame(tabId, frameId, { event: 'fill.probe' }),
    }))
    return (await Promise.all(probes))
      .flatMap(({ frameId, score }) =>
        typeof score === 'number' && score > 0 ? [{ frameId, score }] : [],
      )
      .sort((a, b) => b.score - a.score)
      .map(({ frameId }) => frameId)
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

  async function read(): Promise<Stored> {
    return v.parse(storedSchema, (await area.get([KEY]))[KEY])
  }

  /** One change after the other, so that a ticket cannot be taken twice. */
  function change<T>(edit: (stored: Stored) => T): Promise<T> {
    return enqueue(async () => {
      const stored = await read()
      const result = edit(stored)
      const isCurrent = ([, { expiresAt }]: [string, { expiresAt: number }]) => expiresAt > now()
      const offers = Object.fromEntries(Object.entries(stored.offers).filter(isCurrent))
      const tickets = Object.fromEntries(Object.entries(stored.tickets).filter(isCurrent))
      const pending =
        stored.pending && stored.pending.expiresAt > now() ? stored.pending : undefined
      await area.set({ [KEY]: { offers, tickets, ...(pending ? { pending } : {}) } })
      return result
    })
  }

  return { wake, offer, readOffer, pick, leave, readPending, start, closeMenu, closeMenus, redeem }
}

export type FillService = ReturnType<typeof createFillService>

function toDocument({ tabId, frameId, documentId, site }: FrameSpeaker) {
  return { tabId, frameId, site, ...(documentId === undefined ? {} : { documentId }) }
}

function isMenuOf({ menu }: Offer, { frameId, documentId }: MenuSpeaker): boolean {
  return menu?.frameId === frameId && menu.documentId === documentId
}

function isFor(ticket: Ticket, speaker: FrameSpeaker): boolean {
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
