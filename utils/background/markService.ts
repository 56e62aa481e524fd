import * as v from 'valibot'
import { siteOfUrl } from '../core/match/site'
import type { Result } from '../core/result'
import { fieldHintSchema, type SiteChange } from '../core/vault/sitePreferences'
import type { FieldEntry } from '../platform/contextMenu'
import type { Tab } from '../platform/tabs'
import type { FrameEvent } from '../protocol/requests'
import type { Approvals } from './approvals'
import type { CodeFrames } from './codeFrames'
import type { FillService } from './fillService'
import type { SiteService } from './siteService'
import type { VaultService } from './vaultService'

interface MarkOptions {
  readonly vault: Pick<VaultService, 'readStatus'>
  readonly sites: SiteService
  readonly fill: FillService
  readonly approvals: Pick<Approvals, 'findBound'>
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
  const { vault, sites, fill, findActiveTab } = options

  /** An entry was chosen in a field: fill it here, or never offer in it, or nowhere on this site. */
  async function choose({ tabId, frameId, frameUrl, pageUrl, entry }: FieldEntry): Promise<void> {
    // A frame without an address of its own says itself of which site it is; a ticket is checked anew.
    const site = siteOfUrl(frameUrl) ?? (await options.frames.readSite(tabId, frameId))
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

  return { choose, fillByKey }
}

export type MarkService = ReturnType<typeof createMarkService>
