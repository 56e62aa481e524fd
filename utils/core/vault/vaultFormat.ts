import * as v from 'valibot'
import { fromBase64, fromUtf8, toBase64, utf8, type Bytes } from '../bytes'
import { NONCE_BYTES, importKey, open, seal, type RandomBytes } from '../crypto/aead'
import type { Argon2Cost } from '../crypto/argon2'
import { failure, success, type Result } from '../result'
import { createPassphraseSlot, createRecoverySlot, slotSchema } from './slots'
import { readVaultData, type VaultData } from './vaultData'

// docs/vault-format.md describes what this file writes; both change together.

export const VAULT_MAGIC = 'sandi-vault'
export const VAULT_VERSION = 1
const ID_BYTES = 16
const PADDING_BYTES = 4096
const MAX_SLOTS = 8

/** A sealed vault as it lies in storage. Bytes are standard base64. */
export interface SealedVault {
  /** The header as JSON text: exactly these bytes are authenticated with the content. */
  readonly header: string
  readonly nonce: string
  readonly ciphertext: string
}

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

/** Seals the whole vault: JSON, padded to steps that hide its size, under a fresh nonce. */
export async function sealVault(
  header: VaultHeader,
  data: VaultData,
  dataKey: Bytes,
  randomBytes: RandomBytes,
): Promise<SealedVault> {
  const text = JSON.stringify(header)
  const key = await importKey(dataKey)
  const sealed = await seal(key, pad(utf8(JSON.stringify(data))), utf8(text), randomBytes)
  return { header: text, nonce: toBase64(sealed.nonce), ciphertext: toBase64(sealed.ciphertext) }
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
  const sealed = readSealed(vault.nonce, vault.ciphertext)
  const plaintext = sealed && (await open(await importKey(dataKey), sealed, utf8(vault.header)))
  if (!plaintext) return failure('vault-damaged')
  const data = readVaultData(parseJson(fromUtf8(plaintext)))
  return data.ok ? success({ header: header.value, data: data.value }) : data
}

function readSealed(nonceText: string, ciphertextText: string) {
  const nonce = fromBase64(nonceText)
  const ciphertext = fromBase64(ciphertextText)
  return nonce?.length === NONCE_BYTES && ciphertext ? { nonce, ciphertext } : undefined
}

/** JSON allows white space behind its value, so spaces fill up to the next step. */
function pad(bytes: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / PADDING_BYTES) * PADDING_BYTES)
  padded.fill(0x20)
  padded.set(bytes)
  return padded
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // SyntaxError: the schema behind says `vault-damaged`
  }
}
