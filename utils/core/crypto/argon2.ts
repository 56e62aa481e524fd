import { argon2id } from 'hash-wasm'
import { toHex, utf8, type Bytes } from '../bytes'
import { KEY_BYTES } from './aead'

/** Cost of Argon2id version 1.3 (RFC 9106). Parallelism is 1: one thread computes it anyway. */
export interface Argon2Cost {
  readonly memoryKib: number
  readonly iterations: number
}

export const DEFAULT_COST: Argon2Cost = { memoryKib: 64 * 1024, iterations: 3 }
// The floor is OWASP's minimum; the ceiling keeps a hostile file from taking the machine down.
const MIN_MEMORY_KIB = 19 * 1024
const MAX_MEMORY_KIB = 512 * 1024
const MIN_ITERATIONS = 2
const MAX_ITERATIONS = 16

export function isAcceptableCost({ memoryKib, iterations }: Argon2Cost): boolean {
  return (
    memoryKib >= MIN_MEMORY_KIB &&
    memoryKib <= MAX_MEMORY_KIB &&
    iterations >= MIN_ITERATIONS &&
    iterations <= MAX_ITERATIONS
  )
}

/**
 * 32 key bytes from a passphrase. The passphrase is brought to Unicode NFKC first, so that the same
 * characters typed on another keyboard or system open the same vault.
 */
export async function deriveKey(passphrase: string, salt: Bytes, cost: Argon2Cost): Promise<Bytes> {
  const key = await argon2id({
    password: utf8(passphrase.normalize('NFKC')),
    salt,
    parallelism: 1,
    memorySize: cost.memoryKib,
    iterations: cost.iterations,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  })
  return new Uint8Array(key)
}

/**
 * Known-answer test: a vault must never be locked with a function that computes something else. The
 * expected value was computed by an independent implementation (see the vectors' sources).
 */
export async function isArgon2Sound(): Promise<boolean> {
  const key = await deriveKey('password', utf8('somesaltsomesalt'), {
    memoryKib: 256,
    iterations: 2,
  })
  return toHex(key) === KNOWN_ANSWER
}

const KNOWN_ANSWER = 'cab746b4621993fdc91ec50787980b414a90a692f0bc68dfe19f9c25b3cba9ec'
