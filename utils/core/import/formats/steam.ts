import * as v from 'valibot'
import { fromBase64 } from '../../bytes'
import { encodeBase32 } from '../../otp/base32'
import { failure } from '../../result'
import type { Importer } from '../importer'
import { readEach } from '../readEntry'
import { readOtpLink } from '../readUriLine'
import { label, matches } from '../schemas'

// Steam's own file: the phone's Steamguard-… and the desktop's .maFile; several stand in `accounts`.

const fileSchema = v.looseObject({ shared_secret: v.string() })
const oldSchema = v.looseObject({ accounts: v.record(v.string(), fileSchema) })
const manifestSchema = v.object({
  encrypted: v.literal(true),
  entries: v.array(v.looseObject({ encryption_iv: v.string() })),
})
const entrySchema = v.object({
  shared_secret: v.string(),
  account_name: label,
  uri: label,
})

export const steam: Importer = {
  id: 'steam',
  app: 'Steam',
  recognizes: (content) =>
    content.kind === 'json' &&
    [fileSchema, oldSchema, manifestSchema].some((schema) => matches(schema, content.value)),
  read(content) {
    if (content.kind !== 'json') return failure('file-unknown')
    // The manifest of encrypted files has no secret in it, and the files no sign of whose they are.
    if (matches(manifestSchema, content.value)) return failure('app-locked')
    const files = v.is(oldSchema, content.value)
      ? Object.values(content.value.accounts)
      : [content.value]
    return readEach(files, entrySchema, ({ shared_secret, account_name, uri }) => {
      const bytes = fromBase64(shared_secret)
      const link = readOtpLink(uri)
      return {
        type: 'steam',
        issuer: 'Steam',
        account: account_name || (link.ok ? link.value.account : ''),
        secret: bytes ? encodeBase32(bytes) : shared_secret,
      }
    })
  },
}
