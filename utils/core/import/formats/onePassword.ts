import * as v from 'valibot'
import { readDecryptedText } from '../../crypto/foreignCiphers'
import { failure } from '../../result'
import { cellOf } from '../doors/readCsv'
import { readJson } from '../doors/readJson'
import type { Entry, FileResult, Importer } from '../importer'
import { readEach } from '../readEntry'
import { readSecretOrLink } from '../readUriLine'
import { items, label } from '../schemas'

// 1Password: 1PUX, which is a zip, and the CSV of version 8.

const DATA = /(?:^|\/)export\.data$/u

const fileSchema = v.object({
  accounts: v.array(v.object({ vaults: v.array(v.object({ items })) })),
})
const fieldSchema = v.object({ value: v.object({ totp: v.string() }) })
const itemSchema = v.object({
  favIndex: v.nullish(v.number()),
  state: v.nullish(v.string()),
  overview: v.object({ title: label, url: label, urls: items, tags: items }),
  details: v.object({
    loginFields: items,
    notesPlain: label,
    sections: items,
  }),
})
const loginSchema = v.object({ designation: v.literal('username'), value: v.string() })
const sectionSchema = v.object({ fields: v.array(v.unknown()) })
const urlSchema = v.object({ url: v.string() })

export const onePassword: Importer = {
  id: '1password',
  app: '1Password',
  recognizes: (content) =>
    content.kind === 'zip'
      ? content.zip.names.some((name) => DATA.test(name))
      : content.kind === 'text' && (content.table?.columns.includes('otpauth') ?? false),
  async read(content, { password }) {
    if (content.kind === 'text' && content.table) return readTable(content.table)
    if (content.kind !== 'zip') return failure('file-unknown')
    const bytes = await content.zip.read(DATA, password)
    if (!bytes.ok) return bytes
    const text = readDecryptedText(bytes.value)
    const json = text === undefined ? undefined : readJson(text)
    const file = v.safeParse(fileSchema, json?.ok ? json.value : undefined)
    if (!file.success) return failure('file-damaged')
    const all = file.output.accounts.flatMap(({ vaults }) => vaults.flatMap((vault) => vault.items))
    return readEach(all, itemSchema, readItem)
  },
}

function readItem({
  favIndex,
  state,
  overview,
  details,
}: v.InferOutput<typeof itemSchema>): readonly Entry[] {
  const codes = details.sections
    .filter((section) => v.is(sectionSchema, section))
    .flatMap(({ fields }) => fields.filter((field) => v.is(fieldSchema, field)))
    .map(({ value }) => value.totp)
    .filter((totp) => totp.trim() !== '')
  return codes.map((totp) =>
    readSecretOrLink(totp, {
      issuer: overview.title,
      account: details.loginFields.find((field) => v.is(loginSchema, field))?.value ?? '',
      note: details.notesPlain,
      tags: overview.tags.filter((tag) => typeof tag === 'string'),
      pinned: (favIndex ?? 0) > 0,
      isTrashed: state === 'trashed' || state === 'deleted',
      urls: [
        overview.url,
        ...overview.urls.filter((url) => v.is(urlSchema, url)).map(({ url }) => url),
      ],
    }),
  )
}

function readTable(table: Parameters<typeof cellOf>[0]): FileResult {
  return readEach(table.rows, v.array(v.string()), (row) => {
    const totp = cellOf(table, row, 'otpauth')
    if (totp.trim() === '') return undefined
    return readSecretOrLink(totp, {
      issuer: cellOf(table, row, 'title'),
      account: cellOf(table, row, 'username'),
      note: cellOf(table, row, 'notes'),
      tags: cellOf(table, row, 'tags').split(/[,;]/u),
      pinned: cellOf(table, row, 'favorite').toLowerCase() === 'true',
      urls: [cellOf(table, row, 'url', 'website')],
    })
  })
}
