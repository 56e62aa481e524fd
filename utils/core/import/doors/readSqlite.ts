import type { Bytes } from '../../bytes'

export type SqliteValue = string | number | Bytes | null
export type SqliteRow = ReadonlyMap<string, SqliteValue>

export interface SqliteFile {
  readonly tables: readonly string[]
  /**
   * The rows of a table by column names; none where there is no such table, `undefined` where it is
   * damaged.
   */
  readonly rows: (table: string) => readonly SqliteRow[] | undefined
}

const MAGIC = 'SQLite format 3\0'
const MAX_ROWS = 100_000
const MAX_DEPTH = 20

/**
 * Reads tables of a SQLite 3 database file (sqlite.org/fileformat2): what apps on rooted phones leave.
 * No index, no journal, UTF-8 only. `undefined` where the file is damaged.
 */
export function readSqlite(bytes: Bytes): SqliteFile | undefined {
  if (!MAGIC.split('').every((character, at) => bytes[at] === character.charCodeAt(0))) {
    return undefined
  }
  return unlessDamaged(() => {
    const pages = createPages(bytes)
    const schema = readTable(pages, 1).flatMap(({ values: [type, name, , root, sql] }) =>
      type === 'table' && typeof name === 'string' && typeof root === 'number'
        ? [{ name, root, columns: readColumns(String(sql)) }]
        : [],
    )
    return {
      tables: schema.map(({ name }) => name),
      rows: (table) => {
        const found = schema.find(({ name }) => name === table)
        if (!found) return []
        return unlessDamaged(() =>
          readTable(pages, found.root).map((row) => toRow(row, found.columns)),
        )
      },
    }
  })
}

function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (problem) {
    if (problem instanceof RangeError) return undefined // points outside of the file, or not at all
    throw problem
  }
}

interface Pages {
  readonly view: (page: number) => DataView
  readonly usableBytes: number
  readonly fileBytes: number
}
interface Record_ {
  readonly rowId: number
  readonly values: readonly SqliteValue[]
  readonly bytes: number
}

function createPages(bytes: Bytes): Pages {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stated = view.getUint16(16)
  const size = stated === 1 ? 65_536 : stated
  if (size < 512) throw new RangeError('page size')
  return {
    fileBytes: bytes.length,
    usableBytes: size - view.getUint8(20),
    view: (page) => {
      if (page < 1 || page * size > bytes.length) throw new RangeError('page')
      return new DataView(bytes.buffer, bytes.byteOffset + (page - 1) * size, size)
    },
  }
}

function readTable(pages: Pages, root: number): readonly Record_[] {
  const records: Record_[] = []
  // Each byte of a file belongs to one record: what reads it again and again was made to.
  let left = pages.fileBytes
  const seen = new Set<number>()
  const walk = (page: number, depth: number) => {
    if (depth > MAX_DEPTH || seen.has(page)) throw new RangeError('tree')
    seen.add(page)
    const view = pages.view(page)
    const start = page === 1 ? 100 : 0
    const kind = view.getUint8(start)
    const cells = view.getUint16(start + 3)
    const pointers = start + (kind === 5 ? 12 : 8)
    if (kind !== 5 && kind !== 13) throw new RangeError('page kind')
    for (let at = 0; at < cells; at++) {
      const cell = view.getUint16(pointers + at * 2)
      if (kind === 5) walk(view.getUint32(cell), depth + 1)
      else {
        const record = readCell(pages, view, cell)
        left -= record.bytes
        if (left < 0) throw new RangeError('bytes')
        records.push(record)
      }
      if (records.length > MAX_ROWS) throw new RangeError('rows')
    }
    if (kind === 5) walk(view.getUint32(start + 8), depth + 1)
  }
  walk(root, 0)
  return records
}

function readCell(pages: Pages, view: DataView, cell: number): Record_ {
  const size = readVarint(view, cell)
  const rowId = readVarint(view, size.next)
  const payload = readPayload(pages, view, rowId.next, size.value)
  return { rowId: rowId.value, values: readValues(payload), bytes: payload.byteLength }
}

