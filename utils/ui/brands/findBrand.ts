import { brandColors, MIN_CONTRAST, MIN_TEXT_CONTRAST } from './brandColors'
import { BRANDS } from './brandTable'
import { LOCAL_COLORS } from './localColors'

export interface Brand {
  /** The drawing, in black on nothing: it is used as a mask. Without one, letters have the colour. */
  readonly drawing?: string
  /** Per theme, as `light-dark()` has it. */
  readonly color: string
}

/** What the service of that name is known by, `undefined` for one that is not known. */
export function findBrand(issuer: string): Brand | undefined {
  return brands().get(fold(issuer)) ?? brands().get(fold(withoutEnding(issuer)))
}

function withoutEnding(issuer: string): string {
  return issuer.replace(/\.(?:com|org|net|io|id|co\.id)$/iu, '')
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

let known: ReadonlyMap<string, Brand> | undefined

function brands(): ReadonlyMap<string, Brand> {
  known ??= new Map([
    ...linesOf(LOCAL_COLORS).flatMap(readLocal),
    ...linesOf(BRANDS).flatMap(readDrawn),
  ])
  return known
}

function linesOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
}

function readDrawn([slug = '', hex = '', ...names]: readonly string[]) {
  const brand = { drawing: `/brands/${slug}.svg`, color: brandColors(hex, MIN_CONTRAST) }
  return [slug, ...names].map((name) => [name, brand] as const)
}

function readLocal([hex = '', ...names]: readonly string[]) {
  const brand = { color: brandColors(hex, MIN_TEXT_CONTRAST) }
  return names.map((name) => [name, brand] as const)
}
