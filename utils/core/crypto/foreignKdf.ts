import { argon2d, argon2i, argon2id, md5, scrypt } from 'hash-wasm'
import { fromHex, joinBytes, type Bytes } from '../bytes'
import { failure, success, type Result } from '../result'

// Key derivation as other apps' files ask for it. Their cost is a number in a file that may be hostile,
// so it is looked at first; and memory that the machine does not have is an answer, not a crash.

export type KdfCode = 'kdf-too-expensive' | 'kdf-unknown' | 'out-of-memory'

/** How much a file may ask for; an argument, so that mutation tests can allow little. */
export interface KdfLimits {
  readonly memoryKib: number
  /** Argon2's memory times its passes: what the time grows with. */
  readonly memoryPassesKib: number
  readonly pbkdf2Iterations: number
}

/** Ente's own files ask for 1 GiB four times, or 256 MiB sixteen times. */
export const FOREIGN_LIMITS: KdfLimits = {
  memoryKib: 1024 * 1024,
  memoryPassesKib: 8 * 1024 * 1024,
  pbkdf2Iterations: 10_000_000,
}
const MAX_PARALLELISM = 16
const MIN_SALT_BYTES = 8

export interface Argon2Parameters {
  readonly kind: 'argon2id' | 'argon2d' | 'argon2i'
  readonly memoryKib: number
  readonly iterations: number
  readonly parallelism: number
}

const ARGON2 = { argon2id, argon2d, argon2i }

/** Argon2 version 1.3 (RFC 9106), 32 bytes unless told otherwise. */
export async function deriveArgon2(
  password: Bytes,
  salt: Bytes,
  { kind, memoryKib, iterations, parallelism }: Argon2Parameters,
  limits: KdfLimits,
  length = 32,
): Promise<Result<Bytes, KdfCode>> {
  const isPossible =
    isCount(iterations) &&
    isCount(parallelism) &&
    Number.isInteger(memoryKib) &&
    memoryKib >= 8 * parallelism &&
    salt.length >= MIN_SALT_BYTES &&
    password.length > 0
  if (!isPossible) return failure('kdf-unknown')
  const isAffordable =
    memoryKib <= limits.memoryKib &&
    memoryKib * iterations <= limits.memoryPassesKib &&
    parallelism <= MAX_PARALLELISM
  if (!isAffordable) return failure('kdf-too-expensive')
  return whereMemoryMayEnd(() =>
    ARGON2[kind]({
      password,
      salt,
      parallelism,
      iterations,
      memorySize: memoryKib,
      hashLength: length,
      outputType: 'binary',
    }),
  )
}

/** scrypt (RFC 7914), 32 bytes. */
export async function deriveScrypt(
  password: Bytes,
  salt: Bytes,
  { n, r, p }: { readonly n: number; readonly r: number; readonly p: number },
  limits: KdfLimits,
): Promise<Result<Bytes, KdfCode>> {
  const isPossible = isCount(n) && isCount(r) && isCount(p) && n >= 2 && (n & (n - 1)) === 0
  if (!isPossible || password.length === 0) return failure('kdf-unknown')
  const memoryKib = (n * r) / 8
  const isAffordable =
    memoryKib <= limits.memoryKib && memoryKib * p <= limits.memoryPassesKib && p <= MAX_PARALLELISM
  if (!isAffordable) return failure('kdf-too-expensive')
  return whereMemoryMayEnd(() =>
    scrypt({
      password,
      salt,
      costFactor: n,
      blockSize: r,
      parallelism: p,
      hashLength: 32,
      outputType: 'binary',
    }),
  )
}

/** PBKDF2 (RFC 8018) with HMAC of `hash`. */
export async function derivePbkdf2(
  password: Bytes,
  salt: Bytes,
  hash: 'SHA-1' | 'SHA-256' | 'SHA-512',
  iterations: number,
  limits: KdfLimits,
  length = 32,
): Promise<Result<Bytes, KdfCode>> {
  if (!isCount(iterations)) return failure('kdf-unknown')
  if (iterations > limits.pbkdf2Iterations) return failure('kdf-too-expensive')
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash, salt, iterations },
    key,
    length * 8,
  )
  return success(new Uint8Array(bits))
}

/** OpenSSL's EVP_BytesToKey with MD5 and one round: key and IV for AES-256-CBC. */
export async function deriveEvpMd5(
  password: Bytes,
  salt: Bytes,
): Promise<{ readonly key: Bytes; readonly iv: Bytes }> {
  let material: Bytes = new Uint8Array()
  let block: Bytes = new Uint8Array()
  while (material.length < 48) {
    block = fromHex(await md5(joinBytes(block, password, salt))) ?? block
    material = joinBytes(material, block)
  }
  return { key: material.slice(0, 32), iv: material.slice(32, 48) }
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

async function whereMemoryMayEnd(
  derive: () => Promise<Uint8Array>,
): Promise<Result<Bytes, KdfCode>> {
  try {
    return success(new Uint8Array(await derive()))
  } catch (problem) {
    // WebAssembly.Memory cannot grow: a RangeError in every engine, of different words.
    if (problem instanceof RangeError) return failure('out-of-memory')
    throw problem
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1
}
