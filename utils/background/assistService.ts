import type { Account } from '../core/account'
import { findCauses, type AssistFacts, type ClockState } from '../core/assist/findCauses'
import { OTHER_KINDS, type OtherKind } from '../core/assist/findings'
import { judgeClock } from '../core/assist/judgeClock'
import { readPageKind } from '../core/assist/readPageKind'
import { readSiteWords } from '../core/assist/readSiteWords'
import type { PageKind } from '../core/detect/pageKinds'
import { displayName } from '../core/list/listSections'
import { hostOfSite, isBoundTo, siteOfUrl } from '../core/match/site'
import { success, type Result } from '../core/result'
import { livingAccounts } from '../core/vault/edits'
import type { Tab } from '../platform/tabs'
import type { PageEvent } from '../protocol/requests'
import type { AssistReport } from '../protocol/views'
import type { AssistMemory, Measured } from './assistMemory'
import type { ClockService } from './clockService'
import { readOwnText, readSamples } from './pageAnswers'
import type { TrustService } from './trustService'
import type { ReadCode, VaultService } from './vaultService'

interface AssistOptions {
  readonly vault: VaultService
  readonly trust: TrustService
  readonly clock: ClockService
  readonly memory: AssistMemory
  readonly announce: (event: PageEvent) => Promise<void>
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly askServerTime: (tabId: number) => Promise<unknown>
  /** Which code the best field of the page wants. */
  readonly readKind: (tabId: number) => Promise<PageKind | undefined>
  readonly readPageTexts: (tabId: number) => Promise<readonly unknown[]>
}

/** What the clocks have to differ by for a correction to be of use. */
const RIGHT_MS = 2000

/**
 * Finds out why a site rejected a code. Everything is looked at when the person asks, in the tab in
 * front: what the page says, whose account it is, when its code was last given out. The network is used
 * by `measure` alone.
 */
