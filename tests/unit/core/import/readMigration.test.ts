import { describe, expect, it } from 'vitest'
import { toBase64, utf8, type Bytes } from '../../../../utils/core/bytes'
import { readMigration } from '../../../../utils/core/otpauth/readMigration'
import { writeMigration } from '../../../support/exports/writeMigration'

const SECRET = utf8('made-up-secret-01')
const ENTRY = {
  secret: SECRET,
  name: 'Lantern:sari',
  issuer: 'Lantern',
  type: 2,
  algorithm: 1,
  digits: 1,
}

function linkOf(bytes: Bytes): string {
  return `otpauth-migration://offline?data=${encodeURIComponent(toBase64(bytes))}`
}

describe('readMigration', () => {
  it('reads names, kind, algorithm, digits and counter', () => {
    const entries = [
      ENTRY,
      { ...ENTRY, name: 'nur', issuer: '', type: 1, algorithm: 3, digits: 2, counter: 300 },
    ]
    const result = readMigration(linkOf(writeMigration({ entries })))
    expect(result.ok && result.value.entries).toMatchObject([
      { value: { type: 'totp', issuer: 'Lantern', account: 'sari', algorithm: 'SHA1', digits: 6 } },
      {
        value: {
          type: 'hotp',
          issuer: '',
          account: 'nur',
          algorithm: 'SHA512',
          digits: 8,
          counter: 300,
        },
      },
    ])
  })

  it('reads which part of an export it is, also with a negative id', () => {
    const link = linkOf(writeMigration({ entries: [ENTRY], size: 3, index: 2, batchId: -7 }))
    const result = readMigration(link)
    expect(result.ok && result.value.part).toEqual({ size: 3, index: 2, batchId: -7 })
  })

  it('reads base64 whose plus signs became spaces', () => {
    const bytes = writeMigration({ entries: [{ ...ENTRY, secret: new Uint8Array(20).fill(0xfb) }] })
    const link = `otpauth-migration://offline?data=${toBase64(bytes).replaceAll('+', ' ')}`
    expect(readMigration(link).ok).toBe(true)
  })

  it.each([
    ['MD5', { algorithm: 4 }, 'algorithm-unknown'],
    ['an unknown number of digits', { digits: 3 }, 'digits-out-of-range'],
    ['an unknown kind', { type: 9 }, 'type-unknown'],
    ['an empty secret', { secret: new Uint8Array() }, 'secret-missing'],
    ['a counter below zero', { type: 1, counter: -1 }, 'counter-out-of-range'],
  ])('names an entry with %s and its reason', (_, change, code) => {
    const result = readMigration(linkOf(writeMigration({ entries: [{ ...ENTRY, ...change }] })))
    expect(result.ok && result.value.entries[0]).toMatchObject({
      ok: false,
      code,
      issuer: 'Lantern',
    })
  })

  it('refuses every payload that is cut off, rather than reading half a secret', () => {
    const whole = writeMigration({ entries: [ENTRY] })
    for (let length = 1; length < 40; length++) {
      expect(readMigration(linkOf(whole.slice(0, length))).ok, String(length)).toBe(false)
    }
  })

  it.each([
    '',
    'otpauth://totp/x?secret=AAAA',
    'otpauth-migration://offline',
    'otpauth-migration://offline?data=%',
  ])('refuses %j', (text) => {
    expect(readMigration(text).ok).toBe(false)
  })
})
