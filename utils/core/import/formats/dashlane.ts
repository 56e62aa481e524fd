import * as v from 'valibot'
import { failure } from '../../result'
import { cellOf } from '../doors/readCsv'
import type { Importer } from '../importer'
import { readEach } from '../readEntry'
import { readSecretOrLink } from '../readUriLine'

// Dashlane's credentials.csv.

export const dashlane: Importer = {
  id: 'dashlane',
  app: 'Dashlane',
  recognizes: (content) =>
    content.kind === 'text' &&
    ['otpsecret', 'otpurl'].some((name) => content.table?.columns.includes(name)),
  read(content) {
    if (content.kind !== 'text' || !content.table) return failure('file-unknown')
    const { table } = content
    return readEach(table.rows, v.array(v.string()), (row) => {
      const totp = cellOf(table, row, 'otpurl') || cellOf(table, row, 'otpsecret')
      if (totp.trim() === '') return undefined
      return readSecretOrLink(totp, {
        issuer: cellOf(table, row, 'title'),
        account: cellOf(table, row, 'username') || cellOf(table, row, 'username2'),
        note: cellOf(table, row, 'note'),
        tags: [cellOf(table, row, 'category')],
        urls: [cellOf(table, row, 'url')],
      })
    })
  },
}
