import { isWhole } from '../core/otpauth/exportProgress'
import { hostOfSite } from '../core/match/site'
import { failure, success, type Result } from '../core/result'
import type { Finding } from '../core/scan/finding'
import { mergeFindings, type Refusal } from '../core/scan/mergeFindings'
import type {
  DraftRefusal,
  DraftReport,
  DraftSource,
  PartsKind,
  PartsView,
} from '../protocol/views'
import type { DraftService } from './draftService'
import type { PartsService, TextExport } from './partsService'
import type { ReadCode } from './vaultService'

interface ReportOptions {
  readonly drafts: DraftService
  readonly parts: PartsService
}

/** What was found, as a person reviews it: drafts, refusals, and how far an export is read. */
export function createReportService({ drafts, parts }: ReportOptions) {
  /**
   * What was found as drafts. Parts of an export that is spread over several codes wait for the others,
   * from this scan and from those before it.
   */
  async function report(
    findings: readonly Finding[],
    source: DraftSource,
    site?: string,
  ): Promise<Result<DraftReport, ReadCode>> {
    const gathered = await parts.gather(findings)
    if (!gathered) return propose(findings, source, site)
    const { exports, others } = gathered
    const whole = exports.filter(({ progress }) => isWhole(progress))
    const reply = await propose([...others, ...toFindings(whole)], source, site)
    return withParts(reply, exports, whole.length > 0 ? 'whole' : undefined)
  }

  /** What was gathered so far; the person does without the rest. */
  async function reviewParts(): Promise<Result<DraftReport, ReadCode | 'draft-missing'>> {
    const exports = await parts.read()
    if (exports.length === 0) return failure('draft-missing')
    return withParts(await propose(toFindings(exports), 'qr'), exports, 'all')
  }

  /** What was gathered; `undefined` where that is nothing. */
  async function readParts(): Promise<PartsView | undefined> {
    const exports = await parts.read()
    return exports.length === 0 ? undefined : viewParts(exports)
  }

  async function propose(
    findings: readonly Finding[],
    source: DraftSource,
    site?: string,
  ): Promise<Result<DraftReport, ReadCode>> {
    const { found, refusals } = mergeFindings(findings, site ? hostOfSite(site) : '')
    const views = await drafts.propose(found, source, site)
    if (!views.ok) return views
    // They come back in the order in which they were proposed.
    const withOrigins = views.value.map((view, index) => ({
      ...view,
      origins: found[index]?.origins ?? [],
    }))
    return success({ drafts: withOrigins, refusals: refusals.map(toRefusal) })
  }

  return { report, reviewParts, readParts }
}

export type ReportService = ReturnType<typeof createReportService>

function withParts(
  reply: Result<DraftReport, ReadCode>,
  exports: readonly TextExport[],
  holdsParts: PartsKind | undefined,
): Result<DraftReport, ReadCode> {
  if (!reply.ok) return reply
  const parts = viewParts(exports)
  return success({ ...reply.value, parts, ...(holdsParts ? { holdsParts } : {}) })
}

function viewParts(exports: readonly TextExport[]): PartsView {
  return {
    exports: exports.map(({ progress }) => progress),
    accounts: mergeFindings(toFindings(exports), '').found.length,
  }
}

function toFindings(exports: readonly TextExport[]): readonly Finding[] {
  const texts = exports.flatMap(({ parts }) => parts.map(({ text }) => text))
  return texts.map((text) => ({ text, origin: { kind: 'qr', place: 'visible' } }))
}

function toRefusal({ code, detail, name }: Refusal): DraftRefusal {
  return { code, ...(detail ? { detail } : {}), ...(name === undefined ? {} : { name }) }
}
