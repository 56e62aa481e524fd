import { describe, expect, it } from 'vitest'
import {
  MAX_SERVICE_CODE_CHARACTERS,
  joinServiceCodes,
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
  ['side by side', '4f7k-9q2m 8x3p-1w6z 2c9d-7v4n', ['4f7k-9q2m', '8x3p-1w6z', '2c9d-7v4n']],
  ['in long groups without digits', 'abcdefgh ijklmnop', ['abcdefgh ijklmnop']],
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

const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => `${name}-${String(at)}`)

it('reads more than an account may keep, so that none is lost without a word', () => {
  expect(readServiceCodes(many(300, 'code').join('\n'))).toHaveLength(300)
})

describe('codes beside those that are there', () => {
  const good = many(MAX_SERVICE_CODES - 2, 'good').map((code) => ({ code }))
  const full = [{ code: 'late', usedAt: 2 }, ...good, { code: 'early', usedAt: 1 }]

  it('take the place of used ones where there is no room, the longest used first', () => {
    const joined = joinServiceCodes(full, ['new'])
    expect(joined).toEqual({ ok: true, value: [...full.slice(0, -1), { code: 'new' }] })
  })

  it('that are there already stay as they are', () => {
    expect(joinServiceCodes(full, ['late', 'good-1'])).toEqual({ ok: true, value: full })
  })

  it('are refused where good ones would go', () => {
    expect(joinServiceCodes(full, many(3, 'new'))).toEqual({ ok: false, code: 'codes-too-many' })
  })
})
