import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { toBase64 } from '@/utils/core/bytes'
import { readBackupContent } from '@/utils/core/vault/backupContent'
import { openBackup, readBackupFile, sealBackup } from '@/utils/core/vault/backupFormat'
import { MAX_BACKUP_CHARACTERS } from '@/utils/core/vault/backupLimits'
import { openJson, sealJson } from '@/utils/core/vault/sealedJson'
import { makeAccount, NOW } from '../../../support/accounts'
import { createCountingBytes } from '../../../support/countingBytes'
import { CHEAP_COST, PASSPHRASE } from './makeVault'

const RUNS = Number(process.env['SOAK_RUNS'] ?? 1000)
const randomBytes = createCountingBytes('backup')
const CONTENT = {
  version: 1 as const,
  createdAt: NOW,
  vault: { version: 1 as const, accounts: [makeAccount(), makeAccount({ id: 'b' })] },
  settings: { theme: 'dark' },
}

let text: string
beforeAll(async () => {
  text = await sealBackup(CONTENT, PASSPHRASE, CHEAP_COST, randomBytes)
})

/** The file with members changed and the checksum made right again, as an attacker would. */
function forge(change: (file: Record<string, unknown>) => Record<string, unknown>): string {
  const file = change(JSON.parse(text) as Record<string, unknown>)
  const parts = [file['header'], file['nonce'], file['ciphertext']].join('\n')
  return JSON.stringify({ ...file, checksum: createHash('sha256').update(parts).digest('base64') })
}

const forgeHeader = (from: string | RegExp, to: string) =>
  forge((file) => ({ ...file, header: String(file['header']).replace(from, to) }))

it('opens with its passphrase', async () => {
  expect(await openBackup(text, PASSPHRASE)).toEqual({
    ok: true,
    value: { ...CONTENT, leftOut: 0 },
  })
})

it.each(['', ' ', `${PASSPHRASE} `])('stays closed to the passphrase %j', async (passphrase) => {
  expect(await openBackup(text, passphrase)).toMatchObject({ code: 'wrong-backup-passphrase' })
})

it('opens also when it was written anew by another tool', async () => {
  const file = JSON.parse(text) as Record<string, unknown>
  const sorted = Object.fromEntries(Object.entries(file).sort(([a], [b]) => (a < b ? -1 : 1)))
  expect((await openBackup(JSON.stringify(sorted), PASSPHRASE)).ok).toBe(true)
  expect((await openBackup(text.replaceAll('\n', '\r\n'), PASSPHRASE)).ok).toBe(true)
})

describe('a file that is not whole is refused before any key is derived:', () => {
  it('whichever character was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, character) => {
          const changed = text.slice(0, at) + character + text.slice(at + 1)
          const isSame = JSON.stringify(parse(changed)) === JSON.stringify(parse(text))
          expect((await readBackupFile(changed)).ok).toBe(isSame)
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('wherever it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length - 3 }), async (length) => {
        const cut = await readBackupFile(text.slice(0, length))
        // Before format and version are complete nobody can tell what it was.
        const codes = length > 45 ? ['backup-damaged'] : ['backup-damaged', 'backup-unknown']
        expect(codes).toContain(cut.ok ? 'opened' : cut.code)
      }),
      { numRuns: RUNS / 4 },
    )
  })

  it('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (anything) => {
        expect(await readBackupFile(anything)).toMatchObject({ code: 'backup-unknown' })
      }),
      { numRuns: RUNS / 4 },
    )
  })

  it.each([
    ['nested without end', '['.repeat(5_000_000), 'backup-unknown'],
    ['nested behind its name', `{"format":"sandi-backup","version":1,"header":${'['.repeat(99)}`],
    ['too large', ' '.repeat(MAX_BACKUP_CHARACTERS + 1), 'backup-too-large'],
    ['of a later version', '{"format":"sandi-backup","version":2,"x":[]}', 'backup-too-new'],
    ['of version 0', '{"format":"sandi-backup","version":0}'],
    ['another program’s', '{"version":1,"header":{"slots":[]},"db":"…"}', 'backup-unknown'],
  ])('%s', async (_name, file, code = 'backup-damaged') => {
    expect(await readBackupFile(file)).toMatchObject({ code })
  })
})

