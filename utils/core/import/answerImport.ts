import type { Bytes } from '../bytes'
import { FOREIGN_LIMITS } from '../crypto/foreignKdf'
import { success } from '../result'
import type { Entry, ReadContext } from './importer'
import { readImport, type ReadFile } from './readImport'

/** What a page asks of the worker: both on this machine, and of one build. */
export interface ImportQuestion {
  readonly bytes: Bytes
  readonly password?: string
  readonly columns?: Readonly<Record<string, string>>
}
export type ImportAnswer = ReadFile

/** What only a browser can do. */
export interface PictureTools {
  readonly readQrCodes: ReadContext['readQrCodes']
  /** A small picture that was drawn anew, so that nothing of the file's own bytes is kept. */
  readonly shrinkIcon: (dataUrl: string) => Promise<string | undefined>
}

/** Reads one file in the worker. */
export async function answerImport(
  { bytes, password, columns }: ImportQuestion,
  { readQrCodes, shrinkIcon }: PictureTools,
): Promise<ImportAnswer> {
  const file = await readImport(bytes, {
    limits: FOREIGN_LIMITS,
    readQrCodes,
    ...(password === undefined ? {} : { password }),
    ...(columns === undefined ? {} : { columns }),
  })
  if (!file.result.ok) return file
  const entries: Entry[] = []
  for (const entry of file.result.value.entries)
    entries.push(await withSmallIcon(entry, shrinkIcon))
  return { ...file, result: success({ ...file.result.value, entries }) }
}

async function withSmallIcon(entry: Entry, shrink: PictureTools['shrinkIcon']): Promise<Entry> {
  if (!entry.ok || entry.value.icon === undefined) return entry
  const { icon, ...account } = entry.value
  const small = await shrink(icon)
  if (small !== undefined) return { ...entry, value: { ...account, icon: small } }
  return { ...entry, value: account, remarks: [...entry.remarks, 'icon-left-out'] }
}
