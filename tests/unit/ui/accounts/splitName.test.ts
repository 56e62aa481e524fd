import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitName } from '@/utils/ui/accounts/splitName'

it.each([
  ['budi@kantor.example', 'budi', '@kantor.example'],
  ['a@b@kantor.example', 'a@b', '@kantor.example'],
  ['198703122010', '19870312', '2010'],
  ['budi_88', 'budi_88', ''],
  ['@handle', '@handle', ''],
  ['keluarga 👨‍👩‍👧‍👦ku', 'keluarga', ' 👨‍👩‍👧‍👦ku'],
  ['', '', ''],
])('keeps the end of "%s"', (name, head, tail) => {
  expect(splitName(name)).toEqual({ head, tail })
})

it('never loses or adds a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const { head, tail } = splitName(name)
      expect(head + tail).toBe(name)
    }),
  )
})
