import * as v from 'valibot'
import type { Bytes } from '../bytes'
import { failure, success, type Result } from '../result'
import { openContent, type Content } from './content'
import { MAX_ENTRIES, type FileCode, type ImportReport, type ReadContext } from './importer'
import { IMPORTERS } from './importers'

export const MAX_FILE_BYTES = 20 * 1024 * 1024

export interface ReadFile {
  readonly format: string
  readonly app: string
  readonly result: Result<ImportReport, FileCode>
}

/** Recognises a file by its content and reads it: every entry, or the one reason why none. */
export async function readImport(bytes: Bytes, context: ReadContext): Promise<ReadFile> {
  if (bytes.length > MAX_FILE_BYTES) {
    return unknown('file-too-large', { max: MAX_FILE_BYTES / (1024 * 1024) })
  }
  const content = await openContent(bytes)
  if (!content.ok) return { format: '', app: '', result: content }
  if (isOwnBackup(content.value)) return unknown('own-backup')
  const importer = IMPORTERS.find(({ recognizes }) => recognizes(content.value))
  if (!importer) return unknown('file-unknown')
  const result = await importer.read(content.value, context)
  return { format: importer.id, app: importer.app, result: limit(result) }
}

/** A backup of Sandi comes back whole, with its settings, at another place of the page. */
function isOwnBackup(content: Content): boolean {
  return content.kind === 'json' && v.is(ownBackup, content.value)
}

const ownBackup = v.object({ format: v.literal('sandi-backup') })

function limit(result: Result<ImportReport, FileCode>): Result<ImportReport, FileCode> {
  if (!result.ok) return result
  const { entries } = result.value
  if (entries.length > MAX_ENTRIES) return failure('too-many-entries', { max: MAX_ENTRIES })
  return entries.length === 0 ? failure('no-entries') : success(result.value)
}

function unknown(code: FileCode, detail?: Readonly<Record<string, number>>): ReadFile {
  return { format: '', app: '', result: failure(code, detail) }
}
