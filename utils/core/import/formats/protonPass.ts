import * as v from 'valibot'
import { readDecryptedText } from '../../crypto/foreignCiphers'
import { failure } from '../../result'
import { readJson } from '../doors/readJson'
import { cellOf } from '../doors/readCsv'
import type { Entry, FileResult, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { readSecretOrLink, type UriContext } from '../readUriLine'
import { flag, items, label, matches } from '../schemas'
import type { Content } from '../content'

// Proton Pass: a zip with data.json, the JSON itself, or CSV. One item may have several codes.

const TRASHED = 2
const DATA = /(?:^|\/)data\.json$/u

const vaultSchema = v.object({ name: label, items: items })
const fileSchema = v.object({ vaults: v.record(v.string(), vaultSchema) })
const extraSchema = v.object({
  fieldName: label,
  type: v.literal('totp'),
  data: v.object({ totpUri: v.nullish(v.string()) }),
})
const itemSchema = v.object({
  state: v.nullish(v.number()),
  pinned: flag,
  data: v.object({
    metadata: v.object({ name: label, note: label }),
    content: v.nullish(
      v.object({
        itemEmail: label,
        itemUsername: label,
        username: label,
        totpUri: label,
        urls: items,
      }),
    ),
    extraFields: items,
  }),
})

export const protonPass: Importer = {
  id: 'proton-pass',
  app: 'Proton Pass',
  recognizes: (content) => {
    if (content.kind === 'zip') {
      return content.zip.names.some((name) => /proton pass\/data\.(?:json|pgp)$/iu.test(name))
    }
    if (content.kind === 'text') return isTable(content)
    return content.kind === 'json' && matches(fileSchema, content.value)
  },
  async read(content, context) {
    if (content.kind === 'json') return readVaults(content.value)
    if (content.kind === 'text') return readTable(content)
    return content.kind === 'zip' ? readArchive(content.zip, context) : failure('file-unknown')
  },
}

async function readArchive(
  zip: Extract<Content, { kind: 'zip' }>['zip'],
  { password }: ReadContext,
): Promise<FileResult> {
  if (!zip.names.some((name) => DATA.test(name))) return failure('pgp-encrypted')
  const bytes = await zip.read(DATA, password)
  if (!bytes.ok) return bytes
  const text = readDecryptedText(bytes.value)
  const json = text === undefined ? undefined : readJson(text)
  return json?.ok ? readVaults(json.value) : failure('file-damaged')
}

function readVaults(value: unknown): FileResult {
  const file = v.safeParse(fileSchema, value)
  if (!file.success) return failure('file-damaged')
  const vaults = Object.values(file.output.vaults)
  const tagged = vaults.flatMap(({ name, items: inside }) => inside.map((item) => ({ item, name })))
  return readEach(tagged, v.object({ item: itemSchema, name: v.string() }), ({ item, name }) =>
    readItem(item, vaults.length > 1 ? name : ''),
  )
}

function readItem(item: v.InferOutput<typeof itemSchema>, vault: string): readonly Entry[] {
  const { metadata, content, extraFields } = item.data
  const account = [content?.itemUsername, content?.itemEmail, content?.username].find(Boolean)
  const context: UriContext = {
    issuer: metadata.name,
    account: account ?? '',
    note: metadata.note,
    tags: [vault],
    pinned: item.pinned,
    urls: (content?.urls ?? []).filter((url) => typeof url === 'string'),
    isTrashed: item.state === TRASHED,
  }
  const links = [
    content?.totpUri ?? '',
    ...extraFields
      .filter((field) => v.is(extraSchema, field))
      .map((field) => field.data.totpUri ?? ''),
  ]
  return links.filter((link) => link.trim() !== '').map((link) => readCode(link, context))
}

/** The app writes its own name where a custom field has none. */
function readCode(link: string, context: UriContext): Entry {
  const entry = readSecretOrLink(link, context)
  if (!entry.ok || entry.value.issuer !== 'Proton Pass' || entry.value.account !== '') return entry
  return { ...entry, value: { ...entry.value, issuer: context.issuer ?? '' } }
}

function isTable({ table }: Extract<Content, { kind: 'text' }>): boolean {
  return ['totp', 'email', 'vault', 'createtime'].every((name) => table?.columns.includes(name))
}

function readTable({ table }: Extract<Content, { kind: 'text' }>): FileResult {
  if (!table) return failure('file-unknown')
  return readEach(table.rows, v.array(v.string()), (row) => {
    const totp = cellOf(table, row, 'totp')
    if (totp.trim() === '') return undefined
    return readSecretOrLink(totp, {
      issuer: cellOf(table, row, 'name'),
      account: cellOf(table, row, 'username') || cellOf(table, row, 'email'),
      note: cellOf(table, row, 'note'),
      tags: [cellOf(table, row, 'vault')],
      urls: cellOf(table, row, 'url').split(/,\s*/u),
    })
  })
}
