const MAGIC = Buffer.from('mozLz40\0', 'latin1')

/** Firefox's session files: a header, the size, and one LZ4 block. */
export function decompressMozLz4(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, 8).equals(MAGIC)) return undefined
  const out = Buffer.alloc(bytes.readUInt32LE(8))
  let at = 12
  let to = 0
  const more = (length: number) => {
    if (length !== 15) return length
    let byte = 255
    while (byte === 255) length += byte = bytes[at++] ?? 0
    return length
  }
  while (at < bytes.length) {
    const token = bytes[at++] ?? 0
    const literals = more(token >> 4)
    bytes.copy(out, to, at, at + literals)
    at += literals
    to += literals
    if (at >= bytes.length) break
    const offset = bytes.readUInt16LE(at)
    at += 2
    const length = more(token & 15) + 4
    for (let end = to + length; to < end; to++) out[to] = out[to - offset] ?? 0
  }
  return out
}
