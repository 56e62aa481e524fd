import * as v from 'valibot'
import type { AccountDraft } from '../core/account'
import { siteOfUrl } from '../core/match/site'
import { checkParameters, type ParameterCode } from '../core/otp/checkParameters'
import { readTypedKey } from '../core/otp/remarkKey'
import { cleanName } from '../core/otpauth/cleanText'
import type { QrReading, QrReadingCode, QrReply } from '../core/qr/qrReading'
import { failure, success, type Failure, type Result } from '../core/result'
import { findCaptureRule } from '../core/scan/captureRule'
import type { Finding, ScanOrigin } from '../core/scan/finding'
import type { ChosenPicture } from '../platform/contextMenu'
import type { FrameResult } from '../platform/pageScan'
import type { StorageArea } from '../platform/storage'
import type { Tab } from '../platform/tabs'
import type { DraftReport, TypedDraft } from '../protocol/views'
import type { DraftService } from './draftService'
import { readFrames, type PagePicture } from './pageScan'
import type { ReportService } from './reportService'
import type { ReadCode } from './vaultService'

const MAX_LINES = 20_000
const CHOSEN_KEY = 'chosenPicture'
const chosenSchema = v.object({ tabId: v.number(), frameId: v.number(), src: v.string() })
const VISIBLE: ScanOrigin = { kind: 'qr', place: 'visible' }

interface ScanOptions {
  readonly drafts: DraftService
  readonly reports: ReportService
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly captureVisibleTab: (
    windowId: number | undefined,
  ) => Promise<Result<string, 'capture-forbidden'>>
  readonly scanFrames: (tabId: number) => Promise<readonly FrameResult[]>
  readonly findTab: (tabId: number) => Promise<Tab | undefined>
  readonly readPictureOf: (
    tabId: number,
    frameId: number,
    src: string,
  ) => Promise<string | undefined>
  /** Memory-backed. */
  readonly area: StorageArea
  readonly revealPicture: (tabId: number, frameId: number, index: number) => Promise<void>
  readonly readQr: (job: { dataUrl: string }, signal?: AbortSignal) => Promise<QrReply>
}

type TabScanCode =
  ReadCode | QrReadingCode | 'no-tab' | 'no-qr' | 'qr-outside' | 'capture-forbidden'

