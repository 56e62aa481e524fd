import * as v from 'valibot'
import { fromBase64, fromHex, utf8 } from '../../bytes'
import { openAesCbc, readDecryptedText } from '../../crypto/foreignCiphers'
import { derivePbkdf2 } from '../../crypto/foreignKdf'
import { encodeBase32 } from '../../otp/base32'
import { failure, success, type Result } from '../../result'
import type { Content } from '../content'
import { readJson } from '../doors/readJson'
import { childrenOf } from '../doors/readXml'
import type { FileCode, Importer, ReadContext } from '../importer'
import { readEach } from '../readEntry'
import { label, matches, printed } from '../schemas'

// Authy exports nothing. This reads its preferences from a rooted phone, and what scripts took out of its
// old desktop app.

const ITERATIONS = 1000

const tokenSchema = v.object({
  accountType: label,
  account_type: label,
  originalIssuer: label,
  issuer: label,
  originalName: label,
  original_name: label,
  name: label,
  digits: printed,
  decryptedSecret: v.nullish(v.string()),
  decrypted_seed: v.nullish(v.string()),
  encryptedSecret: v.nullish(v.string()),
  encrypted_seed: v.nullish(v.string()),
  salt: v.nullish(v.string()),
  unique_iv: v.nullish(v.string()),
  key_derivation_iterations: v.nullish(v.number()),
  /** Authy's own kind of token: hex, seven digits, ten seconds. */
  secretSeed: v.nullish(v.string()),
})
type Token = v.InferOutput<typeof tokenSchema>

const scriptSchema = v.union([
  v.looseObject({ authenticator_tokens: v.array(v.unknown()) }),
  v.looseObject({ decrypted_authenticator_tokens: v.array(v.unknown()) }),
])

export const authy: Importer = {
  id: 'authy',
  app: 'Authy',
  recognizes: (content) => findTokens(content) !== undefined,
  async read(content, context) {
    const tokens: unknown[] = []
    for (const token of findTokens(content) ?? []) {
      const parsed = v.safeParse(tokenSchema, token)
      const opened = parsed.success ? await openToken(parsed.output, context) : success(token)
      if (!opened.ok) return opened
      tokens.push(opened.value)
    }
    return readEach(tokens, tokenSchema, (token) => ({
      type: 'totp',
      ...readNames(token),
      ...(token.secretSeed
        ? { secret: readHex(token.secretSeed), digits: '7', period: '10' }
        : { secret: token.decryptedSecret ?? token.decrypted_seed ?? '', digits: token.digits }),
    }))
  },
}

function findTokens(content: Content): readonly unknown[] | undefined {
  if (content.kind === 'json' && matches(scriptSchema, content.value)) {
    return Object.values(content.value).find((value) => Array.isArray(value)) as unknown[]
  }
  if (content.kind !== 'xml' || content.root.name !== 'map') return undefined
  const own = childrenOf(content.root, 'string').find(({ attributes }) =>
    /^com\.authy\.storage\.tokens\./u.test(attributes.get('name') ?? ''),
  )
  const json = own && readJson(own.text)
  return json?.ok && Array.isArray(json.value) ? json.value : undefined
}

/** A sealed seed opened with the backup password; the cipher has no tag, so the seed must look like one. */
async function openToken(
  token: Token,
  { password, limits }: ReadContext,
): Promise<Result<Token, FileCode>> {
  const sealed = token.encryptedSecret ?? token.encrypted_seed
  if (!sealed || token.decryptedSecret || token.decrypted_seed) return success(token)
  if (password === undefined) return failure('password-needed')
  const iterations = token.key_derivation_iterations ?? ITERATIONS
  const key = await derivePbkdf2(
    utf8(password),
    utf8(token.salt ?? ''),
    'SHA-1',
    iterations,
    limits,
  )
  if (!key.ok) return key
  const iv = fromHex(token.unique_iv ?? '')
  const ciphertext = fromBase64(sealed)
  const opened =
    ciphertext &&
    (await openAesCbc(key.value, iv?.length === 16 ? iv : new Uint8Array(16), ciphertext))
  const text = readDecryptedText(opened)
  if (text === undefined || !/^[a-z2-7\s=]{1,1024}$/iu.test(text)) return failure('wrong-password')
  return success({ ...token, decryptedSecret: text })
}

/** The same reading of Authy's names as in Aegis, which people moved through for years. */
function readNames(token: Token): { readonly issuer: string; readonly account: string } {
  const original = token.originalName || token.original_name
  const type = token.accountType || token.account_type
  const known = token.originalIssuer || token.issuer
  const colon = original.indexOf(':')
  const dash = token.name.indexOf(' - ')
  if (known !== '') return { issuer: known, account: withoutPrefix(token.name, known) }
  if (colon >= 0) {
    const issuer = original.slice(0, colon)
    return { issuer, account: withoutPrefix(token.name, issuer) }
  }
  if (dash >= 0) return { issuer: token.name.slice(0, dash), account: token.name.slice(dash + 3) }
  const isNamed = type !== '' && type !== 'authenticator'
  return {
    issuer: isNamed ? type.charAt(0).toUpperCase() + type.slice(1) : '',
    account: token.name,
  }
}

function withoutPrefix(name: string, issuer: string): string {
  return name.startsWith(issuer) ? name.slice(issuer.length).replace(/^(?::| - )\s*/u, '') : name
}

function readHex(text: string): string {
  const bytes = fromHex(text)
  return bytes ? encodeBase32(bytes) : '!'
}
