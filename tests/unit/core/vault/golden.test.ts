import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openBackup } from '@/utils/core/vault/backupFormat'
import { parseRecoveryCode } from '@/utils/core/vault/recoveryCode'
import { unwrapByPassphrase, unwrapByRecovery } from '@/utils/core/vault/slots'
import { openVault, readHeader, type SealedVault } from '@/utils/core/vault/vaultFormat'
import { NOW } from '../../../support/accounts'

// Files of released versions. They open for ever: a change of the format adds a file and keeps these.
const GOLDEN = join(import.meta.dirname, '../../../fixtures/golden')
const PASSPHRASE = 'kopi angin perak lima'
const RECOVERY_CODE = 'ECMY-E7RF-DG8Q-7D6C-1R6J-2MD1-102C-NBJV-X'
const NAMES = ['Lantern Mail', 'Kopi Bank', 'Steam', 'Perizinan “Ä” 🔑']

it('opens the backup of version 1', async () => {
  const text = readFileSync(join(GOLDEN, 'backup-v1.sandi'), 'utf8')
  const backup = await openBackup(text, PASSPHRASE)
  if (!backup.ok) throw new Error(backup.code)
  const { createdAt, vault, settings, leftOut } = backup.value
  expect({ createdAt, leftOut }).toEqual({ createdAt: NOW, leftOut: 0 })
  expect(settings).toEqual({ language: 'id', theme: 'dark' })
  expect(vault.accounts.map(({ issuer }) => issuer)).toEqual(NAMES)
  expect(vault.accounts[1]).toMatchObject({ type: 'hotp', secret: 'GEZDGNBVGY3TQOJQ', counter: 7 })
})

it('opens the stored vault of version 1 by passphrase and by recovery code', async () => {
  const text = readFileSync(join(GOLDEN, 'vault-v1.json'), 'utf8')
  // What a released version wrote.
  const vault = JSON.parse(text) as SealedVault
  const header = readHeader(vault)
  if (!header.ok) throw new Error(header.code)
  const { vaultId, slots } = header.value
  const byPassphrase = await unwrapByPassphrase(vaultId, slots, PASSPHRASE)
  const secret = parseRecoveryCode(RECOVERY_CODE)
  const byCode = secret.ok ? await unwrapByRecovery(vaultId, slots, secret.value) : secret
  if (!byPassphrase.ok || !byCode.ok) throw new Error('the golden vault does not open')
  expect(byCode.value).toEqual(byPassphrase.value.dataKey)
  const content = await openVault(vault, byCode.value)
  if (!content.ok) throw new Error(content.code)
  expect(content.value.data.accounts.map(({ issuer }) => issuer)).toEqual([...NAMES, 'Acme'])
})

it('opens the stored vault with recovery codes, a former key and what nobody could read', async () => {
  const text = readFileSync(join(GOLDEN, 'vault-v1-extras.json'), 'utf8')
  // As above.
  const vault = JSON.parse(text) as SealedVault
  const header = readHeader(vault)
  if (!header.ok) throw new Error(header.code)
  const opened = await unwrapByPassphrase(header.value.vaultId, header.value.slots, PASSPHRASE)
  if (!opened.ok) throw new Error(opened.code)
  const content = await openVault(vault, opened.value.dataKey)
  if (!content.ok) throw new Error(content.code)
  const { accounts, unreadable } = content.value.data
  expect(accounts).toMatchObject([
    {
      note: 'in the safe',
      recoveryCodes: [{ code: '4f7k-9q2m', usedAt: NOW }, { code: '8x3p-1w6z' }],
      former: { secret: 'GEZDGNBVGY3TQOJQ', digits: 6 },
      uses: 3,
    },
  ])
  expect(unreadable).toEqual([{ type: 'of tomorrow' }])
})
