import { describe, expect, it } from 'vitest'
import { FOREIGN_LIMITS } from '../../../../utils/core/crypto/foreignKdf'
import { fromUtf8, utf8, type Bytes } from '../../../../utils/core/bytes'
import type { ImportedAccount } from '../../../../utils/core/import/importer'
import { IMPORTERS } from '../../../../utils/core/import/importers'
import { readImport } from '../../../../utils/core/import/readImport'
import { failure } from '../../../../utils/core/result'
import { EXPORTS } from '../../../support/exports/exports'
import { writeSealedPskc } from '../../../support/exports/plain'

const read = (bytes: Bytes, password?: string) =>
  readImport(bytes, {
    limits: FOREIGN_LIMITS,
    readQrCodes: () => Promise.resolve(failure('no-qr')),
    ...(password === undefined ? {} : { password }),
  })

async function accountsOf(bytes: Bytes, password?: string): Promise<readonly ImportedAccount[]> {
  const { result } = await read(bytes, password)
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value.entries.map((entry) => {
    if (!entry.ok) throw new Error(`refused: ${entry.code} ${entry.issuer}`)
    return entry.value
  })
}

describe('the importers', () => {
  it.each(EXPORTS)(
    'read $name exactly and in its order',
    async ({ format, write, expected, password }) => {
      const bytes = await write()
      expect((await read(bytes, password)).format).toBe(format)
      const accounts = await accountsOf(bytes, password)
      expect(accounts).toEqual(expected.map((sample): unknown => expect.objectContaining(sample)))
    },
  )

  it.each(EXPORTS.filter(({ password }) => password !== undefined))(
    'ask for the password of $name, and say when it is wrong',
    async ({ write, password }) => {
      const bytes = await write()
      expect((await read(bytes)).result).toMatchObject({ code: 'password-needed' })
      expect((await read(bytes, `${password ?? ''}x`)).result).toMatchObject({
        code: 'wrong-password',
      })
    },
  )

  it('have a fixture each', () => {
    const covered = new Set(EXPORTS.map(({ format }) => format))
    expect(IMPORTERS.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([])
  })

  it.each(EXPORTS.filter(({ password }) => password === undefined))(
    'recognise $name by its content alone, also behind a byte order mark',
    async ({ write, format }) => {
      const bytes = await write()
      let text: string
      try {
        text = fromUtf8(bytes)
      } catch {
        return // not a text, and so without a mark
      }
      const marked = new TextEncoder().encode(`\ufeff${text}`)
      expect((await read(marked)).format).toBe(format)
    },
  )

  it('prove a value of PSKC before they believe it', async () => {
    const text = fromUtf8(writeSealedPskc('derived'))
    // The last bytes of the ciphertext decrypt to other padding, or to another key.
    const forged = text.replace('oTvo+S22', 'oTvo+S23')
    expect((await read(utf8(forged), 'qwerty')).result).toMatchObject({ code: 'wrong-password' })
    const unproven = text.replace(/<pskc:ValueMAC>.*<\/pskc:ValueMAC>/u, '')
    expect((await read(utf8(unproven), 'qwerty')).result).toMatchObject({ code: 'wrong-password' })
  })

  it('leave a backup of Sandi to where it is restored', async () => {
    const backup = utf8('{"format":"sandi-backup","version":1,"header":"x"}')
    expect((await read(backup)).result).toMatchObject({ code: 'own-backup' })
  })
})
