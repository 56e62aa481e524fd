import type { Account } from '@/utils/core/account'
import { createHeader, sealVault } from '@/utils/core/vault/vaultFormat'
import { createCountingBytes } from '../../../support/countingBytes'

export const PASSPHRASE = 'correct horse battery staple'
export const CHEAP_COST = { memoryKib: 19 * 1024, iterations: 2 }

/** A sealed vault with its data key, different for each seed. */
export async function makeVault(accounts: readonly Account[] = [], seed = 'vault') {
  const randomBytes = createCountingBytes(seed)
  const dataKey = randomBytes(32)
  const header = await createHeader(dataKey, PASSPHRASE, CHEAP_COST, randomBytes)
  const vault = await sealVault(header, { version: 1, accounts }, dataKey, randomBytes)
  return { vault, header, dataKey, randomBytes }
}
