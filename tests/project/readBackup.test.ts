import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const GOLDEN = join(ROOT, 'tests/fixtures/golden/backup-v1.sandi')
const PASSPHRASE = 'kopi angin perak lima'

function read(args: readonly string[], input = PASSPHRASE) {
  const script = join(ROOT, 'scripts/readBackup.mjs')
  return spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' })
}

function write(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sandi-')), 'file')
  writeFileSync(path, text)
  return path
}

it('lists the accounts of the golden backup, without a secret', () => {
  const { status, stdout } = read([GOLDEN])
  expect(status).toBe(0)
  expect(stdout.split('\n')[0]).toBe('4 accounts, backed up 2026-01-15T12:00:00.000Z')
  expect(stdout).toContain('totp\tLantern Mail\tsari@example.org\thttps://mail.example.org')
  expect(stdout).not.toContain('GEZDGNBVGY3TQOJQ')
})

it('prints their links when asked to, with the passphrase from a file', () => {
  const { status, stdout } = read([GOLDEN, '--uris', '--passphrase-file', write(`${PASSPHRASE}\n`)])
  expect(status).toBe(0)
  expect(stdout).toContain(
    'otpauth://hotp/Kopi%20Bank:budi?secret=GEZDGNBVGY3TQOJQ&issuer=Kopi%20Bank&algorithm=SHA1&digits=6&counter=7\n',
  )
})

it.each([
  ['a wrong passphrase', () => read([GOLDEN], 'salah'), 'The passphrase does not open'],
  [
    'a damaged file',
    () => read([write(readFileSync(GOLDEN, 'utf8').replace('"nonce": "', '"nonce": "A'))]),
    'The backup is damaged.',
  ],
  ['another file', () => read([write('{}')]), 'The file is no backup made by Sandi.'],
])('refuses %s with a word and an exit code', (_name, run, word) => {
  const { status, stdout, stderr } = run()
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain(word)
})
