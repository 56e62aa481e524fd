import { describe, expect, it } from 'vitest'
import { fromBase64 } from '@/utils/core/bytes'
import { decodeBase32 } from '@/utils/core/otp/base32'
import { makeAccount } from '../../../support/accounts'
import { makeVault, PASSPHRASE } from './makeVault'

const ACCOUNT = makeAccount({
  id: 'canary-id',
  issuer: 'Canary Issuer',
  account: 'canary-user@example.id',
  secret: 'KNQW4ZDJKNQW4ZDJKNQW4ZDJ',
  sites: ['https://canary.example'],
})

const STEP = 4096
const TAG_BYTES = 16

async function sizeOf(count: number): Promise<number> {
  const accounts = Array.from({ length: count }, (_, n) => ({ ...ACCOUNT, id: String(n) }))
  const { vault } = await makeVault(accounts)
  return (fromBase64(vault.ciphertext)?.length ?? 0) - TAG_BYTES
}

describe('a sealed vault', { timeout: 30_000 }, () => {
  it('shows nothing of its accounts, keys and passphrase in any spelling', async () => {
    const { vault, dataKey } = await makeVault([ACCOUNT])
    const text = JSON.stringify(vault)
    const bytes = Buffer.concat([
      Buffer.from(text),
      ...[vault.header, vault.nonce, vault.ciphertext].map((part) => Buffer.from(part, 'base64')),
    ])
    const secrets = [
      ...[ACCOUNT.id, ACCOUNT.issuer, ACCOUNT.account, ACCOUNT.secret, ...ACCOUNT.sites],
      ...['canary.example', PASSPHRASE, 'totp'],
    ].map((name) => Buffer.from(name))
    const raw = [Buffer.from(decodeBase32(ACCOUNT.secret) ?? []), Buffer.from(dataKey)]
    for (const secret of [...secrets, ...raw]) {
      expect(bytes.includes(secret)).toBe(false)
      for (const encoding of ['base64', 'base64url', 'hex', 'utf16le'] as const) {
        const written = Buffer.from(secret.toString(encoding).replace(/=+$/u, ''))
        expect(bytes.includes(written)).toBe(false)
      }
      expect(bytes.toString('latin1').toLowerCase()).not.toContain(
        secret.toString('latin1').toLowerCase(),
      )
    }
  })

  it('has the same size with no account as with several', async () => {
    const empty = await sizeOf(0)
    expect(empty).toBe(STEP)
    expect(await sizeOf(1)).toBe(empty)
    expect(await sizeOf(8)).toBe(empty)
  })

  it('grows in steps', async () => {
    for (const count of [13, 20, 50]) expect((await sizeOf(count)) % STEP).toBe(0)
  })
})
