import { joinBytes, type Bytes } from '../../../utils/core/bytes'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
const below = (random: Random, end: number) => Math.floor(random() * end)
const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[below(random, list.length)]

/** A hostile relative of a file: its structure changed where it is JSON, its bytes where it is not. */
export function mutate(original: Bytes, random: Random): Bytes {
  const value = random() < 0.6 ? parse(original) : undefined
  let bytes = value === undefined ? original : encode(mutateValue(value, random))
  const times = value === undefined || random() < 0.2 ? 1 + below(random, 4) : 0
  for (let time = 0; time < times; time++) bytes = mutateBytes(bytes, random)
  return bytes
}

const NASTY: readonly unknown[] = [
  ...[null, true, -1, 0, 0.5, 1e308, 2 ** 53, '', ' ', '0', '-1', 'NaN', '999999999999999999999'],
  ...['%', '%E0%A4%A', '=', '\u0000', '\u202e', '\ud800', 'A'.repeat(5000), [], {}, [[[[]]]]],
  ...['otpauth://', 'otpauth://totp/?secret=', 'steam://', 'MD5', 'motp', '{', '../../x'],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
]
const NASTY_BYTES = [0, 1, 9, 10, 13, 34, 38, 44, 45, 58, 60, 62, 91, 92, 123, 127, 128, 192, 255]

function mutateValue(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'string' && value.length > 0 && random() < 0.5) {
      return new TextDecoder().decode(mutateBytes(encodeText(value), random))
    }
    return pick(random, NASTY)
  }
  if (random() < 0.05) return pick(random, NASTY)
  if (Array.isArray(value)) {
    const items: unknown[] = [...(value as unknown[])]
    const at = below(random, items.length)
    if (items.length === 0 || random() < 0.1) return [...items, pick(random, NASTY)]
    if (random() < 0.1) return items.filter((_item, index) => index !== at)
    if (random() < 0.05) return Array.from({ length: 50 }, () => items[at])
    items[at] = mutateValue(items[at], random)
    return items
  }
  const entries: [string, unknown][] = Object.entries(value)
  const [key, inner] = pick(random, entries) ?? ['x', null]
  const rest = entries.filter(([name]) => name !== key)
  if (random() < 0.1) return Object.fromEntries(rest)
  const name =
    random() < 0.05 ? (pick(random, ['__proto__', 'constructor', 'secret', '']) ?? '') : key
  return Object.fromEntries([...rest, [name, mutateValue(inner, random)]])
}

function mutateBytes(bytes: Bytes, random: Random): Bytes {
  const at = below(random, bytes.length)
  const end = Math.min(bytes.length, at + 1 + below(random, 40))
  const slice = bytes.slice(at, end)
  switch (below(random, 7)) {
    case 0:
      return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << below(random, 8)))
    case 1:
      return withByte(bytes, at, pick(random, NASTY_BYTES) ?? 0)
    case 2:
      return bytes.slice(0, at)
    case 3:
      return joinBytes(bytes.slice(0, at), bytes.slice(end))
    case 4:
      return joinBytes(bytes.slice(0, end), slice, slice, bytes.slice(end))
    case 5:
      return joinBytes(
        bytes.slice(0, at),
        Uint8Array.from(slice, () => below(random, 256)),
        bytes.slice(end),
      )
    default:
      return joinBytes(bytes.slice(at), bytes.slice(0, at))
  }
}

function withByte(bytes: Bytes, at: number, byte: number): Bytes {
  const changed = bytes.slice()
  changed[at] = byte
  return changed
}

function parse(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function encode(value: unknown): Bytes {
  return encodeText(JSON.stringify(value))
}

function encodeText(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text))
}
