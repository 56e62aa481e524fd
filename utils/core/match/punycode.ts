const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const MAX_CODE_POINT = 0x10ffff

/** One label as people see it: `xn--…` decoded (RFC 3492), unreadable ones and all others as they are. */
export function decodeLabel(label: string): string {
  return label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label
}

function decode(encoded: string): string | undefined {
  const end = encoded.lastIndexOf('-')
  const output = end > 0 ? Array.from(encoded.slice(0, end), (c) => c.codePointAt(0) ?? 0) : []
  let codePoint = 128
  let index = 0
  let bias = 72
  for (let at = end > 0 ? end + 1 : 0; at < encoded.length;) {
    const before = index
    let weight = 1
    for (let k = BASE; ; k += BASE) {
      const digit = parseInt(encoded.charAt(at++), BASE)
      if (Number.isNaN(digit)) return undefined
      // RFC 3492 counts letters first, `parseInt` digits first.
      const value = (digit + 26) % BASE
      index += value * weight
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX)
      if (value < threshold) break
      weight *= BASE - threshold
    }
    const length = output.length + 1
    bias = adapt(index - before, length, before === 0)
    codePoint += Math.floor(index / length)
    index %= length
    if (codePoint > MAX_CODE_POINT) return undefined
    output.splice(index++, 0, codePoint)
  }
  return String.fromCodePoint(...output)
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(isFirst ? delta / DAMP : delta / 2)
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
