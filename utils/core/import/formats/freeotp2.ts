import * as v from 'valibot'
import { utf8, type Bytes } from '../../bytes'
import { openAesGcm } from '../../crypto/foreignCiphers'
import { derivePbkdf2 } from '../../crypto/foreignKdf'
import { failure, success, type Result } from '../../result'
import { isJavaObject, readJavaMap } from '../doors/readJavaMap'
import { readJson } from '../doors/readJson'
import { freeotpToken, toRawToken } from '../freeotpToken'
import type { FileCode, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { signedBytes } from '../schemas'

// FreeOTP 2.x: a Java map of texts. The password opens the master key, which opens each token's secret.

const HASHES = new Map<string, 'SHA-1' | 'SHA-256' | 'SHA-512'>([
  ['PBKDF2withHmacSHA1', 'SHA-1'],
  ['PBKDF2withHmacSHA256', 'SHA-256'],
  ['PBKDF2withHmacSHA512', 'SHA-512'],
])

const sealedSchema = v.object({
  mCipherText: signedBytes,
  mParameters: signedBytes,
  mToken: v.string(),
})
const masterSchema = v.object({
  mAlgorithm: v.string(),
  mIterations: v.number(),
  mSalt: signedBytes,
  mEncryptedKey: sealedSchema,
})
const keySchema = v.object({ key: v.string() })
export const freeotp2: Importer = {
  id: 'freeotp2',
  app: 'FreeOTP 2',
  recognizes: (content) => content.kind === 'binary' && isJavaObject(content.bytes),
  async read(content, context) {
    const map = content.kind === 'binary' ? readJavaMap(content.bytes) : undefined
    const master = v.safeParse(masterSchema, parse(map?.get('masterKey')))
    if (!map || !master.success) return failure('file-damaged')
    const masterKey = await openMasterKey(master.output, context)
    if (!masterKey.ok) return masterKey
    const tokens = await Promise.all(
      [...map]
        .filter(([name]) => name.endsWith('-token'))
        .map(async ([name, text]) => {
          const sealed = parse(map.get(name.replace(/-token$/u, '')))
          const secret = await openSecret(sealed, masterKey.value)
          const token = parse(text)
          // Missing where it cannot be opened, and then the token is named as damaged.
          return typeof token === 'object' ? { ...token, secret: secret && [...secret] } : token
        }),
    )
    return readEach(tokens, freeotpToken, toRawToken)
  },
}

function parse(text: string | undefined): unknown {
  const json = readJson(text ?? '')
  return json.ok ? json.value : undefined
}

async function openMasterKey(
  master: v.InferOutput<typeof masterSchema>,
  { password, limits }: ReadContext,
): Promise<Result<Bytes, FileCode>> {
  const hash = HASHES.get(master.mAlgorithm)
  if (!hash) return failure('kdf-unknown')
  if (password === undefined) return failure('password-needed')
  const key = await derivePbkdf2(utf8(password), master.mSalt, hash, master.mIterations, limits)
  if (!key.ok) return key
  const opened = await openSealed(master.mEncryptedKey, key.value)
  return opened ? success(opened) : failure('wrong-password')
}

async function openSecret(value: unknown, masterKey: Bytes): Promise<Bytes | undefined> {
  const entry = v.safeParse(keySchema, value)
  const sealed = v.safeParse(sealedSchema, parse(entry.success ? entry.output.key : undefined))
  return sealed.success ? openSealed(sealed.output, masterKey) : undefined
}

async function openSealed(
  { mCipherText, mParameters, mToken }: v.InferOutput<typeof sealedSchema>,
  key: Bytes,
): Promise<Bytes | undefined> {
  const iv = readIv(mParameters)
  return iv && openAesGcm(key, iv, mCipherText, utf8(mToken))
}

/** DER: a sequence of the IV and the length of the tag, or on old Android the IV alone. */
function readIv(der: Bytes): Bytes | undefined {
  const start = der[0] === 0x30 ? 2 : 0
  const length = der[start + 1] ?? 0
  return der[start] === 0x04 && length > 0 ? der.slice(start + 2, start + 2 + length) : undefined
}
