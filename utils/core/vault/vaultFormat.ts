import * as v from 'valibot'
import { toBase64, type Bytes } from '../bytes'
import type { RandomBytes } from '../crypto/aead'
import type { Argon2Cost } from '../crypto/argon2'
import { failure, success, type Result } from '../result'
import { openJson, parseJson, sealJson, type SealedJson } from './sealedJson'
import { createPassphraseSlot, createRecoverySlot, slotSchema } from './slots'
import { salvageVaultData, type VaultData } from './vaultData'

// docs/vault-format.md describes what this file writes; both change together.

export const VAULT_MAGIC = 'sandi-vault'
export const VAULT_VERSION = 1
const ID_BYTES = 16
const MAX_SLOTS = 8

/** A sealed vault as it lies in storage. */
export type SealedVault = SealedJson

/** Reads a sealed vault from storage or from a file; nothing in it is believed before it opens. */
export const sealedSchema = v.strictObject({
  header: v.string(),
  nonce: v.string(),
  ciphertext: v.string(),
})

export type OpenCode = 'vault-damaged' | 'vault-too-new' | 'wrong-passphrase'

const headerSchema = v.strictObject({
  magic: v.literal(VAULT_MAGIC),
  version: v.literal(VAULT_VERSION),
  vaultId: v.string(),
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  slots: v.pipe(v.array(slotSchema), v.minLength(1), v.maxLength(MAX_SLOTS)),
})

export type VaultHeader = v.InferOutput<typeof headerSchema>

/** A new header whose one slot wraps `dataKey` (32 bytes) under the passphrase. */
export async function createHeader(
  dataKey: Bytes,
  passphrase: string,
  cost: Argon2Cost,
  randomBytes: RandomBytes,
): Promise<VaultHeader> {
  const vaultId = toBase64(randomBytes(ID_BYTES))
  const slot = await createPassphraseSlot(vaultId, dataKey, passphrase, cost, randomBytes)
  return { magic: VAULT_MAGIC, version: VAULT_VERSION, vaultId, generation: 1, slots: [slot] }
}

/** Seals the whole vault under its header, and makes sure that it can be read again. */
export async function sealVault(
  header: VaultHeader,
  data: VaultData,
  dataKey: Bytes,
  randomBytes: RandomBytes,
): Promise<SealedVault> {
  const vault = await sealJson(header, data, dataKey, randomBytes)
  if (!readHeader(vault).ok) throw new Error('the header does not read')
  return vault
}

/** Reads the header without any key: what is needed to ask for a passphrase. */
export function readHeader(
  vault: SealedVault,
): Result<VaultHeader, 'vault-damaged' | 'vault-too-new'> {
  const json = parseJson(vault.header)
  const header = v.safeParse(headerSchema, json)
  if (header.success) return success(header.output)
  const newer = v.safeParse(
    v.object({
      magic: v.literal(VAULT_MAGIC),
      version: v.pipe(v.number(), v.gtValue(VAULT_VERSION)),
    }),
    json,
  )
  return failure(newer.success ? 'vault-too-new' : 'vault-damaged')
}

/** The same header with another passphrase slot; every other slot and the data key stay. */
export async function replacePassphrase(
  header: VaultHeader,
  dataKey: Bytes,
  passphrase: string,
  cost: Argon2Cost,
  randomBytes: RandomBytes,
): Promise<VaultHeader> {
  const { vaultId } = header
  const slot = await createPassphraseSlot(vaultId, dataKey, passphrase, cost, randomBytes)
  const others = header.slots.filter(({ type }) => type !== 'passphrase')
  return { ...header, slots: [slot, ...others] }
}

/** The same header with another recovery slot: an older recovery code opens nothing any more. */
export async function replaceRecovery(
  header: VaultHeader,
  dataKey: Bytes,
  secret: Bytes,
  randomBytes: RandomBytes,
): Promise<VaultHeader> {
  const slot = await createRecoverySlot(header.vaultId, dataKey, secret, randomBytes)
  const others = header.slots.filter(({ type }) => type !== 'recovery')
  return { ...header, slots: [...others, slot] }
}

/** Opens the content with the data key. Any change of header, nonce or ciphertext is `vault-damaged`. */
export async function openVault(
  vault: SealedVault,
  dataKey: Bytes,
): Promise<Result<{ header: VaultHeader; data: VaultData }, 'vault-damaged' | 'vault-too-new'>> {
  const header = readHeader(vault)
  if (!header.ok) return header
  const content = await openJson(vault, dataKey)
  if (content === undefined) return failure('vault-damaged')
  const data = salvageVaultData(content)
  return data.ok ? success({ header: header.value, data: data.value }) : data
}
