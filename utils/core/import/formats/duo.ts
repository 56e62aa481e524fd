import * as v from 'valibot'
import { failure } from '../../result'
import type { Importer } from '../importer'
import { readEach } from '../readEntry'
import { label, matches, printed } from '../schemas'

// Duo Mobile's accounts.json, from a rooted phone. With a counter it is counter-based.

const markSchema = v.array(v.looseObject({ otpGenerator: v.unknown() }))
const entrySchema = v.object({
  name: label,
  issuer: label,
  otpGenerator: v.object({ otpSecret: v.string(), counter: printed }),
})

export const duo: Importer = {
  id: 'duo',
  app: 'Duo Mobile',
  recognizes: (content) =>
    content.kind === 'json' &&
    Array.isArray(content.value) &&
    content.value.length > 0 &&
    matches(markSchema, content.value),
  read(content) {
    if (content.kind !== 'json' || !Array.isArray(content.value)) return failure('file-unknown')
    return readEach(content.value, entrySchema, ({ name, issuer, otpGenerator }) => ({
      type: otpGenerator.counter === undefined ? 'totp' : 'hotp',
      issuer,
      account: name,
      secret: otpGenerator.otpSecret,
      counter: otpGenerator.counter,
    }))
  },
}
