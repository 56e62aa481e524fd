/** Bytes that may be handed to WebCrypto: backed by an ArrayBuffer, not a shared one. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export function utf8(text: string): Bytes {
  return encoder.encode(text)
}

/** Throws on bytes that are not UTF-8: only authenticated plaintext is decoded with it. */
export function fromUtf8(bytes: Bytes): string {
  return decoder.decode(bytes)
}

// String.fromCharCode takes its arguments on the stack, so long input goes in pieces.
const CHUNK_BYTES = 0x8000

// Newer than some browsers that the extension runs in, and many times as fast where they are there.
interface NativeBase64 {
  readonly toBase64?: () => string
}
interface NativeFromBase64 {
  readonly fromBase64?: (text: string) => Bytes
}

export function toBase64(bytes: Bytes): string {
  const native = (bytes as NativeBase64).toBase64?.()
  if (native !== undefined) return native
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES))
  }
  return btoa(binary)
}

/** Standard base64 to bytes, `undefined` when the text is not base64. */
export function fromBase64(text: string): Bytes | undefined {
  let binary: string
  try {
    const native = (Uint8Array as NativeFromBase64).fromBase64?.(text)
    if (native) return native
    binary = atob(text)
  } catch {
    return undefined // both have one way to fail: a character outside the alphabet or a bad length
  }
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

export function toHex(bytes: Bytes): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}

/** Hex to bytes, `undefined` when the text is not pairs of hex digits. */
export function fromHex(text: string): Bytes | undefined {
  if (!/^(?:[\da-f]{2})*$/iu.test(text)) return undefined
  return Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** The parts one behind the other. */
export function joinBytes(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export function equalBytes(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0)
  return difference === 0
}
