import * as v from 'valibot'
import { fromBase64, joinBytes, utf8 } from '../../bytes'
import { openAesGcm, readDecryptedText } from '../../crypto/foreignCiphers'
import { derivePbkdf2 } from '../../crypto/foreignKdf'
import { failure, success, type Result } from '../../result'
import { readJson } from '../doors/readJson'
import type { FileCode, FileResult, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { items, label, matches, printed } from '../schemas'
import { splitLabel } from '../readUriLine'

// 2FAS schema 1 to 4. What a person edited stands in `account` and `label`; `link` is the original.

const ITERATIONS = 10_000

const backupSchema = v.object({
  schemaVersion: v.number(),
  services: items,
  groups: items,
  servicesEncrypted: v.nullish(v.string()),
})
const plainMark = v.object({ schemaVersion: v.number(), services: v.array(v.unknown()) })
const sealedMark = v.object({ schemaVersion: v.number(), servicesEncrypted: v.string() })
const groupSchema = v.object({ id: v.string(), name: v.string() })
const orderSchema = v.object({ order: v.object({ position: v.number() }) })
const serviceSchema = v.object({
  name: label,
  secret: v.string(),
  groupId: v.nullish(v.string()),
  otp: v.optional(
    v.object({
      label: label,
      account: label,
      issuer: label,
      digits: printed,
      period: printed,
      algorithm: printed,
      counter: printed,
      tokenType: printed,
    }),
  ),
})

export const twofas: Importer = {
  id: 'twofas',
  app: '2FAS',
  recognizes: (content) =>
    content.kind === 'json' &&
    (matches(plainMark, content.value) || matches(sealedMark, content.value)),
  async read(content, context) {
    if (content.kind !== 'json') return failure('file-unknown')
    const backup = v.safeParse(backupSchema, content.value)
    if (!backup.success) return failure('file-damaged')
    const { services, servicesEncrypted: sealed, groups } = backup.output
    if (!sealed) return readServices(services, groups)
    const opened = await openServices(sealed, context)
    return opened.ok ? readServices(opened.value, groups) : opened
  },
}

/** `ciphertext and tag : salt : nonce`, each in base64. An empty password is one too. */
async function openServices(
  sealed: string,
  { password, limits }: ReadContext,
): Promise<Result<readonly unknown[], FileCode>> {
  const [ciphertext, salt, iv] = sealed.split(':').map(fromBase64)
  if (!ciphertext || !salt || !iv) return failure('file-damaged')
  if (password === undefined) return failure('password-needed')
  const key = await derivePbkdf2(utf8(password), salt, 'SHA-256', ITERATIONS, limits)
  if (!key.ok) return key
  const text = readDecryptedText(await openAesGcm(key.value, iv, joinBytes(ciphertext)))
  if (text === undefined) return failure('wrong-password')
  const json = readJson(text)
  return json.ok && Array.isArray(json.value) ? success(json.value) : failure('file-damaged')
}

function readServices(services: readonly unknown[], groups: readonly unknown[]): FileResult {
  const names = new Map(
    groups.filter((group) => v.is(groupSchema, group)).map(({ id, name }) => [id, name]),
  )
  return readEach(inOrder(services), serviceSchema, ({ name, secret, groupId, otp }) => {
    const group = names.get(groupId ?? '')
    return {
      type: otp?.tokenType ?? 'totp',
      issuer: (otp?.issuer ?? '') || name,
      account: (otp?.account ?? '') || splitLabel(otp?.label ?? '').account,
      secret,
      digits: otp?.digits,
      period: otp?.period,
      algorithm: otp?.algorithm,
      counter: otp?.counter,
      ...(group === undefined ? {} : { tags: [group] }),
    }
  })
}

function inOrder(services: readonly unknown[]): readonly unknown[] {
  const positionOf = (service: unknown) =>
    v.is(orderSchema, service) ? service.order.position : Number.MAX_SAFE_INTEGER
  return [...services].sort((a, b) => positionOf(a) - positionOf(b))
}
