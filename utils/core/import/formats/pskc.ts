import { fromBase64, fromHex, utf8, type Bytes } from '../../bytes'
import { openAesCbc } from '../../crypto/foreignCiphers'
import { derivePbkdf2 } from '../../crypto/foreignKdf'
import { encodeBase32 } from '../../otp/base32'
import { failure, success, type Result } from '../../result'
import { childrenOf, textOf, type XmlNode } from '../doors/readXml'
import type { Entry, FileCode, Importer, ReadContext } from '../importer'
import { readEntry, refuse } from '../readEntry'

// PSKC (RFC 6030): keys of hardware tokens. Secrets are plain, or under a key that is derived from a
// password (RFC 8018) or was agreed on before, which is then asked for in hex.

const IV_BYTES = 16

export const pskc: Importer = {
  id: 'pskc',
  app: 'PSKC',
  recognizes: (content) => content.kind === 'xml' && content.root.name === 'KeyContainer',
  async read(content, context) {
    if (content.kind !== 'xml') return failure('file-unknown')
    const { root } = content
    const packages = childrenOf(root, 'KeyPackage')
    const isSealed = packages.some((node) => find(node, 'EncryptedValue') !== undefined)
    const key = isSealed
      ? await deriveKey(find(root, 'EncryptionKey'), context)
      : success(undefined)
    if (!key.ok) return key
    const results = await Promise.all(packages.map((node) => readPackage(node, key.value)))
    return results.includes('wrong-password')
      ? failure('wrong-password')
      : success({ entries: results.filter((result) => result !== 'wrong-password') })
  },
}

async function deriveKey(
  node: XmlNode | undefined,
  { password, limits }: ReadContext,
): Promise<Result<Bytes, FileCode>> {
  if (password === undefined) return failure('password-needed')
  const derivation = node && find(node, 'PBKDF2-params')
  if (!derivation) {
    const agreed = fromHex(password.replaceAll(/[\s:]/gu, ''))
    return agreed && agreed.length >= 16 ? success(agreed) : failure('wrong-password')
  }
  const salt = fromBase64(textIn(derivation, 'Specified'))
  const length = Number(textIn(derivation, 'KeyLength') || '16')
  if (!salt || ![16, 24, 32].includes(length)) return failure('file-damaged')
  const hash = find(derivation, 'PRF')?.attributes.get('Algorithm') ?? ''
  const prf = /sha-?512/iu.test(hash) ? 'SHA-512' : /sha-?256/iu.test(hash) ? 'SHA-256' : 'SHA-1'
  const iterations = Number(textIn(derivation, 'IterationCount'))
  return derivePbkdf2(utf8(password), salt, prf, iterations, limits, length)
}

async function readPackage(
  node: XmlNode,
  wrapping: Bytes | undefined,
): Promise<Entry | 'wrong-password'> {
  const key = find(node, 'Key')
  if (!key) return refuse({ issuer: '', account: '' }, 'entry-damaged')
  const names = readNames(node, key)
  const secret = await readSecret(key, wrapping)
  if (secret === 'wrong-password') return secret
  if (!secret) return refuse(names, 'entry-damaged')
  const format = find(key, 'ResponseFormat')
  const encoding = format?.attributes.get('Encoding') ?? 'DECIMAL'
  // Codes in hex or letters are not what a code is made as here.
  if (encoding !== 'DECIMAL') return refuse(names, 'type-unsupported')
  return readEntry({
    ...names,
    type: readType(key.attributes.get('Algorithm') ?? ''),
    secret: encodeBase32(secret),
    algorithm: textIn(key, 'Suite').replace(/^HMAC-?/iu, ''),
    digits: format?.attributes.get('Length'),
    period: plainOf(key, 'TimeInterval'),
    counter: plainOf(key, 'Counter'),
  })
}

function readType(algorithm: string): string {
  const name = /(totp|hotp)$/iu.exec(algorithm)?.[1]?.toLowerCase()
  return name ?? 'unknown'
}

function readNames(
  node: XmlNode,
  key: XmlNode,
): { readonly issuer: string; readonly account: string } {
  const issuer = textIn(key, 'Issuer') || textIn(node, 'Manufacturer')
  const account =
    textIn(key, 'FriendlyName') ||
    textIn(node, 'UserId') ||
    textIn(node, 'SerialNo') ||
    (key.attributes.get('Id') ?? '')
  return { issuer, account }
}

async function readSecret(
  key: XmlNode,
  wrapping: Bytes | undefined,
): Promise<Bytes | 'wrong-password' | undefined> {
  const secret = find(key, 'Secret')
  const plain = secret && textIn(secret, 'PlainValue')
  if (plain) return fromBase64(plain.replaceAll(/\s/gu, ''))
  const sealed = secret && find(secret, 'EncryptedValue')
  const bytes = sealed && fromBase64(textIn(sealed, 'CipherValue').replaceAll(/\s/gu, ''))
  if (!bytes || !wrapping) return undefined
  const method = find(sealed, 'EncryptionMethod')?.attributes.get('Algorithm') ?? ''
  if (!/aes(?:128|192|256)-cbc$/u.test(method)) return undefined
  const opened = await openAesCbc(wrapping, bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES))
  return opened ?? 'wrong-password'
}

function plainOf(key: XmlNode, name: string): string | undefined {
  const node = find(key, name)
  return node && textIn(node, 'PlainValue')
}

function textIn(node: XmlNode, name: string): string {
  const found = find(node, name)
  return (found?.text ?? textOf(node, name)).trim()
}

function find(node: XmlNode, name: string): XmlNode | undefined {
  for (const child of node.children) {
    const found = child.name === name ? child : find(child, name)
    if (found) return found
  }
  return undefined
}
