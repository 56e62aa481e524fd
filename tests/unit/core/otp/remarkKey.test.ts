import { describe, expect, it } from 'vitest'
import { checkSecret } from '@/utils/core/otp/checkParameters'
import { isShortKey, readTypedKey } from '@/utils/core/otp/remarkKey'

describe('a key', () => {
  it.each([
    ['JBSW', true],
    ['GEZDGNBVGY3TQOI', true], // nine bytes
    ['GEZDGNBVGY3TQOJQ', false], // ten
    ['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', false],
  ])('%s is short: %s', (secret, isShort) => {
    expect(isShortKey(secret)).toBe(isShort)
  })

  it.each([
    ['GEZDGNBVGY3TQOJQ', []],
    ['gezd gnbv gy3t qojq', []],
    ['Key: GEZD GNBV GY3T QOJQ', []],
    ['GEZDGNBVGY3TQOJQG', ['cut']],
    ['GEZDGNBVGY3TQOJQGEZ', ['cut']],
    ['GEZDGNBVGY3TQOJQGEZDGN', ['cut']],
    ['GEZDGNBVGY3TQOJQGEZDGNBV====', []],
  ])('typed as %s is remarked on: %j', (text, remarks) => {
    expect(readTypedKey(text)).toEqual({ secret: text, remarks })
  })

  it.each(['3132333435363738393031323334353637383930', '3132 3334 3536-3738 3930 31 32 33 34 35'])(
    'in hex is read as hex: %s',
    (text) => {
      const { secret, remarks } = readTypedKey(text)
      expect(remarks).toEqual(['hex'])
      expect(checkSecret(secret)).toMatchObject({ ok: true })
      expect(secret.startsWith('GEZDGNBVGY3TQOJQ')).toBe(true)
    },
  )

  it.each(['ABCDEF234567ABCDEF234567', '31323334', '313233343536373839303'])(
    'that may be base32, or is too little for hex, is left as it is: %s',
    (text) => {
      expect(readTypedKey(text).secret).toBe(text)
    },
  )
})