/** A payload that is too long for its page goes on in a chain of overflow pages. */
function readPayload(pages: Pages, view: DataView, at: number, size: number): DataView {
  const max = pages.usableBytes - 35
  const min = Math.floor(((pages.usableBytes - 12) * 32) / 255) - 23
  const rest = min + ((size - min) % (pages.usableBytes - 4))
  const local = size <= max ? size : rest <= max ? rest : min
  // A payload is never longer than the file, whatever it says.
  const whole = new Uint8Array(Math.min(size, view.buffer.byteLength))
  whole.set(new Uint8Array(view.buffer, view.byteOffset + at, local).subarray(0, whole.length))
  let filled = local
  let next = size > local ? view.getUint32(at + local) : 0
  while (filled < whole.length) {
    const page = pages.view(next)
    const part = Math.min(pages.usableBytes - 4, whole.length - filled)
    whole.set(new Uint8Array(page.buffer, page.byteOffset + 4, part), filled)
    filled += part
    next = page.getUint32(0)
  }
  return new DataView(whole.buffer)
}

function readValues(payload: DataView): readonly SqliteValue[] {
  const header = readVarint(payload, 0)
  const values: SqliteValue[] = []
  let at = header.next
  let body = header.value
  while (at < header.value) {
    const type = readVarint(payload, at)
    at = type.next
    const { value, length } = readValue(payload, body, type.value)
    values.push(value)
    body += length
  }
  return values
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8]
const decoder = new TextDecoder()

function readValue(
  view: DataView,
  at: number,
  type: number,
): { readonly value: SqliteValue; readonly length: number } {
  if (type === 0) return { value: null, length: 0 }
  if (type === 7) return { value: view.getFloat64(at), length: 8 }
  if (type === 8 || type === 9) return { value: type - 8, length: 0 }
  if (type < 12) {
    const length = INTEGER_BYTES[type]
    if (length === undefined) throw new RangeError('value')
    return { value: readInteger(view, at, length), length }
  }
  const length = Math.floor((type - 12) / 2)
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length).slice()
  // The buffer is one that was made here: never a shared one.
  return { value: type % 2 === 0 ? bytes : decoder.decode(bytes), length }
}

function readInteger(view: DataView, at: number, length: number): number {
  let value = BigInt(view.getInt8(at))
  for (let byte = 1; byte < length; byte++) value = (value << 8n) | BigInt(view.getUint8(at + byte))
  return Number(value)
}

function readVarint(view: DataView, at: number): { readonly value: number; readonly next: number } {
  let value = 0n
  for (let byte = 0; byte < 9; byte++) {
    const bits = view.getUint8(at + byte)
    if (byte === 8)
      return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(bits))), next: at + 9 }
    value = (value << 7n) | BigInt(bits & 0x7f)
    if (bits < 0x80) return { value: Number(value), next: at + byte + 1 }
  }
  throw new RangeError('varint')
}

/** Column names out of `CREATE TABLE name (a TEXT, b INTEGER PRIMARY KEY, …)`. */
function readColumns(sql: string): readonly { readonly name: string; readonly isRowId: boolean }[] {
  const inside = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'))
  return splitAtCommas(inside)
    .map((part) => part.trim())
    .filter((part) => !/^(?:PRIMARY|UNIQUE|CHECK|FOREIGN|CONSTRAINT)\b/iu.test(part))
    .map((part) => ({
      name: (part.split(/\s/u)[0] ?? '').replace(/["'`[\]]/gu, '').toLowerCase(),
      isRowId: /\bINTEGER\s{1,9}(?:NOT\s{1,9}NULL\s{1,9})?PRIMARY\b/iu.test(part),
    }))
}

function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

function toRow(
  { rowId, values }: Record_,
  columns: ReturnType<typeof readColumns>,
): ReadonlyMap<string, SqliteValue> {
  return new Map(
    columns.map(({ name, isRowId }, at) => {
      const value = values[at] ?? null
      return [name, isRowId && value === null ? rowId : value]
    }),
  )
}
