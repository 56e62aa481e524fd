import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AccountView } from '../../core/account'
import { failure, success, type Failure } from '../../core/result'
import { request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import type {
  AddChoice,
  Detail,
  DraftReport,
  DraftView,
  RequestCode,
  TypedDraft,
} from '../../protocol/requests'
import { readDataUrl } from '../readDataUrl'

export type { AddChoice, DraftView, TypedDraft } from '../../protocol/requests'

/** What was read, and what was not; of several pictures some may be no pictures at all. */
interface Reading {
  readonly drafts: readonly DraftView[]
  readonly refusals: readonly { readonly code: RequestCode; readonly detail?: Detail }[]
}

/** What was found by scanning, pasting or choosing, until it is added or left. */
export const useDrafts = defineStore('drafts', () => {
  const report = shallowRef<Reading>()
  const problem = shallowRef<Failure<RequestCode>>()
  const isReading = shallowRef(false)

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
    report.value = reply.ok && !refused ? reply.value : undefined
    return report.value !== undefined
  }

  /** Reads a typed key for its preview, or says what is wrong with it. */
  function readTyped(typed: TypedDraft): Promise<Reply<DraftReport>> {
    return request('accounts.readTyped', { ...typed })
  }

  async function add(choices: readonly AddChoice[]): Promise<Reply<readonly AccountView[]>> {
    const reply = await request('accounts.add', { choices })
    if (reply.ok) forget()
    return reply
  }

  function forget(): void {
    report.value = undefined
    problem.value = undefined
  }

  return {
    report: computed(() => report.value),
    problem: computed(() => problem.value),
    isReading: computed(() => isReading.value),
    scanTab,
    scanRevealed,
    scanChosen,
    cancelScan,
    readText,
    readImages,
    readTyped,
    add,
    forget,
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
  return success({
    drafts: replies.flatMap((reply) => (reply.ok ? reply.value.drafts : [])),
    refusals: replies.flatMap((reply): Reading['refusals'] =>
      reply.ok ? reply.value.refusals : [reply],
    ),
  })
}

/** A report without a single draft is a failure: its first refusal says why. */
function refusalOf({ drafts, refusals }: Reading): Failure<RequestCode> | undefined {
  if (drafts.length > 0) return undefined
  const [first] = refusals
  return first ? failure(first.code, first.detail) : failure('other-code')
}
