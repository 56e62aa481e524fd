import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatRecoveryCode,
  parseRecoveryCode,
  RECOVERY_BYTES,
} from '@/utils/core/vault/recoveryCode'

const SECRET = new Uint8Array(Array.from({ length: RECOVERY_BYTES }, (_, index) => index * 13))
const CODE = formatRecoveryCode(SECRET)
const secrets = fc
  .uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES })
  .map((bytes) => new Uint8Array(bytes))

describe('a recovery code', () => {
  it('has eight groups of four and a check character', () => {
    expect(CODE).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z*~$=U]$/u)
  })

  // Crockford: 1234 is 16J and its check character D; the rest of the code is zeros.
  it('has the check character of its number modulo 37', () => {
    const secret = new Uint8Array(RECOVERY_BYTES)
    new DataView(secret.buffer).setUint16(RECOVERY_BYTES - 2, 1234)
    expect(formatRecoveryCode(secret)).toBe('0000-0000-0000-0000-0000-0000-0000-016J-D')
  })

  it('is read back as it was made', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(parseRecoveryCode(formatRecoveryCode(secret))).toEqual({ ok: true, value: secret })
      }),
    )
  })

  it.each([
    ['in lower case', CODE.toLowerCase()],
    ['without hyphens', CODE.replaceAll('-', '')],
    ['with spaces', ` ${CODE.replaceAll('-', ' ')}\n`],
    ['with O for 0', CODE.replaceAll('0', 'O')],
    ['with I for 1', CODE.replaceAll('1', 'I')],
    ['with l for 1', CODE.replaceAll('1', 'l')],
    [
      'in full width',
      CODE.replace(/[0-9A-Z]/gu, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)),
    ],
  ])('is read %s', (_name, text) => {
    expect(parseRecoveryCode(text)).toEqual({ ok: true, value: SECRET })
  })

  it('is refused whichever character is replaced by whatever other', () => {
    const characters = CODE.replaceAll('-', '')
    for (let at = 0; at < characters.length; at++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === characters[at]) continue
        const wrong = characters.slice(0, at) + other + characters.slice(at + 1)
        expect(parseRecoveryCode(wrong).ok).toBe(false)
      }
    }
  })

  it('is refused when two neighbours that differ change places', () => {
    const characters = CODE.replaceAll('-', '').slice(0, -1)
    const check = CODE.slice(-1)
    for (let at = 0; at + 1 < characters.length; at++) {
      const [a = '', b = ''] = [characters[at], characters[at + 1]]
      const wrong = characters.slice(0, at) + b + a + characters.slice(at + 2) + check
      if (a !== b) expect(parseRecoveryCode(wrong)).toEqual({ ok: false, code: 'recovery-check' })
    }
  })

  it.each([
    ['', { code: 'recovery-length', detail: { expected: 33, found: 0 } }],
    [CODE.slice(0, -2), { code: 'recovery-length', detail: { expected: 33, found: 32 } }],
    [`${CODE}0`, { code: 'recovery-length', detail: { expected: 33, found: 34 } }],
    [`!${CODE.slice(1)}`, { code: 'recovery-character', detail: { character: '!' } }],
    [`U${CODE.slice(1)}`, { code: 'recovery-character', detail: { character: 'U' } }],
  ])('says what is wrong with %j', (text, expected) => {
    expect(parseRecoveryCode(text)).toEqual({ ok: false, ...expected })
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseRecoveryCode(text).ok).toBe('boolean')
      }),
    )
  })
})
