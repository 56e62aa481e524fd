import * as icons from 'simple-icons'
import { describe, expect, it } from 'vitest'
import {
  contrast,
  MIN_CONTRAST,
  MIN_TEXT_CONTRAST,
  readable,
  TILES,
} from '@/utils/ui/brands/brandColors'
import { BRANDS } from '@/utils/ui/brands/brandTable'
import { findBrand } from '@/utils/ui/brands/findBrand'
import { LOCAL_COLORS } from '@/utils/ui/brands/localColors'

const LINES = BRANDS.trim()
  .split('\n')
  .map((line) => line.split(' '))

describe('a brand icon', () => {
  it.each([
    ['GitHub', 'github'],
    ['github.com', 'github'],
    ['GITHUB', 'github'],
    ['Google', 'google'],
    ['Gmail', 'gmail'],
    ['Docker Hub', 'docker'],
    ['Atlassian Account', 'atlassian'],
    ['GoPay', 'gojek'],
  ])('of %s is %s', (issuer, slug) => {
    expect(findBrand(issuer)?.drawing).toBe(`/brands/${slug}.svg`)
  })

  it.each(['', 'Kantor Desa', '__proto__', 'constructor', 'git'])(
    'is not found for "%s"',
    (name) => {
      expect(findBrand(name)).toBeUndefined()
    },
  )

  it('is letters in their colour where no drawing is free', () => {
    expect(findBrand('BCA')).toEqual({ color: 'light-dark(#0060af, #5998cb)' })
  })

  it('is there in the package, under a licence that lets it be', () => {
    const bySlug = new Map(Object.values(icons).map((icon) => [icon.slug, icon]))
    const bad = LINES.filter(([slug = '', hex]) => {
      const icon = bySlug.get(slug)
      const isShared = /NC|ND|SA|GPL|custom|MPL/u.test(icon?.license?.type ?? '')
      return icon?.hex.toLowerCase() !== hex || isShared
    })
    expect(bad).toEqual([])
    expect(LINES.length).toBeGreaterThan(300)
  })
})

it.each([
  [MIN_CONTRAST, LINES.map(([, hex = '']) => hex)],
  [
    MIN_TEXT_CONTRAST,
    LOCAL_COLORS.trim()
      .split('\n')
      .map((line) => line.slice(0, 6)),
  ],
])('keeps %d : 1 against its tile, in both themes', (min, colors) => {
  const faint = colors.flatMap((hex) =>
    [TILES.light, TILES.dark].filter((tile) => contrast(readable(hex, tile, min), tile) < min),
  )
  expect(faint).toEqual([])
})
