import * as v from 'valibot'
import { failure } from '../../result'
import { cellOf } from '../doors/readCsv'
import type { Importer } from '../importer'
import { readEach } from '../readEntry'
import { readSecretOrLink } from '../readUriLine'
import { flag, items, label, matches, printed } from '../schemas'

// LastPass Authenticator's JSON, and the CSV of LastPass itself.

const markSchema = v.object({
  accounts: v.pipe(
    v.array(v.looseObject({ issuerName: v.nullish(v.string()), timeStep: v.number() })),
    v.minLength(1),
  ),
})
const fileSchema = v.object({ accounts: items, folders: items })
const folderSchema = v.object({ id: v.number(), name: v.string() })
const entrySchema = v.object({
  issuerName: label,
  originalIssuerName: label,
  userName: label,
  originalUserName: label,
  secret: v.string(),
  timeStep: printed,
  digits: printed,
  algorithm: printed,
  isFavorite: flag,
  folderData: v.nullish(v.object({ folderId: v.nullish(v.number()) })),
})

export const lastpass: Importer = {
  id: 'lastpass',
  app: 'LastPass Authenticator',
  recognizes: (content) =>
    content.kind === 'text'
      ? ['url', 'totp', 'extra', 'grouping'].every((name) => content.table?.columns.includes(name))
      : content.kind === 'json' && matches(markSchema, content.value),
  read(content) {
    if (content.kind === 'text' && content.table) return readVault(content.table)
    if (content.kind !== 'json') return failure('file-unknown')
    const file = v.safeParse(fileSchema, content.value)
    if (!file.success) return failure('file-damaged')
    const folders = new Map(
      file.output.folders
        .filter((folder) => v.is(folderSchema, folder))
        .map(({ id, name }) => [id, name]),
    )
    return readEach(file.output.accounts, entrySchema, (entry) => ({
      type: 'totp',
      issuer: entry.issuerName || entry.originalIssuerName,
      account: entry.userName || entry.originalUserName,
      secret: entry.secret,
      digits: entry.digits,
      period: entry.timeStep,
      algorithm: entry.algorithm,
      pinned: entry.isFavorite,
      tags: [folders.get(entry.folderData?.folderId ?? -1) ?? ''],
    }))
  },
}

function readVault(table: Parameters<typeof cellOf>[0]) {
  return readEach(table.rows, v.array(v.string()), (row) => {
    const totp = cellOf(table, row, 'totp')
    if (totp.trim() === '') return undefined
    return readSecretOrLink(totp, {
      issuer: cellOf(table, row, 'name'),
      account: cellOf(table, row, 'username'),
      note: cellOf(table, row, 'extra'),
      tags: [cellOf(table, row, 'grouping')],
      pinned: cellOf(table, row, 'fav') === '1',
      urls: [cellOf(table, row, 'url')],
    })
  })
}
