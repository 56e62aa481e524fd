import { fromBase64 } from '../../bytes'
import { encodeBase32 } from '../../otp/base32'
import { failure, success } from '../../result'
import type { SqliteRow } from '../doors/readSqlite'
import type { Entry, Importer } from '../importer'
import { readEntry, refuse } from '../readEntry'
import { splitLabel } from '../readUriLine'

// Databases of apps on rooted phones: Google Authenticator, Microsoft Authenticator and Stratum. Each is
// known by the columns of its table.

export const phoneDatabase: Importer = {
  id: 'phone-database',
  app: 'Android database',
  recognizes: (content) =>
    content.kind === 'sqlite' &&
    ['accounts', 'authenticator'].some((table) => content.database.tables.includes(table)),
  read(content) {
    if (content.kind !== 'sqlite') return failure('file-unknown')
    const stratum = content.database.rows('authenticator')
    const accounts = content.database.rows('accounts')
    if (!stratum || !accounts) return failure('file-damaged')
    if (stratum.length > 0) return success({ entries: stratum.map(readStratum) })
    if (accounts.some((row) => row.has('oath_secret_key'))) {
      return success({ entries: accounts.map(readMicrosoft) })
    }
    if (accounts.some((row) => row.has('secret') && row.has('email'))) {
      return success({ entries: accounts.map(readGoogle) })
    }
    return failure('file-unknown')
  },
}

const GOOGLE_TYPES = new Map([
  ['0', 'totp'],
  ['1', 'hotp'],
])

function readGoogle(row: SqliteRow): Entry {
  const issuer = textOf(row, 'issuer')
  const name = textOf(row, 'email')
  const account = issuer === '' ? splitLabel(name).account : name.replace(`${issuer}:`, '')
  const names = { issuer: issuer || splitLabel(name).issuer, account }
  // Newer versions seal the secret with a key that stays in the phone.
  if (textOf(row, 'isencrypted') === '1') return refuse(names, 'entry-damaged')
  return readEntry({
    ...names,
    type: GOOGLE_TYPES.get(textOf(row, 'type')) ?? 'unknown',
    secret: textOf(row, 'secret'),
    counter: textOf(row, 'counter'),
  })
}

const MICROSOFT_PERSONAL = '1'

function readMicrosoft(row: SqliteRow): Entry {
  const names = { issuer: textOf(row, 'name'), account: textOf(row, 'username') }
  const secret = textOf(row, 'oath_secret_key')
  if (textOf(row, 'account_type') !== MICROSOFT_PERSONAL) {
    return readEntry({ ...names, type: 'totp', secret })
  }
  const bytes = fromBase64(secret)
  return readEntry({
    ...names,
    type: 'totp',
    secret: bytes ? encodeBase32(bytes) : '!',
    digits: '8',
  })
}

const STRATUM_TYPES = new Map([
  ['1', 'hotp'],
  ['2', 'totp'],
  ['3', 'motp'],
  ['4', 'steam'],
  ['5', 'yandex'],
])
const STRATUM_ALGORITHMS = new Map([
  ['', 'SHA1'],
  ['0', 'SHA1'],
  ['1', 'SHA256'],
  ['2', 'SHA512'],
])

function readStratum(row: SqliteRow): Entry {
  return readEntry({
    type: STRATUM_TYPES.get(textOf(row, 'type')) ?? 'unknown',
    issuer: textOf(row, 'issuer'),
    account: textOf(row, 'username'),
    secret: textOf(row, 'secret'),
    algorithm: STRATUM_ALGORITHMS.get(textOf(row, 'algorithm')) ?? 'unknown',
    digits: textOf(row, 'digits'),
    period: textOf(row, 'period'),
    counter: textOf(row, 'counter'),
  })
}

function textOf(row: SqliteRow, column: string): string {
  const value = row.get(column)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
