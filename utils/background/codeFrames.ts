import * as v from 'valibot'
import { PAGE_KINDS, type PageKind } from '../core/detect/pageKinds'
import { siteOfUrl } from '../core/match/site'
import { success, type Result } from '../core/result'
import type { FieldProbe, FrameEvent } from '../protocol/requests'

const MAX_ORIGIN_CHARACTERS = 300

const probeSchema = v.object({ score: v.number(), kind: v.picklist(PAGE_KINDS) })

interface FramesOptions {
  readonly injectAutofill: (
    tabId: number,
    frameIds?: readonly number[],
  ) => Promise<Result<readonly number[], 'page-forbidden'>>
  readonly sendToFrame: (tabId: number, frameId: number, event: FrameEvent) => Promise<unknown>
}

/** A frame that has a code field, by the word of its content script. */
export interface CodeFrame extends FieldProbe {
  readonly frameId: number
}

/** Finds the frames of a tab that have a code field. What they say is a hint and decides nothing. */
export function createCodeFrames({ injectAutofill, sendToFrame }: FramesOptions) {
  /** Best first. */
  async function rank(tabId: number): Promise<Result<readonly CodeFrame[], 'page-forbidden'>> {
    const frames = await injectAutofill(tabId)
    if (!frames.ok) return frames
    const probes = frames.value.map(async (frameId) => {
      const answer = await sendToFrame(tabId, frameId, { event: 'fill.probe' })
      return v.is(probeSchema, answer) && answer.score > 0 ? [{ frameId, ...answer }] : []
    })
    return success((await Promise.all(probes)).flat().sort((a, b) => b.score - a.score))
  }

  /** Which code the page asks for, by its best field; nothing where there is none or no access. */
  async function readKind(tabId: number): Promise<PageKind | undefined> {
    const ranked = await rank(tabId)
    return ranked.ok ? ranked.value[0]?.kind : undefined
  }

  /** The site that a frame says it is of; the browser says it again when the frame asks for a code. */
  async function readSite(tabId: number, frameId: number): Promise<string | undefined> {
    const origin = await sendToFrame(tabId, frameId, { event: 'fill.where' })
    const isNamed = typeof origin === 'string' && origin.length <= MAX_ORIGIN_CHARACTERS
    const site = isNamed ? siteOfUrl(origin) : undefined
    return site === origin ? site : undefined
  }

  /** Whether the page's own document is in a sandbox: such a one is of no site. */
  async function isIsolated(tabId: number): Promise<boolean> {
    return (await sendToFrame(tabId, 0, { event: 'fill.where' })) === 'null'
  }

  return { rank, readKind, readSite, isIsolated }
}

export type CodeFrames = ReturnType<typeof createCodeFrames>
