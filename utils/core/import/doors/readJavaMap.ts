import type { Bytes } from '../../bytes'

const MAGIC = [0xac, 0xed, 0x00, 0x05]
const BLOCK_DATA = 0x77
const STRING = 0x74
const LONG_STRING = 0x7c
const MAX_STRINGS = 100_000

/** Whether the bytes are an object that Java serialised. */
export function isJavaObject(bytes: Bytes): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte)
}

/**
 * The entries of a `HashMap<String, String>` that Java serialised (Java Object Serialization
 * Specification, chapter 6): behind the map's own block of data stand key and value by turns.
 */
export function readJavaMap(bytes: Bytes): ReadonlyMap<string, string> | undefined {
  if (!isJavaObject(bytes)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const block = bytes.indexOf(BLOCK_DATA, MAGIC.length)
  if (block < 0 || block + 2 > bytes.length) return undefined
  let at = block + 2 + view.getUint8(block + 1)
  const strings: string[] = []
  while (at + 3 <= bytes.length && strings.length < MAX_STRINGS) {
    const kind = view.getUint8(at)
    if (kind !== STRING && kind !== LONG_STRING) break
    const isLong = kind === LONG_STRING
    if (isLong && at + 9 > bytes.length) return undefined
    const length = isLong ? Number(view.getBigUint64(at + 1)) : view.getUint16(at + 1)
    const start = at + (isLong ? 9 : 3)
    if (start + length > bytes.length) return undefined
    strings.push(decodeModifiedUtf8(bytes.subarray(start, start + length)))
    at = start + length
  }
  const pairs = strings.flatMap((key, index) =>
    index % 2 === 0 && index + 1 < strings.length ? [[key, strings[index + 1] ?? ''] as const] : [],
  )
  return pairs.length === 0 ? undefined : new Map(pairs)
}

/** Java's own UTF-8: NUL as two bytes, and characters beyond the 16th bit as two halves of three. */
function decodeModifiedUtf8(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    const second = (bytes[at + 1] ?? 0) & 0x3f
    if (first < 0x80) {
      text += String.fromCharCode(first)
      at += 1
    } else if (first < 0xe0) {
      text += String.fromCharCode(((first & 0x1f) << 6) | second)
      at += 2
    } else {
      const third = (bytes[at + 2] ?? 0) & 0x3f
      text += String.fromCharCode(((first & 0x0f) << 12) | (second << 6) | third)
      at += 3
    }
  }
  return text
}
