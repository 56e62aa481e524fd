import { fromHex } from '../bytes'
import { decodeBase32, encodeBase32, normalizeBase32 } from './base32'

/** What a person should know of a key before they rely on it; none of it forbids anything. */
export type KeyRemark = 'short' | 'cut' | 'hex'

/** The shortest keys that services give out; RFC 4226 asks for 16 bytes. */
const USUAL_BYTES = 10

/** Of a key that was read: shorter than any that a service gives out, so half of it may be missing. */
export function isShortKey(secret: string): boolean {
  return (decodeBase32(secret)?.length ?? 0) < USUAL_BYTES
}

export interface TypedKey {
  readonly secret: string
  readonly remarks: readonly KeyRemark[]
}

/** A key as a person typed it. Hex is taken for what it is, where it cannot be base32. */
export function readTypedKey(text: string): TypedKey {
  const secret = hexToBase32(text)
  if (secret !== undefined) return { secret, remarks: ['hex'] }
  return { secret: text, remarks: isCut(text) ? ['cut'] : [] }
}

/** A line that is a key and nothing else: long enough, and in groups of one length if in groups. */
export function isBareKey(text: string): boolean {
  const groups = text.trim().split(/[\s-]+/u)
  const [first = ''] = groups
  const isEven = groups.every((group, at) =>
    at < groups.length - 1 ? group.length === first.length : group.length <= first.length,
  )
  if (!isEven && !isLabelled(text)) return false
  const secret = hexToBase32(text) ?? normalizeBase32(text)
  return decodeBase32(secret) !== undefined && !isShortKey(secret)
}

/** A number of letters that no bytes make: one was left out, or one is too many. */
function isCut(text: string): boolean {
  return [1, 3, 6].includes(normalizeBase32(text).length % 8)
}

function hexToBase32(text: string): string | undefined {
  const digits = normalizeBase32(text)
  if (decodeBase32(digits)) return undefined
  const bytes = fromHex(digits)
  return bytes && bytes.length >= USUAL_BYTES ? encodeBase32(bytes) : undefined
}

function isLabelled(text: string): boolean {
  return /[:：]/u.test(text)
}
