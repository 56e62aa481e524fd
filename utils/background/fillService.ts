import * as v from 'valibot'
import type { Account } from '../core/account'
import { siteOfUrl } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { StorageArea } from '../platform/storage'
import type { Tab } from '../platform/tabs'
import type { FrameEvent, OfferedAccount, RequestCode, VaultStatus } from '../protocol/requests'
import type { FrameSpeaker } from '../protocol/sender'
import type { CodeService } from './codeService'
import { createSerialQueue } from './serialQueue'
import type { ReadCode, VaultService } from './vaultService'

const KEY = 'fill'
const OFFER_LIFETIME_MS = 5 * 60_000
const TICKET_LIFETIME_MS = 10_000
const MAX_ROWS = 3

// The document that a code may go to, as the browser named it when it asked.
const documentSchema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.optional(v.string()),
  site: v.string(),
  expiresAt: v.number(),
})
const ticketSchema = v.object({ ...documentSchema.entries, accountId: v.string() })
const storedSchema = v.fallback(
  v.object({
    offers: v.record(v.string(), documentSchema),
    tickets: v.record(v.string(), ticketSchema),
  }),
  // A function: what it returns is changed, so it must be new each time.
  () => ({ offers: {}, tickets: {} }),
)
type Ticket = v.InferOutput<typeof ticketSchema>
type Stored = v.InferOutput<typeof storedSchema>

interface FillOptions {
  /** Memory-backed: an offer survives a stopped background, not the browser. */
  readonly area: StorageArea
  readonly vault: VaultService
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

  /** Notes that this document asks for a code; the number of rows that the menu will have. */
  async function offer(speaker: FrameSpeaker): Promise<number> {
    // A script that *Fill* brought into the page, or that outlived the access, makes no offers.
    if (!(await options.hasSiteAccess(speaker.site))) return 0
    const status = await vault.readStatus()
    if (status === 'none') return 0
    const accounts = status === 'locked' ? [] : await findBound(speaker.site)
    if (status === 'unlocked' && accounts.length === 0) return 0
    await change((stored) => {
      const expiresAt = now() + OFFER_LIFETIME_MS
      stored.offers[String(speaker.tabId)] = { ...toDocument(speaker), expiresAt }
    })
    return Math.min(Math.max(accounts.length, 1), MAX_ROWS)
  }

  /** What the menu in this tab shows. */
  async function readOffer(
    tabId: number,
  ): Promise<
    Result<
      { site: string; status: VaultStatus; accounts: readonly OfferedAccount[] },
      'not-offered'
    >
  > {
    const offered = await findOffer(tabId)
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
  async function pick(tabId: number, accountId: string): Promise<Result<null, RequestCode>> {
    const offered = await findOffer(tabId)
    if (!offered) return failure('not-offered')
    const tab = await findTab(tabId)
    if (tab?.url !== undefined && siteOfUrl(tab.url) !== offered.site) return failure('not-offered')
    return approve(accountId, offered)
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
      refusal = await approve(accountId, { tabId: tab.tabId, frameId, site })
      if (refusal.ok || refusal.code !== 'no-field') break
    }
    return refusal
  }

  async function closeMenu(tabId: number, refocus: boolean): Promise<void> {
    const offered = await findOffer(tabId)
    if (offered) await options.sendToFrame(tabId, offered.frameId, { event: 'menu.close', refocus })
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
    return code.ok ? success({ code: code.value }) : code
  }

  async function approve(
    accountId: string,
    target: Omit<Ticket, 'accountId' | 'expiresAt'>,
  ): Promise<Result<null, RequestCode>> {
    const account = await findBoundAccount(accountId, target.site)
    if (!account.ok) return account
    const ticket = randomId()
    await change((stored) => {
      stored.tickets[ticket] = { ...target, accountId, expiresAt: now() + TICKET_LIFETIME_MS }
    })
    const event: FrameEvent = { event: 'fill.ready', ticket }
    const isFilled = await options.sendToFrame(target.tabId, target.frameId, event)
    return isFilled === true ? success(null) : failure('no-field')
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
    return account.sites.includes(site) ? success(account) : failure('site-not-bound')
  }

  async function findBound(site: string): Promise<readonly Account[]> {
    const data = await vault.read()
    if (!data.ok) return []
    return livingAccounts(data.value).filter(({ sites }) => sites.includes(site))
  }

  async function findOffer(tabId: number) {
    const offered = (await read()).offers[String(tabId)]
    return offered && offered.expiresAt > now() ? offered : undefined
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
      await area.set({ [KEY]: { offers, tickets } })
      return result
    })
  }

  return { wake, offer, readOffer, pick, start, closeMenu, redeem }
}

export type FillService = ReturnType<typeof createFillService>

function toDocument({ tabId, frameId, documentId, site }: FrameSpeaker) {
  return { tabId, frameId, site, ...(documentId === undefined ? {} : { documentId }) }
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
