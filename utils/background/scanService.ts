import type { AccountDraft } from '../core/account'
import { siteOfUrl } from '../core/match/site'
import { checkParameters, type ParameterCode } from '../core/otp/checkParameters'
import { cleanName } from '../core/otpauth/cleanText'
import { parseOtpPayload, type PayloadCode } from '../core/otpauth/parseOtpPayload'
import { MAX_PIXELS, decodeQrCodes, type Pixels } from '../core/qr/decodeQrCodes'
import { failure, success, type Result } from '../core/result'
import type { ImageCode } from '../platform/images'
import type { Tab } from '../platform/tabs'
import type { DraftReport, DraftSource, TypedDraft } from '../protocol/requests'
import type { DraftService } from './draftService'
import type { ReadCode } from './vaultService'

const MAX_LINES = 10_000

interface ScanOptions {
  readonly drafts: DraftService
  readonly findActiveTab: () => Promise<Tab | undefined>
  readonly captureVisibleTab: () => Promise<Result<string, 'capture-forbidden'>>
  readonly readImage: (dataUrl: string, maxPixels: number) => Promise<Result<Pixels, ImageCode>>
}

/** Every way in which something becomes drafts: the page, an image, a pasted text, typing. */
export function createScanService(options: ScanOptions) {
  const { drafts, findActiveTab, captureVisibleTab, readImage } = options

  /** Reads every QR code in the visible part of the active tab and proposes the tab's site. */
  async function scanTab(): Promise<
    Result<DraftReport, ReadCode | ImageCode | 'no-tab' | 'no-qr' | 'capture-forbidden'>
  > {
    const tab = await findActiveTab()
    if (!tab) return failure('no-tab')
    const image = await captureVisibleTab()
    return image.ok ? readQr(image.value, siteOfUrl(tab.url)) : image
  }

  async function readQr(
    dataUrl: string,
    site?: string,
  ): Promise<Result<DraftReport, ReadCode | ImageCode | 'no-qr'>> {
    const pixels = await readImage(dataUrl, MAX_PIXELS)
    if (!pixels.ok) return pixels
    const codes = decodeQrCodes(pixels.value)
    if (codes.length === 0) return failure('no-qr')
    return report(
      codes.map(({ text }) => text),
      'qr',
      site,
    )
  }

  /** Reads pasted text: one link a line. */
  function readText(text: string): Promise<Result<DraftReport, ReadCode>> {
    const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '')
    return report(lines.slice(0, MAX_LINES), 'link')
  }

  async function readTyped(
    typed: TypedDraft,
  ): Promise<Result<DraftReport, ReadCode | ParameterCode>> {
    const parameters = checkParameters(typed)
    if (!parameters.ok) return parameters
    const draft: AccountDraft = {
      ...parameters.value,
      issuer: cleanName(typed.issuer),
      account: cleanName(typed.account),
    }
    const views = await drafts.propose([draft], 'typed')
    return views.ok ? success({ drafts: views.value, refusals: [] }) : views
  }

  async function report(
    texts: readonly string[],
    source: DraftSource,
    site?: string,
  ): Promise<Result<DraftReport, ReadCode>> {
    const results = [...new Set(texts)].map(parseOtpPayload)
    const readable = results.filter((result) => result.ok).map(({ value }) => value)
    const refusals = results.filter((result) => !result.ok).map(toRefusal)
    const views = await drafts.propose(readable, source, site)
    return views.ok ? success({ drafts: views.value, refusals }) : views
  }

  return { scanTab, readImage: (dataUrl: string) => readQr(dataUrl), readText, readTyped }
}

export type ScanService = ReturnType<typeof createScanService>

function toRefusal({
  code,
  detail,
}: {
  readonly code: PayloadCode
  readonly detail?: DraftReport['refusals'][number]['detail']
}): DraftReport['refusals'][number] {
  return detail ? { code, detail } : { code }
}
