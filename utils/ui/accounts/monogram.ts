export const HUES = Array.from({ length: 12 }, (_, index) => index * 30)

/** OKLCH lightness and chroma of tile and letters; the letters keep 4.5 : 1 on every hue. */
export const TILE_TONES = {
  light: { tile: { l: 0.93, c: 0.04 }, letters: { l: 0.35, c: 0.08 } },
  dark: { tile: { l: 0.28, c: 0.05 }, letters: { l: 0.88, c: 0.06 } },
} as const

/** Up to two letters that stand for a service: initials, inner capitals, or the first two letters. */
export function monogram(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const [first = '', second] = words
  if (second !== undefined) return upper(letters(first, 1) + letters(second, 1))
  const innerCapital = /^.+?(\p{Lu})\p{Ll}/u.exec(first)?.[1]
  return upper(innerCapital ? letters(first, 1) + innerCapital : letters(first, 2)) || '?'
}

/** The same colours for the same service, whatever its spelling in upper and lower case. */
export function tileColors(name: string): { readonly tile: string; readonly letters: string } {
  const hue = HUES[hash(name.trim().toLowerCase()) % HUES.length] ?? 0
  const color = (part: 'tile' | 'letters') => {
    const tone = (theme: 'light' | 'dark') => {
      const { l, c } = TILE_TONES[theme][part]
      return `oklch(${l} ${c} ${hue})`
    }
    return `light-dark(${tone('light')}, ${tone('dark')})`
  }
  return { tile: color('tile'), letters: color('letters') }
}

function letters(word: string, count: number): string {
  return [...word].slice(0, count).join('')
}

function upper(text: string): string {
  return text.toUpperCase()
}

/** FNV-1a: small, and spreads short names well. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value
}