describe('a forged file yields nothing:', () => {
  it.each([
    ['too little memory', '"memoryKib":19456', '"memoryKib":8'],
    ['too much memory', '"memoryKib":19456', '"memoryKib":4194304'],
    ['too many passes', '"iterations":2', '"iterations":1000000'],
    ['a salt of another length', /"salt":"[^"]+"/u, '"salt":"AAAA"'],
    ['no slot', /"slots":.*/u, '"slots":[]}'],
    ['two slots', /"slots":\[(.*)\]/u, '"slots":[$1,$1]'],
    ['an unknown member', '{', '{"more":1,'],
    ['a header of a vault', '"magic":"sandi-backup"', '"magic":"sandi-vault"'],
  ])('%s', async (_name, from, to) => {
    expect(await openBackup(forgeHeader(from, to), PASSPHRASE)).toMatchObject({
      code: 'backup-damaged',
    })
  })

  it('a header of a later version', async () => {
    const later = forgeHeader('"version":1', '"version":2')
    expect(await openBackup(later, PASSPHRASE)).toMatchObject({ code: 'backup-too-new' })
  })

  it('a slot that is made for another backup', async () => {
    const other = await sealBackup(CONTENT, PASSPHRASE, CHEAP_COST, randomBytes)
    const { header } = JSON.parse(other) as { header: string }
    const swapped = forge((file) => ({ ...file, header }))
    expect(await openBackup(swapped, PASSPHRASE)).toMatchObject({ code: 'backup-damaged' })
    const id = /"backupId":"([^"]+)"/u.exec(header)?.[1] ?? ''
    const moved = forgeHeader(/"backupId":"[^"]+"/u, `"backupId":"${id}"`)
    expect((await openBackup(moved, PASSPHRASE)).ok).toBe(false)
  })
})

it('authenticates the header with the content, byte by byte', async () => {
  const dataKey = randomBytes(32)
  const sealed = await sealJson({ magic: 'sandi-backup' }, CONTENT, dataKey, randomBytes)
  expect(await openJson(sealed, dataKey)).toEqual(CONTENT)
  expect(await openJson({ ...sealed, header: `${sealed.header} ` }, dataKey)).toBeUndefined()
  const nonce = toBase64(randomBytes(12))
  expect(await openJson({ ...sealed, nonce }, dataKey)).toBeUndefined()
})

