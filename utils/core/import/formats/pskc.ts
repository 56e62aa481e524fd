import { fromBase64, fromHex, utf8, type Bytes } from '../../bytes'
import { isHmac, openAesCbc } from '../../crypto/foreignCiphers'
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
    const seal = key.value && (await readSeal(find(root, 'MACMethod'), key.value))
    if (seal === 'wrong-password') return failure(seal)
    const results = await Promise.all(packages.map((node) => readPackage(node, seal)))
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

/** What opens the values, and what proves them (RFC 6030, section 6.1.1). */
interface Seal {
  readonly key: Bytes
  readonly mac?: { readonly hash: 'SHA-1' | 'SHA-256'; readonly key: Bytes }
}

/** The MAC has a key of its own, which lies under the other one; without it, both are the same. */
async function readSeal(method: XmlNode | undefined, key: Bytes): Promise<Seal | 'wrong-password'> {
  const name = method?.attributes.get('Algorithm') ?? ''
  const hash = /hmac-sha1$/u.test(name)
    ? 'SHA-1'
    : /hmac-sha256$/u.test(name)
      ? 'SHA-256'
      : undefined
  if (!method || !hash) return { key }
  const sealed = find(method, 'MACKey')
  const macKey = sealed ? await openValue(sealed, key) : key
  if (macKey === undefined || macKey === 'wrong-password') return 'wrong-password'
  return { key, mac: { hash, key: macKey } }
}

async function readPackage(
  node: XmlNode,
  seal: Seal | undefined,
): Promise<Entry | 'wrong-password'> {
  const key = find(node, 'Key')
  if (!key) return refuse({ issuer: '', account: '' }, 'entry-damaged')
  const names = readNames(node, key)
  const secret = await readSecret(key, seal)
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
  seal: Seal | undefined,
): Promise<Bytes | 'wrong-password' | undefined> {
  const secret = find(key, 'Secret')
  const plain = secret && textIn(secret, 'PlainValue')
  if (plain) return bytesOf(plain)
  const sealed = secret && find(secret, 'EncryptedValue')
  if (!sealed || !seal) return undefined
  const opened = await openValue(sealed, seal.key)
  const proof = bytesOf(textIn(secret, 'ValueMAC'))
  const ciphertext = bytesOf(textIn(sealed, 'CipherValue'))
  if (!seal.mac || !ciphertext) return opened
  const isProven = proof && (await isHmac(seal.mac.hash, seal.mac.key, ciphertext, proof))
  return isProven ? opened : 'wrong-password'
}

/** AES-CBC, the IV in front (XML Encryption 1.1, section 5.2). */
async function openValue(node: XmlNode, key: Bytes): Promise<Bytes | 'wrong-password' | undefined> {
  const bytes = bytesOf(textIn(node, 'CipherValue'))
  const method = find(node, 'EncryptionMethod')?.attributes.get('Algorithm') ?? ''
  if (!bytes || !/aes(?:128|192|256)-cbc$/u.test(method)) return undefined
  const opened = await openAesCbc(key, bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES))
  return opened ?? 'wrong-password'
}

function bytesOf(base64: string): Bytes | undefined {
  return fromBase64(base64.replaceAll(/\s/gu, ''))
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
