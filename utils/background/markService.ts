import * as v from 'valibot'
import type { FieldHint } from '../core/detect/fieldHint'
import { siteOfUrl } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import { fieldHintSchema, type SiteChange } from '../core/vault/sitePreferences'
import type { FieldEntry } from '../platform/contextMenu'
import type { Tab } from '../platform/tabs'
import type { FrameEvent, RequestCode } from '../protocol/requests'
import type { FrameSpeaker } from '../protocol/sender'
import type { Approvals } from './approvals'
import type { CodeFrames } from './codeFrames'
import type { FillService } from './fillService'
import type { FillStore } from './fillStore'
import type { SiteService } from './siteService'
import type { VaultService } from './vaultService'

/** Longer than the page waits for it. */
const POINTING_LIFETIME_MS = 35_000

interface MarkOptions {
  readonly store: FillStore
  readonly now: () => number
  readonly vault: Pick<VaultService, 'readStatus'>
  readonly sites: SiteService
  readonly fill: FillService
  readonly approvals: Pick<Approvals, 'findBound' | 'approve'>
  readonly frames: CodeFrames
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly hasSiteAccess: (site: string) => Promise<boolean>
  readonly injectAutofill: (
    tabId: number,
    frameIds?: readonly number[],
  ) => Promise<Result<readonly number[], 'page-forbidden'>>
  readonly sendToFrame: (tabId: number, frameId: number, event: FrameEvent) => Promise<unknown>
}

/**
 * The person's own word, given where no page can forge it: in the browser's context menu and by its keys.
 * What cannot be done in the page goes on in the popup.
 */
export function createMarkService(options: MarkOptions) {
  const { store, vault, sites, fill, findActiveTab } = options

  /** An entry was chosen in a field: fill it here, or never offer in it, or nowhere on this site. */
  async function choose({ tabId, frameId, frameUrl, pageUrl, entry }: FieldEntry): Promise<void> {
    const site = siteOfUrl(frameUrl)
    // Frames of other sites get no codes, so there is nothing to remember about them.
    if (site === undefined || site !== siteOfUrl(pageUrl))
      return fill.goOnInPopup({ tabId, site: '' })
    if ((await vault.readStatus()) !== 'unlocked') {
      const missed = entry === 'fill-here' ? {} : ({ isMissed: true } as const)
      return fill.goOnInPopup({ tabId, site, ...missed })
    }
    if (entry === 'hide-site') {
      await sites.prefer(site, { isHidden: true })
      await tell(tabId, frameId, { event: 'menu.close', refocus: false, isOver: true })
      return
    }
    const frames = await options.injectAutofill(tabId, [frameId])
    const answer = frames.ok ? await tell(tabId, frameId, { event: 'field.mark' }) : undefined
    const hint = v.safeParse(fieldHintSchema, answer)
    if (!hint.success) return fill.goOnInPopup({ tabId, site })
    const change: SiteChange =
      entry === 'fill-here' ? { field: hint.output } : { never: hint.output }
    await sites.prefer(site, change)
    await tell(tabId, frameId, { event: 'hints.changed', hints: await sites.readHints(site) })
    if (entry === 'never-here') {
      await tell(tabId, frameId, { event: 'menu.close', refocus: false, isOver: true })
    } else await showAt(tabId, frameId, site)
  }

  /** The next field that the person presses in the tab in front is the one, and gets the code. */
  async function askForField(accountId: string, site: string): Promise<Result<null, RequestCode>> {
    const tab = await findActiveTab()
    if (!tab || siteOfUrl(tab.url) !== site) return failure('site-unknown')
    const { tabId } = tab
    const frames = await options.injectAutofill(tabId)
    if (!frames.ok) return frames
    const frameIds = [...frames.value]
    await store.change((stored) => {
      const expiresAt = options.now() + POINTING_LIFETIME_MS
      stored.pointing = { tabId, frameIds, site, accountId, expiresAt }
    })
    await Promise.all(frameIds.map((frameId) => tell(tabId, frameId, { event: 'field.ask' })))
    return success(null)
  }

  /** The answer of one frame, which counts once, and for a frame of the very site that was asked. */
  async function takeField(speaker: FrameSpeaker, field: FieldHint | undefined): Promise<void> {
    const { tabId, frameId, documentId, site } = speaker
    const asked = await store.change((stored) => {
      const found = stored.pointing
      if (found?.tabId !== tabId || found.site !== site) return undefined
      stored.pointing = undefined
      return found
    })
    if (!asked || asked.expiresAt <= options.now()) return
    const isOver = { event: 'field.ask', isOver: true } as const
    await Promise.all(asked.frameIds.map((id) => tell(tabId, id, isOver)))
    if (!field) return
    const { accountId } = asked
    await sites.prefer(site, { field })
    await tell(tabId, frameId, { event: 'hints.changed', hints: await sites.readHints(site) })
    const place = { tabId, frameId, documentId, site }
    const filled = await options.approvals.approve(accountId, place)
    if (!filled.ok) await fill.goOnInPopup({ tabId, site, accountId })
  }

  /** The keys for a code: filled at once where only one account is meant, else chosen at the field. */
  async function fillByKey(): Promise<void> {
    const tab = await findActiveTab()
    const site = siteOfUrl(tab?.url)
    if (!tab || site === undefined) return fill.goOnInPopup({ tabId: tab?.tabId ?? -1, site: '' })
    const { tabId } = tab
    const [only, ...others] = await options.approvals.findBound(site)
    if (!only) return fill.goOnInPopup({ tabId, site })
    if (others.length === 0) {
      const filled = await fill.start(only.id, site)
      return filled.ok ? undefined : fill.goOnInPopup({ tabId, site, accountId: only.id })
    }
    const ranked = await options.frames.rank(tabId)
    const best = ranked.ok ? ranked.value[0] : undefined
    return best ? showAt(tabId, best.frameId, site) : fill.goOnInPopup({ tabId, site })
  }

  /** The offer at the field; without access to the site no offer stands in it. */
  async function showAt(tabId: number, frameId: number, site: string): Promise<void> {
    if (await options.hasSiteAccess(site)) await tell(tabId, frameId, { event: 'menu.open' })
    else await fill.goOnInPopup({ tabId, site })
  }

  const tell = (tabId: number, frameId: number, event: FrameEvent) =>
    options.sendToFrame(tabId, frameId, event)

  return { choose, askForField, takeField, fillByKey }
}

export type MarkService = ReturnType<typeof createMarkService>