describe('content that a stranger sealed', () => {
  const read = (...accounts: object[]) =>
    readBackupContent({ ...CONTENT, vault: { version: 1, accounts } })

  it.each([
    ['a secret that is none', { secret: '!' }],
    ['a million digits', { digits: 1_000_000 }],
    ['a period of zero', { periodSeconds: 0 }],
    ['an empty id', { id: '' }],
    ['an endless id', { id: 'x'.repeat(65) }],
  ])('leaves out an account with %s', (_name, change) => {
    expect(read(makeAccount(change), makeAccount({ id: 'good' }))).toMatchObject({
      value: { leftOut: 1, vault: { accounts: [{ id: 'good' }] } },
    })
  })

  it('is cleaned like what comes from outside', () => {
    const account = makeAccount({
      issuer: 'Ac\u202Eme',
      sites: ['javascript:alert(1)', 'https://a.example/path', 'http://b.example'],
      deletedAt: NOW,
    })
    expect(read(account)).toMatchObject({
      value: { vault: { accounts: [{ issuer: 'Acme', sites: ['https://a.example'] }] } },
    })
    expect(JSON.stringify(read(account))).not.toContain('deletedAt')
  })

  it('keeps wildcards, and of a note, tags and a picture what may be kept', () => {
    const png = 'data:image/png;base64,iVBORw0KGgo='
    const rich = makeAccount({
      sites: ['https://*.acme.example', 'https://*.co.id'],
      note: ' one\u202E\r\ntwo ',
      tags: ['Work', ' Work', ''],
      icon: png,
    })
    expect(read(rich)).toMatchObject({
      value: {
        vault: {
          accounts: [
            { sites: ['https://*.acme.example'], note: 'one\ntwo', tags: ['Work'], icon: png },
          ],
        },
      },
    })
  })

  it('keeps of recovery codes and a former key what may be kept', () => {
    const { type, algorithm, digits, periodSeconds, counter } = makeAccount()
    const former = { type, algorithm, digits, periodSeconds, counter, secret: 'gezd gnbv' }
    const rich = makeAccount({
      recoveryCodes: [
        { code: ' 4f7k\u202E-9q2m', usedAt: NOW },
        { code: '4f7k-9q2m' },
        { code: '' },
        { code: 'x'.repeat(1000) },
        ...Array.from({ length: 1000 }, (_, at) => ({ code: `code ${String(at)}` })),
      ],
      former,
    })
    const content = read(rich)
    const account = content.ok ? content.value.vault.accounts[0] : undefined
    expect(account?.recoveryCodes).toHaveLength(100)
    expect(account?.recoveryCodes?.[0]).toEqual({ code: '4f7k-9q2m', usedAt: NOW })
    expect(account?.former?.secret).toBe('GEZDGNBV')
    expect(JSON.stringify(read(makeAccount({ former: { ...former, secret: '!' } })))).not.toContain(
      'former',
    )
  })

  it('keeps of wishes about sites what may be kept', () => {
    const hint = { type: 'text', names: '', label: '', near: '', wrapper: '' }
    const site = 'https://a.example'
    const sites = {
      [site]: { submits: true, never: Array(30).fill(hint), appends: ['account-1', 'gone'] },
      'https://a.example/path': { isHidden: true },
      'javascript:alert(1)': { isHidden: true },
      'https://b.example': { appends: ['gone'] },
    }
    const vault = { version: 1, accounts: [makeAccount({ id: 'account-1' })], sites }
    const content = readBackupContent({ ...CONTENT, vault })
    expect(content.ok && content.value.vault.sites).toEqual({
      [site]: { submits: true, never: Array(20).fill(hint), appends: ['account-1'] },
    })
  })

  it.each([
    ['an endless note', { note: 'x'.repeat(1_000_000) }],
    ['a thousand tags', { tags: Array.from({ length: 1000 }, (_, at) => `tag ${String(at)}`) }],
    ['a picture that is a program', { icon: 'data:image/svg+xml;base64,PHN2Zz4=' }],
    ['a picture by name only', { icon: 'data:image/png;base64,PHN2Zz4=' }],
    ['a picture from elsewhere', { icon: 'https://tracker.example/pixel.png' }],
    ['an endless picture', { icon: `data:image/png;base64,iVBORw0KGgo${'A'.repeat(100_000)}` }],
  ])('loses %s', (_name, extras) => {
    const text = JSON.stringify(read(makeAccount(extras)))
    expect(text).toContain('"leftOut":0')
    expect(text).not.toContain('"icon"')
    expect(text.length).toBeLessThan(11_000)
  })

  it.each([
    ['two accounts of one id', [makeAccount(), makeAccount()]],
    ['something that is no account', [{ id: 'x' }]],
  ])('is refused with %s', (_name, accounts) => {
    expect(read(...accounts)).toMatchObject({ code: 'backup-damaged' })
  })

  it('is told apart from a later version', () => {
    expect(readBackupContent({ version: 2 })).toMatchObject({ code: 'backup-too-new' })
    expect(readBackupContent({ ...CONTENT, vault: { version: 2 } })).toMatchObject({
      code: 'backup-too-new',
    })
    expect(readBackupContent(null)).toMatchObject({ code: 'backup-damaged' })
  })
})

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
