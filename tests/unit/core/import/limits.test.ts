import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { utf8, type Bytes } from '../../../../utils/core/bytes'
import { FOREIGN_LIMITS } from '../../../../utils/core/crypto/foreignKdf'
import { MAX_ENTRIES } from '../../../../utils/core/import/importer'
import { MAX_FILE_BYTES, readImport } from '../../../../utils/core/import/readImport'
import { failure } from '../../../../utils/core/result'
import { bitwardenVault, writeAegis, writeSealedPskc } from '../../../support/exports/plain'
import { ALL_SAMPLES, json, PASSWORD } from '../../../support/exports/samples'
import * as sealed from '../../../support/exports/sealed'
import { writeEnte } from '../../../support/exports/writeEnte'
import { writeKdbx } from '../../../support/exports/writeKdbx'

async function read(file: Bytes | string, password?: string) {
  const { result } = await readImport(typeof file === 'string' ? utf8(file) : file, {
    limits: FOREIGN_LIMITS,
    readQrCodes: () => Promise.resolve(failure('no-qr')),
    ...(password === undefined ? {} : { password }),
  })
  return result
}

const LINK = 'otpauth://totp/a?secret=MFRGGZDFMZTWQ2LK\n'

describe('too much is refused:', () => {
  it.each<[string, () => Bytes | string | Promise<Bytes>, string]>([
    ['a file', () => new Uint8Array(MAX_FILE_BYTES + 1), 'file-too-large'],
    ['nesting', () => `${'['.repeat(33)}${']'.repeat(33)}`, 'file-too-deep'],
    ['nesting without an end', () => '{"a":'.repeat(1_000_000), 'file-too-deep'],
    ['XML without an end', () => '<map>'.repeat(500_000), 'file-damaged'],
    ['links', () => LINK.repeat(MAX_ENTRIES + 1), 'too-many-entries'],
    ['lines', () => `${LINK}${'x\n'.repeat(500_000)}`, 'too-many-entries'],
    [
      'items',
      () => `{"encrypted":false,"folders":[],"items":[${'0,'.repeat(3_000_000)}0]}`,
      'too-many-entries',
    ],
    [
      'columns',
      () =>
        JSON.stringify(
          Array.from({ length: 5000 }, (_, at) => ({
            [`secret${String(at)}`]: 'MFRGGZDFMZTWQ2LK',
          })),
        ),
      'file-unknown',
    ],
    [
      'entries of a zip',
      () =>
        sealed.writeZip(
          Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${String(at)}.txt`, 'x'])),
        ),
      'zip-too-large',
    ],
    ['a zip bomb', () => sealed.writeZip({ 'a.txt': ' '.repeat(60_000_000) }), 'zip-too-large'],
    [
      'a bomb within the limit of size',
      () => sealed.writeZip({ 'data.json': `{"a":"${'0'.repeat(20_000_000)}"}` }),
      'zip-too-large',
    ],
  ])('%s', async (_name, write, code) => {
    expect(await read(await write())).toMatchObject({ code })
  })
})

describe('a key that would cost too much is not derived:', () => {
  const change = (file: Bytes, from: RegExp, to: string) => {
    const text = new TextDecoder().decode(file)
    expect(text).toMatch(from)
    return utf8(text.replaceAll(new RegExp(from, 'gu'), to))
  }

  it.each<[string, () => Bytes | Promise<Bytes>]>([
    ['Aegis', () => change(sealed.writeSealedAegis(ALL_SAMPLES), /"n":1024/u, '"n":1073741824')],
    ['Aegis, many lanes', () => change(sealed.writeSealedAegis([]), /"p":1/u, '"p":1000000')],
    [
      'Bitwarden, PBKDF2',
      async () =>
        change(
          await sealed.writeSealedBitwarden([], 'pbkdf2'),
          /"kdfIterations":1000/u,
          '"kdfIterations":4000000000',
        ),
    ],
    [
      'Bitwarden, Argon2id',
      async () =>
        change(
          await sealed.writeSealedBitwarden([], 'argon2'),
          /"kdfMemory":1/u,
          '"kdfMemory":2000000',
        ),
    ],
    [
      'Ente',
      async () => change(await writeEnte(utf8(LINK)), /"memLimit":\d+/u, '"memLimit":17179869184'),
    ],
    ['PSKC', () => change(writeSealedPskc('derived'), />1000</u, '>4000000000<')],
    [
      'KDBX',
      async () => {
        const file = await writeKdbx([])
        // 'R', the rounds: an unsigned number of eight bytes behind its name and length.
        const at = Buffer.from(file).indexOf(Buffer.from([1, 0, 0, 0, 0x52, 8, 0, 0, 0]))
        expect(at).toBeGreaterThan(0)
        new DataView(file.buffer).setBigUint64(at + 9, 1n << 40n, true)
        return file
      },
    ],
  ])('%s', async (_name, write) => {
    expect(await read(await write(), PASSWORD)).toMatchObject({ code: 'kdf-too-expensive' })
  })
})

describe('what reaches for prototypes reaches nothing:', () => {
  const EVIL = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'

  it.each([
    ['JSON', new TextDecoder().decode(writeAegis(ALL_SAMPLES)).replaceAll('{', `{${EVIL}`)],
    ['a table', `__proto__,constructor,secret,issuer\nx,y,MFRGGZDFMZTWQ2LK,me`],
    ['XML', '<map __proto__="x" constructor="y"><string name="__proto__">{}</string></map>'],
    ['Bitwarden', JSON.stringify(bitwardenVault(ALL_SAMPLES)).replace('{', `{${EVIL}`)],
  ])('%s', async (_name, text) => {
    await read(text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('and names of that kind are left out, not the entry', async () => {
    const text = new TextDecoder().decode(writeAegis(ALL_SAMPLES)).replaceAll('{', `{${EVIL}`)
    const result = await read(text)
    expect(result.ok && result.value.entries.filter(({ ok }) => ok)).toHaveLength(4)
  })
})

it('expands no entities of a document type', async () => {
  const laughs = `<!DOCTYPE map [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}">]><map>&b;</map>`
  expect(await read(laughs)).toMatchObject({ code: 'file-damaged' })
})

// A pattern that backtracks takes minutes for these; vitest stops the test long before.
describe('no text takes long:', () => {
  it.each([
    ...['<', '<a ', '<code', '<code>', '<!--', '&#', '&amp;', '</', 'otpauth://', 'steam://'],
    ...['data:image/png;base64,', '"', '",', ',', ';', '\t', '\\', '%', '[', '{', '=', ' ', '\n'],
    ...['otpauth://totp/a?', 'otpauth-migration://offline?data=', 'motp://', 'A', 'a b', '#'],
  ])(
    '%j over and over',
    async (piece) => {
      const text = piece.repeat(Math.ceil(500_000 / piece.length))
      for (const start of ['', '<html>', '<html><code>', LINK, 'secret,issuer\n']) {
        expect((await read(`${start}${text}`)).ok).toBeTypeOf('boolean')
      }
    },
    60_000,
  )
})

it('takes a password of any kind for a wrong one', async () => {
  const file = sealed.writeSealedTwofas(ALL_SAMPLES)
  for (const password of ['', ' ', '\u0000', '\ud800', 'x'.repeat(100_000)]) {
    expect(await read(file, password)).toMatchObject({ code: 'wrong-password' })
  }
  expect(
    await read(json({ schemaVersion: 4, services: [], servicesEncrypted: '::' }), 'x'),
  ).toMatchObject({
    ok: false,
  })
})
