import { describe, expect, it } from 'vitest'
import type { FieldTraits } from '@/utils/core/detect/fieldTraits'
import { describeField, fitsHint, heedHints } from '@/utils/core/detect/fieldHint'
import { findCodeTargets } from '@/utils/core/detect/findCodeTargets'
import { makeBoxes, makeTraits } from './makeTraits'

const hintOf = (change: Partial<FieldTraits>) => describeField(makeTraits(change))
const placesOf = (fields: readonly FieldTraits[], hints: Parameters<typeof heedHints>[2]) =>
  heedHints(fields, findCodeTargets(fields), hints).map((target) => target.fields)

describe('a field that a person pointed at', () => {
  it.each<[string, Partial<FieldTraits>, Partial<FieldTraits>]>([
    ['its name', { names: 'pos' }, { names: 'pos', label: 'changed' }],
    ['its name, with other numbers', { names: 'mat-input-3' }, { names: 'mat-input-17' }],
    ['its name, generated anew', { names: ':r5:-field' }, { names: ':r1a:-field' }],
    ['its label, where it has no name', { label: 'Sandi tambahan' }, { label: 'Sandi tambahan' }],
    ['what stands beside it', { near: 'Angka dari layar' }, { near: 'Angka dari layar' }],
    ['its classes', { wrapper: 'a b' }, { wrapper: 'a b' }],
  ])('is known again by %s', (_by, before, now) => {
    expect(fitsHint(makeTraits(now), hintOf(before))).toBe(true)
  })

  it.each<[string, Partial<FieldTraits>, Partial<FieldTraits>]>([
    ['another name', { names: 'pos' }, { names: 'pin' }],
    ['another type', { names: 'pos' }, { names: 'pos', type: 'password' }],
    ['a name where there was none', { label: 'x' }, { names: 'y', label: 'x' }],
    ['nothing to say', {}, {}],
  ])('is not one with %s', (_with, before, now) => {
    expect(fitsHint(makeTraits(now), hintOf(before))).toBe(false)
  })

  it('comes first, also where nothing says that it wants a code', () => {
    const fields = [makeTraits({ label: 'otp' }), makeTraits({ names: 'pos', top: 200 })]
    expect(placesOf(fields, { field: hintOf({ names: 'pos' }), never: [] })).toEqual([[1], [0]])
  })

  it('brings the boxes beside it along', () => {
    const fields = makeBoxes(6).map((box) => ({ ...box, names: 'c', label: 'zip' }))
    const never: never[] = []
    expect(placesOf(fields, { field: describeField(fields[2] ?? makeTraits()), never })).toEqual([
      [0, 1, 2, 3, 4, 5],
    ])
  })

  it('is never offered in again', () => {
    const fields = [makeTraits({ names: 'otp' })]
    expect(placesOf(fields, { never: [] })).toEqual([[0]])
    expect(placesOf(fields, { never: [hintOf({ names: 'otp' })] })).toEqual([])
  })
})
