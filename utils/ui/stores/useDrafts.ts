import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { failure, success, type Failure } from '../../core/result'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import type { RequestCode } from '../../protocol/requests'
import type {
  AddChoice,
  Detail,
  DraftReport,
  DraftView,
  PartsKind,
  PartsView,
  TypedDraft,
} from '../../protocol/views'
import { readDataUrl } from '../readDataUrl'

export type { AddChoice, DraftView, TypedDraft } from '../../protocol/views'

/** What was read, and what was not; of several pictures some may be no pictures at all. */
interface Reading {
  readonly drafts: readonly DraftView[]
  readonly refusals: readonly {
    readonly code: RequestCode
    readonly detail?: Detail
    readonly name?: string
  }[]
  readonly parts?: PartsView
  readonly holdsParts?: PartsKind
}

/** What was found by scanning, pasting or choosing, until it is added or left. */
export const useDrafts = defineStore('drafts', () => {
  const report = shallowRef<Reading>()
  const problem = shallowRef<Failure<RequestCode>>()
  const isReading = shallowRef(false)
  const parts = shallowRef<PartsView>()
  const isPartRepeated = shallowRef(false)

  const scanTab = () => read(() => request('accounts.scanTab', {}))
  const scanRevealed = (frameId: number, index: number) =>
    read(() => request('accounts.scanRevealed', { frameId, index }))
  const scanChosen = () => read(() => request('accounts.scanChosen', {}))
  const cancelScan = () => request('accounts.cancelScan', {})
  const readText = (text: string) => read(() => request('accounts.readText', { text }))
  const readImages = (files: readonly Blob[]) => read(() => readAll(files))

  /** Whether there is something to review; otherwise `problem` says why not. */
  async function read(ask: () => Promise<Reply<Reading>>): Promise<boolean> {
    if (isReading.value) return false
    isReading.value = true
    problem.value = undefined
    const reply = await ask()
    isReading.value = false
    const refused = reply.ok ? refusalOf(reply.value) : reply
    problem.value = refused
    const isShown = reply.ok && reply.value.drafts.length > 0
    report.value = isShown ? reply.value : undefined
    if (reply.ok && reply.value.parts) noteParts(reply.value.parts)
    return isShown
  }

  function noteParts(next: PartsView): void {
    isPartRepeated.value = JSON.stringify(parts.value) === JSON.stringify(next)
    parts.value = next
  }

  /** What was gathered so far, without the parts that are missing. */
  async function reviewParts(): Promise<boolean> {
    const isShown = await read(() => request('accounts.reviewParts', {}))
    isPartRepeated.value = false
    // Their time was over.
    if (problem.value?.code === 'draft-missing') parts.value = undefined
    return isShown
  }

  /** Goes on where the popup was when it closed between two parts of an export. */
  function resumeParts(gathered: PartsView): void {
    parts.value = gathered
  }

  async function dropParts(which: PartsKind = 'all'): Promise<void> {
    parts.value = undefined
    isPartRepeated.value = false
    const reply = await request('accounts.dropParts', { which })
    if (reply.ok) parts.value = reply.value ?? undefined
  }

  /** Reads a typed key for its preview, or says what is wrong with it. */
  function readTyped(typed: TypedDraft): Promise<Reply<DraftReport>> {
    return request('accounts.readTyped', { ...typed })
  }

  async function add(choices: readonly AddChoice[]): Promise<Reply<readonly AccountView[]>> {
    const reply = await request('accounts.add', { choices })
    if (!reply.ok) return reply
    if (report.value?.holdsParts) void dropParts(report.value.holdsParts)
    forget()
    return reply
  }

  function forget(): void {
    report.value = undefined
    problem.value = undefined
  }

  /** What was wrong is not any more. */
  function dismiss(): void {
    problem.value = undefined
  }

  /** Nothing that was found stays on the page. */
  function clear(): void {
    forget()
    parts.value = undefined
  }

  return {
    report: computed(() => report.value),
    problem: computed(() => problem.value),
    isReading: computed(() => isReading.value),
    /** What was gathered of an export that shows one code after the other. */
    parts: computed(() => parts.value),
    /** The last scan brought nothing new of it. */
    isPartRepeated: computed(() => isPartRepeated.value),
    scanTab,
    scanRevealed,
    scanChosen,
    cancelScan,
    readText,
    readImages,
    reviewParts,
    resumeParts,
    dropParts,
    readTyped,
    add,
    dismiss,
    clear,
  }
})

/** Several pictures make one report; it fails only when not one of them could be read. */
async function readAll(files: readonly Blob[]): Promise<Reply<Reading>> {
  const replies: Reply<DraftReport>[] = []
  for (const file of files) {
    const dataUrl = await readDataUrl(file)
    replies.push(
      dataUrl.ok ? await request('accounts.readImage', { dataUrl: dataUrl.value }) : dataUrl,
    )
  }
  const [first] = replies
  if (first && replies.every(({ ok }) => !ok)) return first
  const reports = replies.flatMap((reply) => (reply.ok ? [reply.value] : []))
  // Parts of one export may come as several pictures; the last word on them holds all the others.
  const last = reports.findLast(({ parts }) => parts !== undefined)
  return success({
    drafts: reports.flatMap((it) => (it.holdsParts && it !== last ? [] : it.drafts)),
    refusals: replies.flatMap((reply): Reading['refusals'] =>
      reply.ok ? reply.value.refusals : [reply],
    ),
    ...(last?.parts ? { parts: last.parts } : {}),
    ...(last?.holdsParts ? { holdsParts: last.holdsParts } : {}),
  })
}

/** A report that brought nothing is a failure: its first refusal says why. */
function refusalOf({ drafts, refusals, parts }: Reading): Failure<RequestCode> | undefined {
  const [first] = refusals
  if (drafts.length > 0 || (parts && !first)) return undefined
  return first ? failure(first.code, first.detail) : failure('other-code')
}
