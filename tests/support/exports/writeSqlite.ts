import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Bytes } from '../../../utils/core/bytes'
import { bytesOf, type Sample } from './samples'

/** Google Authenticator's table, written by SQLite itself, with rows that reach over one page. */
export function writeSqlite(samples: readonly Sample[]): Bytes {
  const path = join(tmpdir(), `sandi-${String(process.pid)}.sqlite`)
  const database = new DatabaseSync(path)
  database.exec(
    'CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, counter INTEGER DEFAULT 0, type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, original_name TEXT DEFAULT NULL)',
  )
  const insert = database.prepare(
    'INSERT INTO accounts (email, secret, counter, type, issuer, original_name) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const it of samples) {
    insert.run(`${it.issuer}:${it.account}`, it.secret, it.counter, 0, it.issuer, 'x'.repeat(9000))
  }
  database.close()
  const bytes = bytesOf(readFileSync(path))
  rmSync(path)
  return bytes
}
