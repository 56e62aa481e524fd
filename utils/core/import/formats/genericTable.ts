import * as v from 'valibot'
import { failure, success } from '../../result'
import { COLUMNS, type ColumnMeaning } from '../columnMeanings'
import type { Content } from '../content'
import { MAX_COLUMNS, MAX_ROWS, type CsvTable } from '../doors/readCsv'
import type { FileResult, Importer } from '../importer'
import { readEntry } from '../readEntry'
import { isOtpLink } from '../isOtpLink'
import { readOtpLink } from '../readUriLine'

// Any table of accounts, as CSV or JSON: columns are guessed by their names, and asked for where the
// names do not say enough.

type Mapping = Partial<Record<ColumnMeaning, string>>

const recordsSchema = v.pipe(v.array(v.record(v.string(), v.unknown())), v.minLength(1))

export const genericTable: Importer = {
  id: 'table',
  app: 'CSV, JSON',
  recognizes: (content) => {
    const table = toTable(content)
    return table !== undefined && mayHoldSecrets(table)
  },
  read(content, { columns }) {
    const table = toTable(content)
    if (!table) return failure('file-unknown')
    const mapping = columns ?? guessColumns(table)
    const isCertain =
      mapping.secret !== undefined && (mapping.issuer ?? mapping.account) !== undefined
    if (!isCertain && !columns) {
      return failure('columns-needed', { columns: JSON.stringify(table.columns) })
    }
    return readRows(table, mapping)
  },
}

function readRows(table: CsvTable, mapping: Mapping): FileResult {
  return success({
    entries: table.rows.flatMap((row) => {
      const cell = (meaning: ColumnMeaning) => {
        const column = mapping[meaning]
        return column === undefined ? '' : (row[table.columns.indexOf(column)] ?? '').trim()
      }
      const secret = cell('secret')
      const extras = {
        issuer: cell('issuer'),
        account: cell('account'),
        note: cell('note'),
        tags: cell('tags').split(/[,;|]/u),
        urls: [cell('url')],
      }
      // A row without a code is a password's, or an empty line.
      if (secret === '') return []
      if (isOtpLink(secret)) return readOtpLink(secret, extras)
      return readEntry({
        ...extras,
        type: cell('type') === '' ? 'totp' : cell('type'),
        secret,
        algorithm: cell('algorithm'),
        digits: cell('digits'),
        period: cell('period'),
        counter: cell('counter'),
      })
    }),
  })
}

function guessColumns({ columns }: CsvTable): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<string>()
  for (const [meaning, names] of Object.entries(COLUMNS)) {
    const column = names.find((name) => columns.includes(name) && !taken.has(name))
    if (column === undefined) continue
    taken.add(column)
    mapping[meaning as ColumnMeaning] = column // Object.entries forgets the names of the keys
  }
  return mapping
}

/** At least one cell looks like a key or is a link; otherwise it is some table of somebody's. */
function mayHoldSecrets({ rows }: CsvTable): boolean {
  return rows.some((row) =>
    row.some(
      (cell) =>
        isOtpLink(cell) || /^[a-z2-7](?:[a-z2-7\s-]{14,1022})[a-z2-7=]{1,8}$/iu.test(cell.trim()),
    ),
  )
}

function toTable(content: Content): CsvTable | undefined {
  if (content.kind === 'text') return content.table
  if (content.kind !== 'json') return undefined
  const lists = [
    content.value,
    ...(v.is(objectSchema, content.value) ? Object.values(content.value) : []),
  ]
  const records = lists.find((list) => v.is(recordsSchema, list))
  if (!v.is(recordsSchema, records) || records.length > MAX_ROWS) return undefined
  const rows = records.map(flatten)
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  // Every record with names of its own is no table, and would become a very large one.
  if (columns.length > MAX_COLUMNS) return undefined
  return { columns, rows: rows.map((row) => columns.map((column) => row.get(column) ?? '')) }
}

const objectSchema = v.record(v.string(), v.unknown())

/** Texts and numbers of a record, also one level down, by their names in lower case. */
function flatten(record: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const inner = Object.values(record).filter(
    (value) => v.is(objectSchema, value) && !Array.isArray(value),
  )
  const pairs = [...inner, record].flatMap((part) =>
    v.is(objectSchema, part) ? Object.entries(part) : [],
  )
  return new Map(
    pairs
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([name, value]) => [name.trim().toLowerCase(), String(value)]),
  )
}
