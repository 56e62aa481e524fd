import * as v from 'valibot'
import { fromBase64, fromUtf8, toBase64, utf8, type Bytes } from '../bytes'
import { KEY_BYTES, NONCE_BYTES, importKey, open, seal, type RandomBytes } from '../crypto/aead'
import { deriveKey, isAcceptableCost, type Argon2Cost } from '../crypto/argon2'
import { failure, success, type Result } from '../result'
import { readVaultData, type VaultData } from './vaultData'

// docs/vault-format.md describes what this file writes; both change together.

export const VAULT_MAGIC = 'sandi-vault'
export const VAULT_VERSION = 1
const SALT_BYTES = 16
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

const base64 = v.pipe(v.string(), v.base64())
const passphraseSlot = v.strictObject({
  id: v.string(),
  type: v.literal('passphrase'),
  kdf: v.strictObject({
    name: v.literal('argon2id'),
    version: v.literal(19),
    memoryKib: v.pipe(v.number(), v.integer()),
    iterations: v.pipe(v.number(), v.integer()),
    parallelism: v.literal(1),
    salt: base64,
  }),
  nonce: base64,
  wrappedKey: base64,
})
const headerSchema = v.strictObject({
  magic: v.literal(VAULT_MAGIC),
  version: v.literal(VAULT_VERSION),
  vaultId: v.string(),
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  slots: v.pipe(v.array(passphraseSlot), v.minLength(1), v.maxLength(MAX_SLOTS)),
})

type PassphraseSlot = v.InferOutput<typeof passphraseSlot>
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

/** Tries every passphrase slot; the data key, or why not. */
export async function unwrapDataKey(
  header: VaultHeader,
  passphrase: string,
): Promise<Result<Bytes, 'wrong-passphrase' | 'vault-damaged'>> {
  if (passphrase === '') return failure('wrong-passphrase') // no vault has one, and Argon2 takes none
  for (const slot of header.slots) {
    const { kdf } = slot
    const salt = fromBase64(kdf.salt)
    const sealed = readSealed(slot.nonce, slot.wrappedKey)
    if (salt?.length !== SALT_BYTES || !sealed || !isAcceptableCost(kdf)) {
      return failure('vault-damaged')
    }
    const key = await importKey(await deriveKey(passphrase, salt, kdf))
    const dataKey = await open(key, sealed, slotContext(header.vaultId, slot))
    if (dataKey?.length === KEY_BYTES) return success(dataKey)
  }
  return failure('wrong-passphrase')
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

async function createPassphraseSlot(
  vaultId: string,
  dataKey: Bytes,
  passphrase: string,
  cost: Argon2Cost,
  randomBytes: RandomBytes,
): Promise<PassphraseSlot> {
  const salt = randomBytes(SALT_BYTES)
  const unsealed = {
    id: toBase64(randomBytes(ID_BYTES)),
    type: 'passphrase' as const,
    kdf: {
      name: 'argon2id' as const,
      version: 19 as const,
      memoryKib: cost.memoryKib,
      iterations: cost.iterations,
      parallelism: 1 as const,
      salt: toBase64(salt),
    },
  }
  const key = await importKey(await deriveKey(passphrase, salt, cost))
  const sealed = await seal(key, dataKey, slotContext(vaultId, unsealed), randomBytes)
  return { ...unsealed, nonce: toBase64(sealed.nonce), wrappedKey: toBase64(sealed.ciphertext) }
}

/** What a slot's wrapping authenticates: a slot cannot move to another vault or change its cost. */
function slotContext(vaultId: string, slot: Pick<PassphraseSlot, 'id' | 'type' | 'kdf'>): Bytes {
  const { id, type, kdf } = slot
  return utf8(
    JSON.stringify([
      VAULT_MAGIC,
      VAULT_VERSION,
      vaultId,
      type,
      id,
      kdf.name,
      kdf.version,
      kdf.memoryKib,
      kdf.iterations,
      kdf.parallelism,
      kdf.salt,
    ]),
  )
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
