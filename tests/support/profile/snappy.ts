/** Raw Snappy (google/snappy format_description.txt); `undefined` when the bytes are something else. */
export function decompressSnappy(bytes: Buffer): Buffer | undefined {
  const [size, start] = readVarint(bytes, 0)
  if (size === undefined || size > 1 << 28) return undefined
  const out = Buffer.alloc(size)
  let at = start
  let to = 0
  while (at < bytes.length) {
    const tag = bytes[at++] ?? 0
    const kind = tag & 3
    if (kind === 0) {
      let length = tag >> 2
      if (length >= 60) {
        const width = length - 59
        if (at + width > bytes.length) return undefined
        length = bytes.readUIntLE(at, width)
        at += width
      }
      length++
      if (at + length > bytes.length || to + length > size) return undefined
      bytes.copy(out, to, at, at + length)
      at += length
      to += length
      continue
    }
    const width = kind === 3 ? 4 : kind
    if (at + width > bytes.length) return undefined
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1
    const offset = bytes.readUIntLE(at, width) | (kind === 1 ? (tag >> 5) << 8 : 0)
    at += width
    if (offset === 0 || offset > to || to + length > size) return undefined
    // Copies may overlap what they write, so they go byte by byte.
    for (let end = to + length; to < end; to++) out[to] = out[to - offset] ?? 0
  }
  return to === size ? out : undefined
}

/** The number and where it ends; `undefined` when it ends nowhere. */
export function readVarint(bytes: Buffer, start: number): readonly [number | undefined, number] {
  let value = 0
  for (let at = start, shift = 0; shift < 35 && at < bytes.length; at++, shift += 7) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * 2 ** shift
    if (byte < 128) return [value, at + 1]
  }
  return [undefined, start]
}
