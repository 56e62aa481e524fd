import { domainToASCII } from 'node:url'
import { expect, it } from 'vitest'
import { decodeLabel } from '@/utils/core/match/punycode'

it.each(['bücher', 'рaypal', 'аррӏе', 'gооgle', '例え', 'россия', 'straße'.replace('ß', 'é')])(
  'reads %s back from what the browser makes of it',
  (label) => {
    expect(decodeLabel(domainToASCII(`${label}.com`).split('.')[0] ?? '')).toBe(label)
  },
)

it.each(['github', 'xn--', 'xn--a-ä', 'xn--99999999999', 'xn---', 'xn--zzzzzzzzzzzzz'])(
  'does not fail on %s',
  (label) => {
    expect(typeof decodeLabel(label)).toBe('string')
  },
)
