import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, toBase64, utf8 } from '@/utils/core/bytes'
import { importKey, seal } from '@/utils/core/crypto/aead'
import {
  openVault,
  readHeader,
  sealVault,
  type SealedVault,
  type VaultHeader,
} from '@/utils/core/vault/vaultFormat'
import { success } from '@/utils/core/result'
import { unwrapByPassphrase, type Slot } from '@/utils/core/vault/slots'
import { makeAccount } from '../../../support/accounts'
import { createCountingBytes } from '../../../support/countingBytes'
import { makeVault, PASSPHRASE } from './makeVault'

async function unwrapDataKey({ vaultId, slots }: VaultHeader, passphrase: string) {
  const unwrapped = await unwrapByPassphrase(vaultId, slots, passphrase)
  return unwrapped.ok ? success(unwrapped.value.dataKey) : unwrapped
}

const ACCOUNTS = [makeAccount(), makeAccount({ id: 'b', type: 'hotp', counter: 9, deletedAt: 1 })]

let made: Awaited<ReturnType<typeof makeVault>>
beforeAll(async () => {
  made = await makeVault(ACCOUNTS)
})

/** The vault with one character of a part replaced by another of the same kind. */
function damage(part: keyof SealedVault, at: number): SealedVault {
  const text = made.vault[part]
  const character = text.charAt(at)
  const other = /\d/u.test(character) ? String((Number(character) + 1) % 10) : swap(character)
  return { ...made.vault, [part]: text.slice(0, at) + other + text.slice(at + 1) }
}

function swap(character: string): string {
  if (/[a-z]/iu.test(character)) return character.toLowerCase() === 'a' ? 'b' : 'a'
  return character === ' ' ? 'x' : ' '
}

describe('a vault', () => {
  it('opens with the data key that the passphrase unwraps', async () => {
    const header = readHeader(made.vault)
    if (!header.ok) throw new Error(header.code)
    expect(await unwrapDataKey(header.value, PASSPHRASE)).toEqual({ ok: true, value: made.dataKey })
    expect(await openVault(made.vault, made.dataKey)).toEqual({
      ok: true,
      value: { header: made.header, data: { version: 1, accounts: ACCOUNTS } },
    })
  })

  it('has a fresh nonce at every sealing, and other ones for its slot', async () => {
    const nonces = new Set(made.header.slots.map(({ nonce }) => nonce))
    for (let count = 0; count < 50; count++) {
      const data = { version: 1 as const, accounts: [] }
      nonces.add((await sealVault(made.header, data, made.dataKey, made.randomBytes)).nonce)
    }
    expect(nonces.size).toBe(51)
  })

  it.each([
    ['caf\u00e9', 'cafe\u0301'],
    ['ﬁve ｗｉｄｅ', 'five wide'],
  ])('opens with another spelling of the same passphrase: %s', async (first, second) => {
    const randomBytes = createCountingBytes('nfkc')
    const { createHeader } = await import('@/utils/core/vault/vaultFormat')
    const cost = { memoryKib: 19 * 1024, iterations: 2 }
    const header = await createHeader(made.dataKey, first, cost, randomBytes)
    expect(await unwrapDataKey(header, second)).toEqual({ ok: true, value: made.dataKey })
  })

  it.each(['', ' ', 'correct horse battery stapl', `${PASSPHRASE} `, PASSPHRASE.toUpperCase()])(
    'stays closed to the passphrase %j',
    async (passphrase) => {
      expect(await unwrapDataKey(made.header, passphrase)).toEqual({
        ok: false,
        code: 'wrong-passphrase',
      })
    },
  )

  it('stays closed to another data key', async () => {
    expect(await openVault(made.vault, new Uint8Array(32))).toMatchObject({ code: 'vault-damaged' })
  })
})

