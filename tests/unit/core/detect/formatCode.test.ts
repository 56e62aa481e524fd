import { expect, it } from 'vitest'
import { formatCode } from '@/utils/core/detect/formatCode'

it.each([
  ['', '123456'],
  ['[0-9]{6}', '123456'],
  ['\\d*', '123456'],
  ['\\d{3} \\d{3}', '123 456'],
  ['[0-9]{3}-[0-9]{3}', '123-456'],
  ['\\d{2} \\d{2} \\d{2}', '12 34 56'],
  ['\\d{3}\\s?\\d{3}', '123456'],
  ['[0-9]{8}', '123456'],
  ['([', '123456'],
])('writes a code for the pattern "%s" as %s', (pattern, written) => {
  expect(formatCode('123456', pattern)).toBe(written)
})
