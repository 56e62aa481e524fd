import type { Bytes } from '../bytes'
import { FOREIGN_LIMITS } from '../crypto/foreignKdf'
import type { ReadContext } from './importer'
import { readImport, type ReadFile } from './readImport'

/** What a page asks of the worker, and what comes back: both on this machine, and of one build. */
export interface ImportQuestion {
  readonly bytes: Bytes
  readonly password?: string
  readonly columns?: Readonly<Record<string, string>>
}
export type ImportAnswer = ReadFile | { readonly broken: true }

/** Reads one file in the worker. What is thrown is a bug of ours, and stops this file alone. */
export async function answerImport(
  { bytes, password, columns }: ImportQuestion,
  readQrCodes: ReadContext['readQrCodes'],
): Promise<ImportAnswer> {
  return readImport(bytes, {
    limits: FOREIGN_LIMITS,
    readQrCodes,
    ...(password === undefined ? {} : { password }),
    ...(columns === undefined ? {} : { columns }),
  })
}
