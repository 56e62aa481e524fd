/** The tile under an icon, per theme: `--surface-2` of the tokens. */
export const TILES = { light: 'eaeff1', dark: '1f292e' } as const

/** A drawing needs less than a text: WCAG 1.4.11 and 1.4.3. */
export const MIN_CONTRAST = 3
export const MIN_TEXT_CONTRAST = 4.5

/** The brand's colour where it can be seen on the tile; otherwise as near to it as that goes. */
export function brandColors(hex: string, min: number): string {
  return `light-dark(#${readable(hex, TILES.light, min)}, #${readable(hex, TILES.dark, min)})`
}

/** Goes from the colour towards black or white, whichever is away from the tile, until it stands out. */
export function readable(hex: string, tile: string, min: number): string {
  const target = luminance(tile) > 0.5 ? 0 : 255
  for (let step = 0; step <= 20; step++) {
    const mixed = channels(hex).map((value) => Math.round(value + ((target - value) * step) / 20))
    const color = mixed.map((value) => value.toString(16).padStart(2, '0')).join('')
    if (contrast(color, tile) >= min) return color
  }
  return target === 0 ? '000000' : 'ffffff'
}

/** WCAG 2.2, contrast ratio. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(hex: string): readonly number[] {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
