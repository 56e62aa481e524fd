import { describe, expect, it } from 'vitest'
import { HUES, monogram, TILE_TONES, tileColors } from '@/utils/ui/accounts/monogram'

it.each([
  ['ASN Digital', 'AD'],
  ['GitHub', 'GH'],
  ['Steam', 'ST'],
  ['VPN Kantor Pusat', 'VK'],
  ['dapodik', 'DA'],
  ['x', 'X'],
  ['portal.pajak', 'PP'],
  ['1-Sandi', '1S'],
  ['éclair', 'ÉC'],
  ['𝒳𝒴𝒵', '𝒳𝒴'],
  ['', '?'],
  ['***', '?'],
])('stands "%s" for %s', (name, letters) => {
  expect(monogram(name)).toBe(letters)
})

it('gives a service the same colours in any case', () => {
  expect(tileColors('GitHub')).toEqual(tileColors(' github '))
})

it('spreads services over many hues', () => {
  const tiles = new Set(Array.from({ length: 200 }, (_, at) => tileColors(`Layanan ${at}`).tile))
  expect(tiles.size).toBe(HUES.length)
})

describe.each(['light', 'dark'] as const)('letters on their tile, %s', (theme) => {
  const { tile, letters } = TILE_TONES[theme]
  it.each(HUES)('keep 4.5 : 1 on hue %i', (hue) => {
    const contrast = contrastOf(
      luminanceOf(tile.l, tile.c, hue),
      luminanceOf(letters.l, letters.c, hue),
    )
    expect(contrast).toBeGreaterThanOrEqual(4.5)
  })
})

/** WCAG 2.2, "contrast ratio". */
function contrastOf(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The relative luminance of an OKLCH colour, clipped to sRGB as browsers show it (CSS Color 4, 10). */
function luminanceOf(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
