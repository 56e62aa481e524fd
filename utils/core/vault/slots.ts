import * as v from 'valibot'
import { fromBase64, toBase64, utf8, type Bytes } from '../bytes'
import { KEY_BYTES, NONCE_BYTES, importKey, open, seal, type RandomBytes } from '../crypto/aead'
import { deriveKey, isAcceptableCost, type Argon2Cost } from '../crypto/argon2'
import { deriveByHkdf } from '../crypto/hkdf'
import { failure, success, type Result } from '../result'

// A slot is one way to the data key: it holds the key, wrapped under what the person knows or keeps.
// docs/vault-format.md describes what this file writes; both change together.

const CONTEXT_MAGIC = 'sandi-vault'
const CONTEXT_VERSION = 1
const SALT_BYTES = 16
const ID_BYTES = 16
const RECOVERY_INFO = 'sandi recovery slot v1'

const base64 = v.pipe(v.string(), v.base64())
const wrapping = { id: v.string(), nonce: base64, wrappedKey: base64 }
export const passphraseSlot = v.strictObject({
  ...wrapping,
  type: v.literal('passphrase'),
  kdf: v.strictObject({
    name: v.literal('argon2id'),
    version: v.literal(19),
    memoryKib: v.pipe(v.number(), v.integer()),
    iterations: v.pipe(v.number(), v.integer()),
    parallelism: v.literal(1),
    salt: base64,
  }),
})
const recoverySlot = v.strictObject({
  ...wrapping,
  type: v.literal('recovery'),
  kdf: v.strictObject({ name: v.literal('hkdf-sha256'), salt: base64 }),
})
export const slotSchema = v.variant('type', [passphraseSlot, recoverySlot])

export type Slot = v.InferOutput<typeof slotSchema>
export type PassphraseSlot = v.InferOutput<typeof passphraseSlot>
type RecoverySlot = v.InferOutput<typeof recoverySlot>
type Unwrapped<T extends Slot> = Omit<T, 'nonce' | 'wrappedKey'>

/** Wraps the data key under a passphrase, stretched by Argon2id with a fresh salt. */
export async function createPassphraseSlot(
  vaultId: string,
  dataKey: Bytes,
  passphrase: string,
  cost: Argon2Cost,
  randomBytes: RandomBytes,
): Promise<PassphraseSlot> {
  const salt = randomBytes(SALT_BYTES)
  const slot: Unwrapped<PassphraseSlot> = {
    id: toBase64(randomBytes(ID_BYTES)),
    type: 'passphrase',
    kdf: {
      name: 'argon2id',
      version: 19,
      memoryKib: cost.memoryKib,
      iterations: cost.iterations,
      parallelism: 1,
      salt: toBase64(salt),
    },
  }
  const key = await deriveKey(passphrase, salt, cost)
  return { ...slot, ...(await wrap(vaultId, slot, key, dataKey, randomBytes)) }
}

/** Wraps the data key under a recovery secret, which is random and needs no stretching. */
export async function createRecoverySlot(
  vaultId: string,
  dataKey: Bytes,
  secret: Bytes,
  randomBytes: RandomBytes,
): Promise<RecoverySlot> {
  const salt = randomBytes(SALT_BYTES)
  const slot: Unwrapped<RecoverySlot> = {
    id: toBase64(randomBytes(ID_BYTES)),
    type: 'recovery',
    kdf: { name: 'hkdf-sha256', salt: toBase64(salt) },
  }
  const key = await deriveByHkdf(secret, salt, RECOVERY_INFO)
  return { ...slot, ...(await wrap(vaultId, slot, key, dataKey, randomBytes)) }
}

/** Tries every passphrase slot; the data key and the slot that gave it, or why not. */
export async function unwrapByPassphrase(
  vaultId: string,
  slots: readonly Slot[],
  passphrase: string,
): Promise<Result<{ dataKey: Bytes; slot: PassphraseSlot }, 'wrong-passphrase' | 'vault-damaged'>> {
  if (passphrase === '') return failure('wrong-passphrase') // no vault has one, and Argon2 takes none
  for (const slot of slots) {
    if (slot.type !== 'passphrase') continue
    const salt = fromBase64(slot.kdf.salt)
    if (salt?.length !== SALT_BYTES || !isAcceptableCost(slot.kdf)) return failure('vault-damaged')
    const dataKey = await unwrap(vaultId, slot, await deriveKey(passphrase, salt, slot.kdf))
    if (dataKey === 'damaged') return failure('vault-damaged')
    if (dataKey) return success({ dataKey, slot })
  }
  return failure('wrong-passphrase')
}

/** Tries every recovery slot with the secret of a recovery code (20 bytes). */
export async function unwrapByRecovery(
  vaultId: string,
  slots: readonly Slot[],
  secret: Bytes,
): Promise<Result<Bytes, 'wrong-recovery-code' | 'vault-damaged'>> {
  for (const slot of slots) {
    if (slot.type !== 'recovery') continue
    const salt = fromBase64(slot.kdf.salt)
    if (salt?.length !== SALT_BYTES) return failure('vault-damaged')
    const dataKey = await unwrap(vaultId, slot, await deriveByHkdf(secret, salt, RECOVERY_INFO))
    if (dataKey === 'damaged') return failure('vault-damaged')
    if (dataKey) return success(dataKey)
  }
  return failure('wrong-recovery-code')
}

async function wrap(
  vaultId: string,
  slot: Unwrapped<PassphraseSlot> | Unwrapped<RecoverySlot>,
  key: Bytes,
  dataKey: Bytes,
  randomBytes: RandomBytes,
): Promise<{ nonce: string; wrappedKey: string }> {
  const sealed = await seal(await importKey(key), dataKey, contextOf(vaultId, slot), randomBytes)
  return { nonce: toBase64(sealed.nonce), wrappedKey: toBase64(sealed.ciphertext) }
}

async function unwrap(
  vaultId: string,
  slot: Slot,
  key: Bytes,
): Promise<Bytes | 'damaged' | undefined> {
  const nonce = fromBase64(slot.nonce)
  const ciphertext = fromBase64(slot.wrappedKey)
  if (nonce?.length !== NONCE_BYTES || !ciphertext) return 'damaged'
  const dataKey = await open(await importKey(key), { nonce, ciphertext }, contextOf(vaultId, slot))
  return dataKey?.length === KEY_BYTES ? dataKey : undefined
}

/** What a slot's wrapping authenticates: a slot cannot move to another vault or change its cost. */
function contextOf(
  vaultId: string,
  { type, id, kdf }: Unwrapped<PassphraseSlot> | Unwrapped<RecoverySlot>,
): Bytes {
  const parts =
    kdf.name === 'argon2id'
      ? [kdf.name, kdf.version, kdf.memoryKib, kdf.iterations, kdf.parallelism, kdf.salt]
      : [kdf.name, kdf.salt]
  return utf8(JSON.stringify([CONTEXT_MAGIC, CONTEXT_VERSION, vaultId, type, id, ...parts]))
}