export function createAssistService(options: AssistOptions) {
  const { vault, trust, clock, memory } = options

  async function check(accountId?: string): Promise<Result<AssistReport, ReadCode>> {
    const data = await vault.read()
    if (!data.ok) return data
    const accounts = livingAccounts(data.value)
    const tab = await options.findActiveTab()
    const site = siteOfUrl(tab?.url)
    const text = tab && site ? readOwnText(await options.readPageTexts(tab.tabId), site) : ''
    const candidates = site === undefined ? [] : await findCandidates(accounts, site)
    const account = await choose(accounts, candidates, accountId)
    const kind = tab && site ? await options.readKind(tab.tabId) : undefined
    const facts = await gather({ site, text, kind, candidates, account })
    const { findings, likely } = findCauses(facts)
    return success({
      ...(site === undefined ? {} : { site }),
      ...(account ? { accountId: account.id, type: account.type } : {}),
      choices: listChoices(candidates.length > 0 ? candidates : accounts, account).map((it) => ({
        accountId: it.id,
        name: displayName(it),
      })),
      isMeasurable: site !== undefined,
      findings,
      likely,
    })
  }

  async function gather({
    site,
    text,
    kind,
    candidates,
    account,
  }: {
    readonly site: string | undefined
    readonly text: string
    readonly kind: PageKind | undefined
    readonly candidates: readonly Account[]
    readonly account: Account | undefined
  }): Promise<AssistFacts> {
    const standing =
      account && site !== undefined ? await trust.readStanding(account.id, site) : undefined
    const pageKind = toOtherKind(kind, text)
    const lastUse = account && (await memory.readUse(account.id))
    const measured = site === undefined ? undefined : await memory.readMeasured(site)
    const others = candidates.filter(({ id }) => id !== account?.id)
    const named = account && findNamed(account, others, text)
    const isAmong = candidates.some(({ id }) => id === account?.id)
    const fitting = isAmong ? undefined : candidates[0]
    const removedCorrectionMs = measured?.removedCorrectionMs
    return {
      now: await clock.readNow(),
      matching: candidates.length,
      clock: site === undefined ? { state: 'unmeasured', reason: 'no-site' } : toState(measured),
      correctionMs: await clock.readOffsetMs(),
      siteWords: readSiteWords(text),
      ...(site === undefined ? {} : { host: hostOfSite(site) }),
      ...(account ? { account: { ...account, name: displayName(account) } } : {}),
      ...(standing?.ok ? { standing: standing.value } : {}),
      ...(fitting ? { fitting: displayName(fitting) } : {}),
      ...(named ? { namedAccount: displayName(named) } : {}),
      ...(lastUse ? { lastUse } : {}),
      ...(pageKind ? { pageKind } : {}),
      ...(removedCorrectionMs === undefined ? {} : { removedCorrectionMs }),
    }
  }

  /** Accounts that are bound to the site, or may well belong there. */
  async function findCandidates(
    accounts: readonly Account[],
    site: string,
  ): Promise<readonly Account[]> {
    const bound = accounts.filter(({ sites }) => isBoundTo(sites, site))
    if (bound.length > 0) return bound
    const assessed = await trust.assess(site)
    const likely = new Set(assessed.ok ? assessed.value.likely : [])
    return accounts.filter(({ id }) => likely.has(id))
  }

  /** The one that was asked about, else the last one used, else the one that the site knows. */
  async function choose(
    accounts: readonly Account[],
    candidates: readonly Account[],
    accountId: string | undefined,
  ): Promise<Account | undefined> {
    const asked = accounts.find(({ id }) => id === accountId)
    if (asked) return asked
    const lastId = await memory.readLastUsed()
    const among = candidates.length > 0 ? candidates : accounts
    return among.find(({ id }) => id === lastId) ?? candidates[0]
  }

  /** Asks the site in front for its time. A correction that is not needed any more goes at once. */
  async function measure(accountId?: string): Promise<Result<AssistReport, ReadCode>> {
    const tab = await options.findActiveTab()
    const site = siteOfUrl(tab?.url)
    if (tab && site !== undefined) {
      const read = readSamples(await options.askServerTime(tab.tabId), site)
      const correctionMs = await clock.readOffsetMs()
      const isRightAgain =
        read.ok && correctionMs !== 0 && Math.abs(read.value.offsetMs) <= RIGHT_MS
      if (isRightAgain) {
        await clock.reset()
        await options.announce('settings.changed')
      }
      await memory.noteMeasured(site, {
        ...(read.ok ? { offsetMs: read.value.offsetMs } : { reason: read.code }),
        ...(isRightAgain ? { removedCorrectionMs: correctionMs } : {}),
      })
    }
    return check(accountId)
  }

  /** Adds what was last measured at the site in front to every code. */
  async function correctClock(): Promise<boolean> {
    const site = siteOfUrl((await options.findActiveTab())?.url)
    const measured = site === undefined ? undefined : await memory.readMeasured(site)
    if (measured?.offsetMs === undefined) return false
    return clock.correct(measured.offsetMs)
  }

  /** A page copied the code that this account shows now. */
  async function noteCopy(accountId: string): Promise<void> {
    const data = await vault.read()
    const account = data.ok && livingAccounts(data.value).find(({ id }) => id === accountId)
    if (account) await memory.noteUse(account, 'copy')
  }

  function toState(measured: Measured | undefined): ClockState {
    if (!measured) return { state: 'pending' }
    if (measured.offsetMs === undefined) {
      return { state: 'unmeasured', reason: measured.reason ?? 'unclear' }
    }
    return { state: 'measured', judgement: judgeClock(measured.offsetMs) }
  }

  return { check, measure, correctClock, noteCopy }
}

export type AssistService = ReturnType<typeof createAssistService>

/**
 * What the field says comes first; where it says nothing, the words of the page do. Of a token only the
 * page speaks, and it speaks plainly.
 */
function toOtherKind(kind: PageKind | undefined, text: string): OtherKind | undefined {
  if (kind === 'authenticator') return undefined
  const said = readPageKind(text)
  return said === 'hardware' ? said : (OTHER_KINDS.find((other) => other === kind) ?? said)
}

/** The one that is spoken of is among them, also where it does not belong to the site. */
function listChoices(
  accounts: readonly Account[],
  chosen: Account | undefined,
): readonly Account[] {
  return chosen && !accounts.includes(chosen) ? [chosen, ...accounts] : accounts
}

const MIN_NAME_CHARACTERS = 4

/** Another account of the site, if the page shows its user name and not that of the chosen one. */
function findNamed(
  account: Account,
  others: readonly Account[],
  text: string,
): Account | undefined {
  const shown = text.toLowerCase()
  const isShown = ({ account: name }: Account) =>
    name.length >= MIN_NAME_CHARACTERS && shown.includes(name.toLowerCase())
  return isShown(account) ? undefined : others.find(isShown)
}
