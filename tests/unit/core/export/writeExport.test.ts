import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ALGORITHMS, type Account } from '@/utils/core/account'
import { utf8 } from '@/utils/core/bytes'
import { EXPORT_IDS, type ExportId } from '@/utils/core/export/exportFormats'
import { writeExport, type Exported, type ExportTools } from '@/utils/core/export/writeExport'
import { cleanName } from '@/utils/core/otpauth/cleanText'
import { decodeBase32, encodeBase32 } from '@/utils/core/otp/base32'
import { paintQr } from '@/utils/core/qr/encodeQr'
import { makeAccount, NOW } from '../../../support/accounts'
import { createCountingBytes } from '../../../support/countingBytes'
import { openZxing } from '../../../support/openQrReader'
import {
  readAegis,
  readBitwarden,
  readMigrationText,
  readTwofas,
  readWithJsqr,
  type Read,
} from '../../../support/exports/readBack'

const PASSWORD = 'kertas biru 7'
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let tools: ExportTools
beforeAll(async () => {
  const read = await openZxing()
  let id = 0
  tools = {
    randomBytes: createCountingBytes('export'),
    randomId: () => `00000000-0000-4000-8000-${String(id++).padStart(12, '0')}`,
    now: NOW,
    readQr: async (pixels) => (await read(pixels, 'plain')).map(({ text }) => text),
  }
})

const rich = makeAccount({
  ...{ id: 'rich', issuer: 'Lantern Mail', account: 'sari@example.org', pinned: true },
  ...{ note: 'one\ntwo', tags: ['Work', 'Mail'], icon: PNG },
  sites: ['https://mail.lantern.example', 'https://*.lantern.example'],
})
const usual = makeAccount({ id: 'usual', tags: ['Work'] })
const long = makeAccount({
  ...{ id: 'long', issuer: 'Dompet: Ku', account: 'nur+kerja & #1', algorithm: 'SHA256' },
  ...{ digits: 8, periodSeconds: 60, secret: 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZPI2DMNRTGQ' },
})
const counter = makeAccount({
  ...{ id: 'counter', type: 'hotp', counter: 4_300_000_000, digits: 8, algorithm: 'SHA512' },
})
const steam = makeAccount({ id: 'steam', type: 'steam', digits: 5, issuer: 'Steam' })
const odd = makeAccount({ id: 'odd', issuer: '', account: 'Acme:me', digits: 7, periodSeconds: 45 })
const ALL = [rich, usual, long, counter, steam, odd]

async function write(exportAs: ExportId, accounts: readonly Account[] = ALL): Promise<Exported> {
  const exported = await writeExport({ exportAs, accounts, password: PASSWORD }, tools)
  if (!exported.ok) throw new Error(exported.code)
  return exported.value
}

const reasons = ({ leftOut }: Exported) => leftOut.map(({ code, issuer }) => [issuer, code])

/** What an independent reader has to find. */
function asRead({ type, issuer, account, secret, algorithm, digits, ...rest }: Account): Read {
  const moving = type === 'hotp' ? rest.counter : rest.periodSeconds
  return { type, issuer, account, secret, algorithm, digits, moving }
}

describe('a list of links', () => {
  it('holds every account, one a line', async () => {
    const { text, leftOut, count } = await write('otpauth')
    expect(leftOut).toEqual([])
    expect(count).toBe(ALL.length)
    const lines = text.split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => new URL(line).searchParams.get('secret'))).toEqual(
      ALL.map(({ secret }) => secret),
    )
  })
})

