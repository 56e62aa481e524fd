import type { Account } from '../account'
import { utf8 } from '../bytes'
import { FOREIGN_LIMITS } from '../crypto/foreignKdf'
import { cleanExtras } from '../import/cleanExtras'
import type { Entry } from '../import/importer'
import { readImport } from '../import/readImport'
import { readUriLine } from '../import/readUriLine'
import { encodeQr, paintQr, type QrPicture } from '../qr/encodeQr'
import type { Pixels } from '../qr/qrReading'
import { failure, success, type Result } from '../result'
import type { Exporter, LeftOut, WriteTools } from './exporter'
import { EXPORT_FORMATS, type ExportFormat, type ExportId } from './exportFormats'
import { EXPORTERS } from './exporters'

/** What a page asks of the worker: of this build, and with secrets. */
export interface ExportQuestion {
  readonly exportAs: ExportId
  readonly accounts: readonly Account[]
  readonly password: string
}

export interface Exported {
  /** The text of a file, where it is one. */
  readonly text: string
  readonly codes: readonly QrPicture[]
  /** How many accounts are in it, and those that are not, with the reason. */
  readonly count: number
  readonly leftOut: readonly LeftOut[]
}

export type ExportCode = 'export-unsound' | 'export-empty'
export type ExportAnswer = Result<Exported, ExportCode>

export interface ExportTools extends Omit<WriteTools, 'password'> {
  /** The texts of the QR codes in a picture, by the reader that reads them from screens. */
  readonly readQr: (pixels: Pixels) => Promise<readonly string[]>
}

/**
 * Writes an export and reads it back: nothing is handed over that the importer does not read as what it
 * was. An account that does not come back as it is, is named and left out.
 */
export async function writeExport(
  { exportAs, accounts, password }: ExportQuestion,
  tools: ExportTools,
): Promise<ExportAnswer> {
  const format: ExportFormat = EXPORT_FORMATS[exportAs]
  const exporter = EXPORTERS[exportAs]
  const leftOut: LeftOut[] = []
  let left = accounts.map(cleanAccount).filter((account) => {
    const code = exporter.refuse(account)
    if (code) leftOut.push(nameOf(account, code))
    return code === undefined
  })
  for (const isLastTry of [false, true]) {
    if (left.length === 0) return failure('export-empty')
    const texts = await exporter.write(left, { ...tools, password })
    const codes = format.isFile ? [] : texts.map(encodeQr)
    const entries = format.isFile
      ? await readFile(texts.join(''), password, format.isSealed)
      : await readCodes(codes, tools)
    const isExact = (account: Account, at: number) => isSame(account, entries[at], exporter)
    if (entries.length === left.length && left.every(isExact)) {
      return success({
        text: format.isFile ? texts.join('') : '',
        codes,
        count: left.length,
        leftOut,
      })
    }
    if (isLastTry || entries.length !== left.length) break
    const changed = left.filter((account, at) => !isExact(account, at))
    leftOut.push(...changed.map((account) => nameOf(account, 'changed')))
    left = left.filter(isExact)
  }
  return failure('export-unsound')
}

/** Extras as a reader would clean them too: they are no reason to leave an account out. */
function cleanAccount({ note, tags, icon, ...account }: Account): Account {
  return { ...account, ...cleanExtras({ note, tags, icon }) }
}

async function readFile(
  text: string,
  password: string,
  isSealed: boolean,
): Promise<readonly Entry[]> {
  const { result } = await readImport(utf8(text), {
    limits: FOREIGN_LIMITS,
    readQrCodes: () => Promise.resolve(failure('no-qr')),
    ...(isSealed ? { password } : {}),
  })
  return result.ok ? result.value.entries : []
}

async function readCodes(
  codes: readonly QrPicture[],
  { readQr }: ExportTools,
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const code of codes) {
    const [text, ...others] = await readQr(paintQr(code))
    if (text !== code.text || others.length > 0) return []
    entries.push(...readUriLine(text).entries)
  }
  return entries
}

function isSame(account: Account, entry: Entry | undefined, { keep }: Exporter): boolean {
  if (!entry?.ok) return false
  const expected = { ...codeOf(account), ...keep(account) }
  return Object.entries(expected).every(
    ([key, value]) =>
      JSON.stringify(entry.value[key as keyof typeof expected]) === JSON.stringify(value),
  )
}

/** What nobody may change on the way. */
function codeOf(account: Account) {
  const { type, secret, algorithm, digits, periodSeconds, counter, issuer } = account
  const names = { issuer, account: account.account }
  return { type, secret, algorithm, digits, periodSeconds, counter, ...names }
}

function nameOf({ issuer, account }: Account, code: LeftOut['code']): LeftOut {
  return { issuer, account, code }
}
