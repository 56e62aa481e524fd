import {
  BinaryStream,
  Consts,
  Credentials,
  CryptoEngine,
  Int64,
  Kdbx,
  KdbxError,
  ProtectedValue,
  VarDictionary,
  type KdbxGroup,
} from 'kdbxweb'
import type { Bytes } from '../../bytes'
import { deriveArgon2, type KdfCode, type KdfLimits } from '../../crypto/foreignKdf'
import { failure, success, type Result } from '../../result'

export interface KdbxEntry {
  readonly fields: ReadonlyMap<string, string>
  readonly tags: readonly string[]
}

export type KdbxCode = KdfCode | 'wrong-password' | 'file-damaged'

/** A round of AES costs about a twentieth of one of PBKDF2. */
const AES_ROUNDS = 20
const ARGON2_13 = 0x13
const KINDS = { [0]: 'argon2d', [2]: 'argon2id' } as const

/** Opens a KeePass database; entries in the bin are left out, and so is their history. */
export async function readKdbx(
  bytes: Bytes,
  password: string,
  limits: KdfLimits,
): Promise<Result<readonly KdbxEntry[], KdbxCode>> {
  if (isTooExpensive(bytes, limits.pbkdf2Iterations * AES_ROUNDS))
    return failure('kdf-too-expensive')
  let problem: KdfCode | undefined
  CryptoEngine.setArgon2Impl(
    async (secret, salt, memoryKib, iterations, length, parallelism, type, version) => {
      const kind = KINDS[type] as (typeof KINDS)[0 | 2] | undefined
      const cost = { kind: kind ?? 'argon2id', memoryKib, iterations, parallelism }
      const key = await deriveArgon2(
        new Uint8Array(secret),
        new Uint8Array(salt),
        cost,
        limits,
        length,
      )
      const isKnown = kind !== undefined && (version as number) === ARGON2_13
      if (isKnown && key.ok) return key.value.buffer
      problem = key.ok ? 'kdf-unknown' : key.code
      throw new Error(problem)
    },
  )
  try {
    const credentials = new Credentials(ProtectedValue.fromString(password))
    const database = await Kdbx.load(bytes.slice().buffer, credentials)
    const bin = database.meta.recycleBinUuid?.id
    return success(database.groups.flatMap((group) => readGroup(group, bin, true)))
  } catch (thrown) {
    if (problem) return failure(problem)
    const isKey = thrown instanceof KdbxError && thrown.code === Consts.ErrorCodes.InvalidKey
    return failure(isKey ? 'wrong-password' : 'file-damaged')
  }
}

function readGroup(
  group: KdbxGroup,
  bin: string | undefined,
  isRoot: boolean,
): readonly KdbxEntry[] {
  if (bin !== undefined && group.uuid.id === bin) return []
  const own = group.entries.map((entry) => ({
    fields: new Map(
      [...entry.fields].map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value.getText(),
      ]),
    ),
    tags: [...(isRoot ? [] : [group.name ?? '']), ...entry.tags],
  }))
  return [...own, ...group.groups.flatMap((inner) => readGroup(inner, bin, false))]
}

const ROUNDS_FIELD = 6
const KDF_FIELD = 11
const HEADER_START = 12

/** The rounds of the older AES key derivation stand in the header: field 6, or 'R' of field 11. */
function isTooExpensive(bytes: Bytes, maxRounds: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER_START) return false
  const isVersion4 = view.getUint16(10, true) >= 4
  const step = isVersion4 ? 5 : 3
  for (let at = HEADER_START; at + step <= bytes.length;) {
    const id = view.getUint8(at)
    const length = isVersion4 ? view.getUint32(at + 1, true) : view.getUint16(at + 1, true)
    const start = at + step
    if (id === 0 || start + length > bytes.length) return false
    if (id === ROUNDS_FIELD && length === 8 && !isVersion4) {
      return view.getBigUint64(start, true) > maxRounds
    }
    if (id === KDF_FIELD) return isExpensiveKdf(bytes.slice(start, start + length), maxRounds)
    at = start + length
  }
  return false
}

function isExpensiveKdf(bytes: Bytes, maxRounds: number): boolean {
  try {
    const rounds = VarDictionary.read(new BinaryStream(bytes.buffer)).get('R')
    return rounds instanceof Int64 && rounds.value > maxRounds
  } catch {
    return false // damaged: opening it says so
  }
}
