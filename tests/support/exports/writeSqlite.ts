import { Buffer } from 'node:buffer'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Bytes } from '../../../utils/core/bytes'
import { decodeBase32 } from '../../../utils/core/otp/base32'
import { bytesOf, type Sample } from './samples'

const HOTP = 1

/** Google Authenticator's table, with rows that reach over one page. */
export function writeSqlite(samples: readonly Sample[]): Bytes {
  return writeTable(
    'accounts (_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, counter INTEGER DEFAULT 0, type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, original_name TEXT DEFAULT NULL)',
    'INSERT INTO accounts (email, secret, counter, type, issuer, original_name) VALUES (?, ?, ?, ?, ?, ?)',
    samples.map((it) => [
      ...[`${it.issuer}:${it.account}`, it.secret, it.counter, it.type === 'hotp' ? HOTP : 0],
      ...[it.issuer, 'x'.repeat(9000)],
    ]),
  )
}

/** Microsoft Authenticator's: base32 for other services, base64 and eight digits for its own. */
export function writeMicrosoft(samples: readonly Sample[]): Bytes {
  return writeTable(
    'accounts (_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, username TEXT, oath_secret_key TEXT, account_type INTEGER)',
    'INSERT INTO accounts (name, username, oath_secret_key, account_type) VALUES (?, ?, ?, ?)',
    samples.map((it) => {
      const isOwn = it.digits === 8
      const bytes = Buffer.from(decodeBase32(it.secret) ?? [])
      return [it.issuer, it.account, isOwn ? bytes.toString('base64') : it.secret, isOwn ? 1 : 0]
    }),
  )
}

const STRATUM_TYPES = { hotp: 1, totp: 2, steam: 4 }
const STRATUM_ALGORITHMS = { SHA1: 0, SHA256: 1, SHA512: 2 }

export function writeStratumDatabase(samples: readonly Sample[]): Bytes {
  return writeTable(
    'authenticator (type INTEGER, icon TEXT, issuer TEXT NOT NULL, username TEXT, secret TEXT PRIMARY KEY NOT NULL, algorithm INTEGER, digits INTEGER, period INTEGER, counter INTEGER, ranking INTEGER)',
    'INSERT INTO authenticator VALUES (?, NULL, ?, ?, ?, ?, ?, ?, ?, 0)',
    samples.map((it) => [
      ...[STRATUM_TYPES[it.type], it.issuer, it.account, it.secret],
      ...[STRATUM_ALGORITHMS[it.algorithm], it.digits, it.periodSeconds, it.counter],
    ]),
  )
}

/** A database file as SQLite itself writes it. */
function writeTable(
  table: string,
  insert: string,
  rows: readonly (readonly (string | number)[])[],
): Bytes {
  const path = join(tmpdir(), `sandi-${String(process.pid)}.sqlite`)
  const database = new DatabaseSync(path)
  database.exec(`CREATE TABLE ${table}`)
  const statement = database.prepare(insert)
  for (const row of rows) statement.run(...row)
  database.close()
  const bytes = bytesOf(readFileSync(path))
  rmSync(path)
  return bytes
}
