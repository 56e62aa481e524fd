import { expect, it } from 'vitest'
import {
  MAX_SERVICE_CODE_CHARACTERS,
  MAX_SERVICE_CODES,
  readServiceCodes,
} from '@/utils/core/vault/serviceCodes'

it.each<[string, string, readonly string[]]>([
  ['one a line', '4f7k-9q2m\n8x3p-1w6z\r\n', ['4f7k-9q2m', '8x3p-1w6z']],
  [
    'numbered',
    '1. 1234 5678\n 2) 2345 6789\n10. 3456 7890',
    ['1234 5678', '2345 6789', '3456 7890'],
  ],
  ['ticked', '[ ] abcdefgh\n[x] ijklmnop\n☐ qrstuvwx', ['abcdefgh', 'ijklmnop', 'qrstuvwx']],
  ['bulleted', '• 4F7K 9Q2M\n- 8X3P 1W6Z', ['4F7K 9Q2M', '8X3P 1W6Z']],
  [
    'in columns',
    '12345678\t23456789\n34567890    45678901',
    ['12345678', '23456789', '34567890', '45678901'],
  ],
  ['between commas', 'abcd-efgh, ijkl-mnop', ['abcd-efgh', 'ijkl-mnop']],
  ['twice', 'abcd-1234\nabcd-1234', ['abcd-1234']],
  ['of four words', 'kopi angin perak lima', ['kopi angin perak lima']],
  ['with invisible signs', '4f7k\u200b-9q2m', ['4f7k-9q2m']],
  [
    'between sentences',
    'Your backup codes:\nKeep them somewhere safe.\n4f7k-9q2m\nPut these where nobody else looks',
    ['4f7k-9q2m'],
  ],
])('reads codes %s', (_name, text, codes) => {
  expect(readServiceCodes(text)).toEqual(codes)
})

it.each(['', ' \n ', '---', '1.\n2.', 'abc', 'x'.repeat(MAX_SERVICE_CODE_CHARACTERS + 1)])(
  'reads none in %j',
  (text) => {
    expect(readServiceCodes(text)).toEqual([])
  },
)

it('takes no more than an account may keep', () => {
  const many = Array.from({ length: 300 }, (_, at) => `code-${String(at)}`).join('\n')
  expect(readServiceCodes(many)).toHaveLength(MAX_SERVICE_CODES)
})