describe('Aegis', () => {
  it.each([
    ['aegis' as const, undefined],
    ['aegis-sealed' as const, PASSWORD],
  ])('as %s is what its own description says', async (id, password) => {
    const exported = await write(id)
    expect(exported.leftOut).toEqual([])
    const { accounts, entries, groups } = readAegis(exported.text, password)
    expect(accounts).toEqual(ALL.map(asRead))
    expect(entries[0]).toMatchObject({ note: 'one\ntwo', favorite: true, icon_mime: 'image/png' })
    expect(entries[0]?.groups.map((group) => groups.get(group))).toEqual(['Work', 'Mail'])
    expect(entries[0]?.icon).toBe(PNG.replace(/.*,/u, ''))
    expect(new Set(entries.map(({ uuid }) => uuid)).size).toBe(ALL.length)
  })

  it('is sealed, when it is', async () => {
    const { text } = await write('aegis-sealed')
    for (const word of ['Lantern', 'sari', usual.secret, 'Work']) expect(text).not.toContain(word)
    expect(() => readAegis(text, 'another')).toThrow()
  })
})

describe('2FAS', () => {
  it.each([
    ['twofas' as const, undefined],
    ['twofas-sealed' as const, PASSWORD],
  ])('as %s is what its own description says', async (id, password) => {
    const exported = await write(id)
    expect(reasons(exported)).toEqual([['', 'period-unknown']])
    const { accounts, groupOf, schemaVersion, reference } = readTwofas(exported.text, password)
    expect(schemaVersion).toBe(4)
    expect(accounts).toEqual(ALL.slice(0, -1).map(asRead))
    expect(groupOf.slice(0, 3)).toEqual(['Work', 'Work', undefined])
    if (password !== undefined) expect(reference).toMatch(/^tRViSsLKzd86.*KyoJujd$/u)
  })

  it('is sealed, when it is', async () => {
    const { text } = await write('twofas-sealed')
    for (const word of ['Lantern', 'sari', usual.secret]) expect(text).not.toContain(word)
  })
})

describe('Bitwarden', () => {
  it('gets logins, and no account whose codes it would make in another way', async () => {
    const exported = await write('bitwarden')
    expect(reasons(exported)).toEqual([['Acme', 'type-unknown']])
    const items = readBitwarden(exported.text)
    expect(items[0]).toMatchObject({
      ...{ type: 1, name: 'Lantern Mail', favorite: true, folder: 'Work', notes: 'one\ntwo' },
      login: { username: 'sari@example.org', uris: [{ uri: 'https://mail.lantern.example' }] },
    })
    const links = items.map(({ login }) => login.totp)
    expect(links[3]).toBe(`steam://${steam.secret}`)
    expect(new URL(links[2] ?? '').searchParams.get('algorithm')).toBe('SHA256')
  })
})

describe('Google Authenticator', () => {
  const many = Array.from({ length: 23 }, (_, at) =>
    makeAccount({ id: String(at), account: `me+${String(at)}@example.org` }),
  )

  it('gets as many codes as are needed, each telling which it is', async () => {
    const { codes, count } = await write('google', many)
    expect(count).toBe(23)
    const pages = codes.map(({ text }) => readMigrationText(text))
    expect(pages.map(({ size, index, version }) => [size, index, version])).toEqual([
      [3, 0, 1],
      [3, 1, 1],
      [3, 2, 1],
    ])
    expect(new Set(pages.map(({ batchId }) => batchId)).size).toBe(1)
    expect(pages[0]?.batchId).toBeGreaterThan(0)
    const secret = Buffer.from(decodeBase32(usual.secret) ?? []).toString('hex')
    expect(pages.flatMap(({ accounts }) => accounts)).toEqual(
      many.map((account) => ({ ...asRead(account), secret })),
    )
  })

  it('names what it has no word for', async () => {
    const exported = await write('google')
    expect(exported.count).toBe(3)
    expect(reasons(exported)).toEqual([
      ['Dompet: Ku', 'period-unknown'],
      ['Steam', 'type-unknown'],
      ['', 'digits-unknown'],
    ])
    const [page] = exported.codes.map(({ text }) => readMigrationText(text))
    expect(page?.accounts.at(-1)).toMatchObject({ type: 'hotp', moving: 4_300_000_000, digits: 8 })
  })

  it('keeps codes small enough for a phone, also with long names', async () => {
    const names = many.map((account) => ({ ...account, issuer: 'x'.repeat(200) }))
    const { codes } = await write('google', names)
    expect(codes.length).toBeGreaterThan(3)
    for (const { size } of codes) expect(size).toBeLessThanOrEqual(4 * 25 + 17 + 8)
  })

  it('draws codes that another decoder reads', async () => {
    const { codes } = await write('google', many)
    for (const code of codes) expect(readWithJsqr(paintQr(code))).toBe(code.text)
  })
})