/** Every way in which something becomes drafts: the page, an image, a pasted text, typing. */
export function createScanService(options: ScanOptions) {
  const { drafts, findActiveTab, captureVisibleTab } = options
  const { report } = options.reports
  let running = new AbortController()

  /**
   * Everything that the active tab shows or holds: codes on the screen, pictures of codes beyond it, setup
   * links and keys. The tab's site is proposed.
   */
  async function scanTab(): Promise<Result<DraftReport, TabScanCode>> {
    const tab = await findActiveTab()
    if (!tab) return failure('no-tab')
    const [screen, frames] = await Promise.all([readScreen(tab), options.scanFrames(tab.tabId)])
    const seen = screen.ok ? toFindings(screen.value, VISIBLE) : []
    const { findings, pictures } = readFrames(frames)
    const within = await readPictures(pictures, seen.length > 0)
    const all = [...seen, ...within, ...findings]
    const site = siteOfUrl(tab.url)
    if (all.length > 0) return report(all, 'qr', site)
    if (!screen.ok) return explain(screen, tab.url)
    const unread = pictures.find(({ dataUrl, place }) => !dataUrl && place !== 'visible')
    if (unread) return failure('qr-outside', { frameId: unread.frameId, index: unread.index })
    return failure(screen.value.isComplete ? 'no-qr' : 'scan-timeout')
  }

  async function readScreen({
    windowId,
  }: Tab): Promise<Result<QrReading, QrReadingCode | 'capture-forbidden'>> {
    const image = await captureVisibleTab(windowId)
    return image.ok ? readPicture(image.value) : image
  }

  /** Scrolls to a picture of the page that could not be read where it was, and scans again. */
  async function scanRevealed(
    frameId: number,
    index: number,
  ): Promise<Result<DraftReport, TabScanCode>> {
    const tab = await findActiveTab()
    if (!tab) return failure('no-tab')
    await options.revealPicture(tab.tabId, frameId, index)
    return scanTab()
  }

  /** Pictures in the page. What the screen shows whole has been read there, if anything was. */
  async function readPictures(
    pictures: readonly PagePicture[],
    isScreenRead: boolean,
  ): Promise<readonly Finding[]> {
    const findings: Finding[] = []
    for (const { dataUrl, place } of pictures) {
      if (dataUrl === undefined || (isScreenRead && place === 'visible')) continue
      const reading = await readPicture(dataUrl)
      if (reading.ok) findings.push(...toFindings(reading.value, { kind: 'qr', place }))
      else if (reading.code === 'scan-cancelled') break
    }
    return findings
  }

  /** Keeps which picture was chosen in the context menu, until the popup asks for it. */
  async function choosePicture(picture: ChosenPicture): Promise<void> {
    await options.area.set({ [CHOSEN_KEY]: picture })
  }

  async function isPictureChosen(): Promise<boolean> {
    return (await readChosen()) !== undefined
  }

  /** Reads the chosen picture; what the frame does not give away is read from the screen. */
  async function scanChosen(): Promise<Result<DraftReport, TabScanCode>> {
    const picture = await readChosen()
    await options.area.remove([CHOSEN_KEY])
    if (!picture) return failure('no-qr')
    const { tabId, frameId, src } = picture
    const dataUrl = await options.readPictureOf(tabId, frameId, src)
    if (dataUrl === undefined) return scanTab()
    const tab = await options.findTab(tabId)
    return readImage(dataUrl, siteOfUrl(tab?.url))
  }

  async function readChosen(): Promise<ChosenPicture | undefined> {
    const stored = v.safeParse(chosenSchema, (await options.area.get([CHOSEN_KEY]))[CHOSEN_KEY])
    return stored.success ? stored.output : undefined
  }

  async function readImage(
    dataUrl: string,
    site?: string,
  ): Promise<Result<DraftReport, ReadCode | QrReadingCode | 'no-qr'>> {
    const reading = await readPicture(dataUrl)
    if (!reading.ok) return reading
    const { codes, isComplete } = reading.value
    if (codes.length === 0) return failure(isComplete ? 'no-qr' : 'scan-timeout')
    return report(toFindings(reading.value, VISIBLE), 'qr', site)
  }

  function readPicture(dataUrl: string): Promise<QrReply> {
    return options.readQr({ dataUrl }, running.signal)
  }

  /** Ends what is being read now. */
  function cancel(): void {
    running.abort()
    running = new AbortController()
  }

  /** Reads pasted text: one link a line. */
  function readText(text: string): Promise<Result<DraftReport, ReadCode | 'too-many-links'>> {
    const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '')
    const origin: ScanOrigin = { kind: 'link', place: 'visible' }
    if (lines.length > MAX_LINES) {
      return Promise.resolve(failure('too-many-links', { max: MAX_LINES }))
    }
    const findings = lines.map((line) => ({ text: line, origin }))
    return report(findings, 'link')
  }

  async function readTyped(
    typed: TypedDraft,
  ): Promise<Result<DraftReport, ReadCode | ParameterCode>> {
    const { secret, remarks } = readTypedKey(typed.secret)
    const parameters = checkParameters({ ...typed, secret })
    if (!parameters.ok) return parameters
    const draft: AccountDraft = {
      ...parameters.value,
      issuer: cleanName(typed.issuer),
      account: cleanName(typed.account),
    }
    const views = await drafts.propose([{ draft, isExported: false, remarks }], 'typed')
    return views.ok ? success({ drafts: views.value, refusals: [] }) : views
  }

  return {
    scanTab,
    scanRevealed,
    choosePicture,
    isPictureChosen,
    scanChosen,
    cancel,
    readImage: (dataUrl: string) => readImage(dataUrl),
    readText,
    readTyped,
  }
}

export type ScanService = ReturnType<typeof createScanService>

function toFindings({ codes }: QrReading, origin: ScanOrigin): readonly Finding[] {
  return codes.map(({ text }) => ({ text, origin }))
}

/** A page that may not be captured: by which rule. */
function explain<Code extends string>(
  refused: Failure<Code>,
  url: string | undefined,
): Failure<Code> {
  return refused.code === 'capture-forbidden'
    ? failure(refused.code, { rule: findCaptureRule(url) })
    : refused
}
