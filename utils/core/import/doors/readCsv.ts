import Papa from 'papaparse'

export interface CsvTable {
  /** Column names, trimmed and in lower case. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const MAX_COLUMNS = 200
export const MAX_ROWS = 100_000

/**
 * A table with a header line, its separator found out. `undefined` where the text is no table: one column
 * is a list, and more columns or rows than anybody exports are something else.
 */
export function readCsv(text: string): CsvTable | undefined {
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimiter: '',
    preview: MAX_ROWS + 2,
  })
  const [header, ...rows] = data
  if (!header || header.length < 2 || header.length > MAX_COLUMNS) return undefined
  if (rows.length > MAX_ROWS) return undefined
  return { columns: header.map((name) => name.trim().toLowerCase()), rows }
}

/** One row by column names; the first name that the table has counts, and a missing cell is empty. */
export function cellOf(table: CsvTable, row: readonly string[], ...names: string[]): string {
  const column = names.map((name) => table.columns.indexOf(name)).find((at) => at >= 0)
  return (column === undefined ? undefined : row[column]) ?? ''
}
