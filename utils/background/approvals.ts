import type { Account } from '../core/account'
import { isBoundTo } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { FrameEvent, RequestCode } from '../protocol/requests'
import type { FillWay } from '../protocol/views'
import type { Place } from '../protocol/sender'
import type { CodeService } from './codeService'
import { omit, type FillStore, type Ticket } from './fillStore'
import type { SiteService } from './siteService'
import type { ReadCode, VaultService } from './vaultService'

const TICKET_LIFETIME_MS = 10_000
/** For how long a filled code may turn out to be refused. */
const FILLED_LIFETIME_MS = 2 * 60_000

interface ApprovalOptions {
  readonly store: FillStore
  readonly vault: VaultService
  readonly codes: CodeService
  readonly sites: SiteService
  /** Told of each code that leaves, for whoever is asked later why it was rejected. */
  readonly noteUse: (account: Account, how: 'fill') => Promise<void>
  readonly now: () => number
  readonly randomId: () => string
  readonly sendToFrame: (tabId: number, frameId: number, event: FrameEvent) => Promise<unknown>
}

/**
 * The way of a code to a document: an approval, given in the popup or the menu, makes a ticket; the
 * document pulls one code with it, once, within seconds.
 */
export function createApprovals(options: ApprovalOptions) {
  const { vault, codes, sites, now, randomId } = options
  const { read, change } = options.store

  async function approve(
    accountId: string,
    { tabId, frameId, documentId, site }: Omit<Ticket, 'accountId' | 'expiresAt'>,
    { clickedAt, way: chosen }: { clickedAt?: number; way?: FillWay | undefined } = {},
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
    const clicked = clickedAt === undefined ? {} : { clickedAt }
    const ready = { event: 'fill.ready', ticket, ...clicked, ...(way ? { way } : {}) } as const
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

  return { approve, redeem, findBound }
}

export type Approvals = ReturnType<typeof createApprovals>

/** Why nothing was filled; what a frame says that knows no better is that there is no field. */
function refusalOf(answer: unknown): 'not-seen' | 'field-occupied' | 'no-field' {
  if (answer === 'unseen') return 'not-seen'
  return answer === 'occupied' ? 'field-occupied' : 'no-field'
}

function isFor(ticket: Ticket, speaker: Place): boolean {
  return (
    ticket.tabId === speaker.tabId &&
    ticket.frameId === speaker.frameId &&
    ticket.site === speaker.site &&
    (ticket.documentId === undefined || ticket.documentId === speaker.documentId)
  )
}