describe('a damaged vault', () => {
  it('is refused whichever character of the header is replaced', async () => {
    for (let at = 0; at < made.vault.header.length; at++) {
      expect(await openVault(damage('header', at), made.dataKey)).toMatchObject({ ok: false })
    }
  })

  it('is refused whichever bit of a header character is flipped', async () => {
    const bytes = utf8(made.vault.header)
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 7))
      const header = new TextDecoder().decode(flipped)
      expect(await openVault({ ...made.vault, header }, made.dataKey)).toMatchObject({ ok: false })
    }
  })

  it.each([
    'vaultId',
    'id',
    'salt',
    'nonce',
    'wrappedKey',
    'generation',
    'memoryKib',
    'iterations',
  ])('yields nothing to the right passphrase when the %s is changed', async (field) => {
    const at = made.vault.header.indexOf(`"${field}":`) + field.length + 4
    const vault = damage('header', at)
    expect(vault.header).not.toBe(made.vault.header)
    const header = readHeader(vault)
    const dataKey = header.ok ? await unwrapDataKey(header.value, PASSPHRASE) : header
    expect(dataKey.ok && (await openVault(vault, dataKey.value)).ok).toBe(false)
  })

  it('is refused whichever character of the nonce is replaced', async () => {
    for (let at = 0; at < made.vault.nonce.length; at++) {
      expect(await openVault(damage('nonce', at), made.dataKey)).toEqual({
        ok: false,
        code: 'vault-damaged',
      })
    }
  })

  it('is refused when a byte of the ciphertext is changed', async () => {
    const bytes = fromBase64(made.vault.ciphertext) ?? new Uint8Array(0)
    const last = bytes.length - 1
    for (const at of [
      0,
      1,
      100,
      ...Array.from({ length: 64 }, (_, n) => n * 64),
      last - 15,
      last,
    ]) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      const vault = { ...made.vault, ciphertext: toBase64(changed) }
      expect(await openVault(vault, made.dataKey)).toMatchObject({ code: 'vault-damaged' })
    }
  })

  it.each<[string, Partial<SealedVault>]>([
    ['no header', { header: '' }],
    ['a header that is no JSON', { header: '{' }],
    ['a header that is null', { header: 'null' }],
    ['a header that is a list', { header: '[]' }],
    ['no nonce', { nonce: '' }],
    ['a nonce that is no base64', { nonce: '!!!!' }],
    ['a short nonce', { nonce: 'AAAA' }],
    ['no ciphertext', { ciphertext: '' }],
    ['a ciphertext that is no base64', { ciphertext: '%' }],
    ['a ciphertext shorter than its tag', { ciphertext: 'AAAA' }],
  ])('is refused with %s', async (_name, change) => {
    expect(await openVault({ ...made.vault, ...change }, made.dataKey)).toEqual({
      ok: false,
      code: 'vault-damaged',
    })
  })

  it('is refused when the header is written with other white space', async () => {
    const header = JSON.stringify(JSON.parse(made.vault.header), null, 1)
    expect(readHeader({ ...made.vault, header }).ok).toBe(true)
    expect(await openVault({ ...made.vault, header }, made.dataKey)).toMatchObject({ ok: false })
  })

  it.each(['unicode', 'not json', '[]', '{"version":1}', '{"version":1,"accounts":{}}'])(
    'is refused when the sealed content is %j',
    async (content) => {
      const key = await importKey(made.dataKey)
      const sealed = await seal(key, utf8(content), utf8(made.vault.header), made.randomBytes)
      const vault = {
        header: made.vault.header,
        nonce: toBase64(sealed.nonce),
        ciphertext: toBase64(sealed.ciphertext),
      }
      expect(await openVault(vault, made.dataKey)).toMatchObject({ code: 'vault-damaged' })
    },
  )
})

describe('a mixed-up vault', () => {
  it('refuses a slot of another vault with the same passphrase', async () => {
    const other = await makeVault(ACCOUNTS, 'other')
    const mixed: VaultHeader = { ...made.header, slots: other.header.slots }
    expect(await unwrapDataKey(mixed, PASSPHRASE)).toMatchObject({ code: 'wrong-passphrase' })
  })

  it('refuses the content of another generation under its header', async () => {
    const header = { ...made.header, generation: 2 }
    const data = { version: 1 as const, accounts: [] }
    const next = await sealVault(header, data, made.dataKey, made.randomBytes)
    const replay = { ...next, nonce: made.vault.nonce, ciphertext: made.vault.ciphertext }
    expect(await openVault(replay, made.dataKey)).toMatchObject({ code: 'vault-damaged' })
    const renumbered = { ...made.vault, header: next.header }
    expect(await openVault(renumbered, made.dataKey)).toMatchObject({ code: 'vault-damaged' })
  })
})

describe('readHeader', () => {
  const withHeader = (change: object): SealedVault => ({
    ...made.vault,
    header: JSON.stringify({ ...made.header, ...change }),
  })

  it.each([
    ['a newer version', { version: 2 }],
    ['a newer version of another shape', { version: 3, slots: 'elsewhere', more: true }],
  ])('tells %s from damage', async (_name, change) => {
    expect(readHeader(withHeader(change))).toEqual({ ok: false, code: 'vault-too-new' })
    expect(await openVault(withHeader(change), made.dataKey)).toMatchObject({
      code: 'vault-too-new',
    })
  })

  it.each([
    ['another magic', { magic: 'other-vault' }],
    ['another magic and a newer version', { magic: 'other-vault', version: 2 }],
    ['version 0', { version: 0 }],
    ['a version in words', { version: '2' }],
    ['generation 0', { generation: 0 }],
    ['half a generation', { generation: 1.5 }],
    ['an unsafe generation', { generation: 2 ** 53 }],
    ['no slot', { slots: [] }],
    ['an unknown field', { extra: 1 }],
  ])('refuses %s', (_name, change) => {
    expect(readHeader(withHeader(change))).toEqual({ ok: false, code: 'vault-damaged' })
  })

  it('refuses more slots than a person would wait for', () => {
    const slots = Array.from({ length: 9 }, () => made.header.slots[0])
    expect(readHeader(withHeader({ slots }))).toMatchObject({ code: 'vault-damaged' })
  })

  it('refuses a header with a __proto__ key', () => {
    const header = made.vault.header.replace('{', '{"__proto__":{"generation":7},')
    expect(readHeader({ ...made.vault, header })).toMatchObject({ code: 'vault-damaged' })
  })
})

describe('unwrapping the data key', () => {
  it.each([
    ['too little memory', { memoryKib: 1024 }],
    ['too much memory', { memoryKib: 2 ** 31 }],
    ['too few iterations', { iterations: 1 }],
    ['too many iterations', { iterations: 1_000_000 }],
    ['no salt', { salt: '' }],
    ['a short salt', { salt: 'AAAA' }],
    ['a long salt', { salt: toBase64(new Uint8Array(64)) }],
  ])('computes nothing with %s', async (_name, change) => {
    const slots = made.header.slots.map(
      // What a hostile file would hold, whatever the type says.
      (slot) => ({ ...slot, kdf: { ...slot.kdf, ...change } }) as Slot,
    )
    expect(await unwrapDataKey({ ...made.header, slots }, PASSPHRASE)).toEqual({
      ok: false,
      code: 'vault-damaged',
    })
  })
})
