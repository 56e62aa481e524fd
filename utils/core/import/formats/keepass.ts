import * as v from 'valibot'
import { failure, success } from '../../result'
import { cellOf } from '../doors/readCsv'
import { readKdbx } from '../doors/readKdbx'
import { childrenOf, textOf, type XmlNode } from '../doors/readXml'
import type { Entry, FileResult, Importer } from '../importer'
import { readKeepassFields } from '../keepassFields'
import { readEach } from '../readEntry'
import { readSecretOrLink } from '../readUriLine'

// KeePass and KeePassXC: the database, XML and CSV.

const KDBX = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5]

export const keepass: Importer = {
  id: 'keepass',
  app: 'KeePassXC',
  recognizes: (content) => {
    if (content.kind === 'binary') return KDBX.every((byte, at) => content.bytes[at] === byte)
    if (content.kind === 'xml') return content.root.name === 'KeePassFile'
    return (
      content.kind === 'text' &&
      ['group', 'title', 'username', 'totp'].every((name) => content.table?.columns.includes(name))
    )
  },
  async read(content, { password, limits }) {
    if (content.kind === 'xml') return success({ entries: readFile(content.root) })
    if (content.kind === 'text') return readTable(content)
    if (content.kind !== 'binary') return failure('file-unknown')
    if (password === undefined) return failure('password-needed')
    const database = await readKdbx(content.bytes, password, limits)
    if (!database.ok) return database
    return success({
      entries: database.value.flatMap(({ fields, tags }) => readKeepassFields(fields, { tags })),
    })
  },
}

function readFile(root: XmlNode): readonly Entry[] {
  const meta = childrenOf(root, 'Meta')[0]
  const bin = meta ? textOf(meta, 'RecycleBinUUID') : ''
  const groups = childrenOf(root, 'Root').flatMap((node) => childrenOf(node, 'Group'))
  return groups.flatMap((group) => readGroup(group, bin, true))
}

function readGroup(group: XmlNode, bin: string, isRoot: boolean): readonly Entry[] {
  if (bin !== '' && textOf(group, 'UUID') === bin) return []
  const name = isRoot ? '' : textOf(group, 'Name')
  const own = childrenOf(group, 'Entry').flatMap((entry) => {
    const fields = childrenOf(entry, 'String').map(
      (field) => [textOf(field, 'Key'), textOf(field, 'Value')] as const,
    )
    const tags = [name, ...textOf(entry, 'Tags').split(/[;,]/u)]
    return readKeepassFields(new Map(fields), { tags })
  })
  return [...own, ...childrenOf(group, 'Group').flatMap((inner) => readGroup(inner, bin, false))]
}

function readTable({
  table,
}: {
  readonly table: Parameters<typeof cellOf>[0] | undefined
}): FileResult {
  if (!table) return failure('file-unknown')
  return readEach(table.rows, v.array(v.string()), (row) => {
    const totp = cellOf(table, row, 'totp')
    if (totp.trim() === '') return undefined
    return readSecretOrLink(totp, {
      issuer: cellOf(table, row, 'title'),
      account: cellOf(table, row, 'username'),
      note: cellOf(table, row, 'notes'),
      // "Root/Work/Mail": the root is every entry's.
      tags: cellOf(table, row, 'group').split('/').slice(1).slice(-1),
      urls: [cellOf(table, row, 'url')],
    })
  })
}