describe('a sheet', () => {
  it('has one code for each account, which another decoder reads', async () => {
    const { codes, leftOut } = await write('sheet')
    expect(leftOut).toEqual([])
    expect(codes).toHaveLength(ALL.length)
    for (const code of codes) expect(readWithJsqr(paintQr(code))).toBe(code.text)
  })

  it('names an account that no code is large enough for', async () => {
    const exported = await write('sheet', [usual, makeAccount({ account: 'ä'.repeat(500) })])
    expect(reasons(exported)).toEqual([['Acme', 'too-long']])
  })
})

describe.each(EXPORT_IDS)('%s', (exportAs) => {
  it('is not made of nothing', async () => {
    const empty = await writeExport({ exportAs, accounts: [], password: PASSWORD }, tools)
    expect(empty).toMatchObject({ code: 'export-empty' })
  })

  it('names what would come back as something else, and keeps the rest', async () => {
    // A name that no reader takes as it is stands for whatever a format may do to an account.
    const damaged = makeAccount({ id: 'damaged', issuer: 'Ac\u202Eme' })
    const exported = await write(exportAs, [damaged, usual])
    expect(reasons(exported)).toEqual([['Ac\u202Eme', 'changed']])
    expect(exported.count).toBe(1)
  })
})

it('hands nothing over that cannot be read back', async () => {
  const deaf = { ...tools, readQr: () => Promise.resolve([]) }
  const drawn = { exportAs: 'sheet' as const, accounts: [usual], password: '' }
  expect(await writeExport(drawn, deaf)).toMatchObject({ code: 'export-unsound' })
  // More than the importer takes.
  const accounts = Array.from({ length: 20_001 }, (_, at) => makeAccount({ id: String(at) }))
  const written = { exportAs: 'otpauth' as const, accounts, password: '' }
  expect(await writeExport(written, tools)).toMatchObject({ code: 'export-unsound' })
})

describe('whatever the accounts are', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 30 }).map(cleanName)
  const account = fc
    .record({
      type: fc.constantFrom('totp' as const, 'hotp' as const),
      secret: fc
        .uint8Array({ minLength: 1, maxLength: 64 })
        .map((it) => encodeBase32(utf8(String(it)))),
      algorithm: fc.constantFrom(...ALGORITHMS),
      digits: fc.constantFrom(6, 7, 8),
      period: fc.constantFrom(15, 30, 60),
      counter: fc.nat(),
      issuer: name,
      account: name,
      note: fc.string(),
      tags: fc.array(fc.string(), { maxLength: 3 }),
    })
    .map(({ period, counter: moved, type, ...rest }) =>
      makeAccount({
        ...{ ...rest, type },
        periodSeconds: type === 'hotp' ? 30 : period,
        counter: type === 'hotp' ? moved : 0,
      }),
    )

  it.each(['otpauth', 'aegis', 'twofas', 'bitwarden'] as const)(
    '%s counts each of them, in it or named, and never as something else',
    async (exportAs) => {
      await fc.assert(
        fc.asyncProperty(fc.array(account, { minLength: 1, maxLength: 8 }), async (accounts) => {
          const exported = await writeExport({ exportAs, accounts, password: '' }, tools)
          if (!exported.ok) {
            expect(exported.code).toBe('export-empty')
            return
          }
          expect(exported.value.count + exported.value.leftOut.length).toBe(accounts.length)
          // Names that were cleaned when they came in do not change on the way out.
          expect(exported.value.leftOut.filter(({ code }) => code === 'changed')).toEqual([])
        }),
        { numRuns: 100 },
      )
    },
  )
})
