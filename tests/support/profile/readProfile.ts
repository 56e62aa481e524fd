import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readLog, readTable } from './levelDb.ts'
import { decompressMozLz4 } from './lz4.ts'
import { decompressSnappy } from './snappy.ts'

/** Something that lies in a profile, as it is or as it is when unpacked. */
export interface Piece {
  readonly file: string
  readonly bytes: Buffer
}

const SEPARATOR = Buffer.from('\n')

/** Every file of a browser's profile, and what is inside of those that are packed. */
export function* readProfile(folder: string): Generator<Piece> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    // Sockets and links to nowhere are no files.
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    const bytes = readFileSync(path)
    yield { file: name, bytes }
    for (const inner of unpack(path, bytes)) yield { file: `${name} (unpacked)`, bytes: inner }
  }
}

function unpack(path: string, bytes: Buffer): readonly Buffer[] {
  if (path.endsWith('.ldb')) return readTable(bytes)
  if (path.endsWith('.log')) return [readLog(bytes)]
  if (bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3') return readSqlite(path)
  const unpacked = decompressMozLz4(bytes)
  return unpacked ? [unpacked] : []
}

/** Every value of every table. Firefox packs what extensions store with Snappy. */
function readSqlite(path: string): readonly Buffer[] {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all()
    return tables.map(({ name }) => {
      const rows = database.prepare(`select * from "${String(name)}"`).all()
      const values = rows.flatMap((row) => Object.values(row).flatMap(readValue))
      return Buffer.concat(values.flatMap((value) => [value, SEPARATOR]))
    })
  } catch {
    return [] // locked, or with a module of its own: its bytes were looked at as they are
  } finally {
    database.close()
  }
}

function readValue(value: unknown): readonly Buffer[] {
  if (typeof value === 'string') return [Buffer.from(value)]
  if (!(value instanceof Uint8Array)) return []
  const bytes = Buffer.from(value)
  const unpacked = decompressSnappy(bytes)
  // Keys of IndexedDB are stored with each letter moved by one.
  const moved = Buffer.from(bytes.map((byte) => byte - 1))
  return unpacked ? [bytes, moved, unpacked] : [bytes, moved]
}
