import * as v from 'valibot'
import { utf8, type Bytes } from '../../bytes'
import { openAesCbc, openAesGcm, readDecryptedText } from '../../crypto/foreignCiphers'
import { deriveArgon2, derivePbkdf2 } from '../../crypto/foreignKdf'
import { failure, success, type Result } from '../../result'
import { readJson } from '../doors/readJson'
import type { FileCode, FileResult, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { items, label, matches, printed } from '../schemas'

// Stratum, formerly Authenticator Pro (doc/BACKUP_FORMAT.md): JSON, or one of two sealed containers.

const STRONG = utf8('AUTHENTICATORPRO')
const LEGACY = utf8('AuthenticatorPro')
const ARGON2 = { kind: 'argon2id', memoryKib: 65_536, iterations: 3, parallelism: 4 } as const
const LEGACY_ITERATIONS = 64_000

const TYPES = new Map([
  [1, 'hotp'],
  [2, 'totp'],
  [3, 'motp'],
  [4, 'steam'],
  [5, 'yandex'],
])
const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512']

const fileSchema = v.object({
  Authenticators: v.array(v.unknown()),
  Categories: items,
  AuthenticatorCategories: items,
  CustomIcons: items,
})
const markSchema = v.object({ Authenticators: v.array(v.unknown()) })
const categorySchema = v.object({ Id: v.string(), Name: v.string() })
const bindingSchema = v.object({ CategoryId: v.string(), AuthenticatorSecret: v.string() })
const iconSchema = v.object({ Id: v.string(), Data: v.string() })
const rankedSchema = v.object({ Ranking: v.number() })
const entrySchema = v.object({
  Type: v.number(),
  Icon: v.nullish(v.string()),
  Issuer: label,
  Username: label,
  Secret: v.string(),
  Algorithm: v.nullish(v.number()),
  Digits: printed,
  Period: printed,
  Counter: printed,
})

export const stratum: Importer = {
  id: 'stratum',
  app: 'Stratum',
  recognizes: (content) =>
    content.kind === 'binary'
      ? startsWith(content.bytes, STRONG) || startsWith(content.bytes, LEGACY)
      : content.kind === 'json' && matches(markSchema, content.value),
  async read(content, context) {
    if (content.kind === 'json') return readBackup(content.value)
    if (content.kind !== 'binary') return failure('file-unknown')
    const opened = await openContainer(content.bytes, context)
    return opened.ok ? readBackup(opened.value) : opened
  },
}

async function openContainer(
  bytes: Bytes,
  { password, limits }: ReadContext,
): Promise<Result<unknown, FileCode>> {
  if (password === undefined) return failure('password-needed')
  if (password === '') return failure('wrong-password')
  const isStrong = startsWith(bytes, STRONG)
  const [saltEnd, ivEnd] = isStrong ? [32, 44] : [36, 52]
  const [salt, iv, ciphertext] = [
    bytes.slice(STRONG.length, saltEnd),
    bytes.slice(saltEnd, ivEnd),
    bytes.slice(ivEnd),
  ]
  if (ciphertext.length === 0) return failure('file-damaged')
  const key = isStrong
    ? await deriveArgon2(utf8(password), salt, ARGON2, limits)
    : await derivePbkdf2(utf8(password), salt, 'SHA-1', LEGACY_ITERATIONS, limits)
  if (!key.ok) return key
  const opened = await (isStrong ? openAesGcm : openAesCbc)(key.value, iv, ciphertext)
  const text = readDecryptedText(opened)
  const json = text === undefined ? undefined : readJson(text)
  // The old container has no tag, so rubbish is a wrong password.
  return json?.ok ? success(json.value) : failure('wrong-password')
}

function startsWith(bytes: Bytes, magic: Bytes): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

function readBackup(value: unknown): FileResult {
  const backup = v.safeParse(fileSchema, value)
  if (!backup.success) return failure('file-damaged')
  const { Authenticators, Categories, AuthenticatorCategories, CustomIcons } = backup.output
  const categories = new Map(
    Categories.filter((it) => v.is(categorySchema, it)).map((it) => [it.Id, it.Name]),
  )
  const bindings = AuthenticatorCategories.filter((it) => v.is(bindingSchema, it))
  const icons = new Map(
    CustomIcons.filter((it) => v.is(iconSchema, it)).map((it) => [it.Id, it.Data]),
  )
  return readEach(inOrder(Authenticators), entrySchema, (entry) => {
    // An own picture is named with an @ before its id; other names are of the app's own set.
    const icon = icons.get((entry.Icon ?? '').replace(/^@/u, ''))
    return {
      type: TYPES.get(entry.Type) ?? 'unknown',
      issuer: entry.Issuer,
      account: entry.Username,
      secret: entry.Secret,
      algorithm: ALGORITHMS[entry.Algorithm ?? 0] ?? 'unknown',
      digits: entry.Digits,
      period: entry.Period,
      counter: entry.Counter,
      tags: bindings
        .filter(({ AuthenticatorSecret }) => AuthenticatorSecret === entry.Secret)
        .map(({ CategoryId }) => categories.get(CategoryId) ?? ''),
      ...(icon === undefined ? {} : { icon }),
    }
  })
}

function inOrder(entries: readonly unknown[]): readonly unknown[] {
  const rankOf = (entry: unknown) => (v.is(rankedSchema, entry) ? entry.Ranking : 0)
  return [...entries].sort((a, b) => rankOf(a) - rankOf(b))
}
