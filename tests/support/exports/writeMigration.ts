import { PbfWriter } from 'pbf'
import type { Bytes } from '../../../utils/core/bytes'

interface MigrationEntry {
  readonly secret: Bytes
  readonly name: string
  readonly issuer: string
  readonly type: number
  readonly algorithm: number
  readonly digits: number
  readonly counter?: number
}
interface MigrationFile {
  readonly entries: readonly MigrationEntry[]
  readonly size?: number
  readonly index?: number
  readonly batchId?: number
}

/** One QR code's payload of a Google Authenticator export, numbers of its enumerations as they are. */
export function writeMigration({
  entries,
  size = 1,
  index = 0,
  batchId = 5,
}: MigrationFile): Bytes {
  const writer = new PbfWriter()
  for (const entry of entries) writer.writeMessage(1, writeEntry, entry)
  writer.writeVarintField(2, 1)
  writer.writeVarintField(3, size)
  writer.writeVarintField(4, index)
  writer.writeVarintField(5, batchId)
  return new Uint8Array(writer.finish())
}

function writeEntry(entry: MigrationEntry, writer: PbfWriter | undefined): void {
  writer?.writeBytesField(1, entry.secret)
  writer?.writeStringField(2, entry.name)
  writer?.writeStringField(3, entry.issuer)
  writer?.writeVarintField(4, entry.algorithm)
  writer?.writeVarintField(5, entry.digits)
  writer?.writeVarintField(6, entry.type)
  if (entry.counter !== undefined) writer?.writeVarintField(7, entry.counter)
}
