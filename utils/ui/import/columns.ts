import * as v from 'valibot'
import type { ColumnMeaning } from '../../core/import/columnMeanings'
import type { MessageKey } from '../i18n/messages/en'

export const COLUMN_LABELS = {
  secret: 'import.columnSecret',
  issuer: 'import.columnIssuer',
  account: 'import.columnAccount',
  type: 'import.columnType',
  algorithm: 'import.columnAlgorithm',
  digits: 'import.columnDigits',
  period: 'import.columnPeriod',
  counter: 'import.columnCounter',
  note: 'import.columnNote',
  tags: 'import.columnTags',
  url: 'import.columnUrl',
} as const satisfies Record<ColumnMeaning, MessageKey>

// The keys of the record above, which Object.keys forgets.
export const COLUMN_MEANINGS = Object.keys(COLUMN_LABELS) as readonly ColumnMeaning[]

/** The names of a table's columns, as the worker tells them. */
export function readColumns(json: string): readonly string[] {
  const columns = v.safeParse(v.array(v.string()), JSON.parse(json))
  return columns.success ? columns.output : []
}
