import * as v from 'valibot'
import { fromBase64, utf8 } from '../../bytes'
import { readDecryptedText } from '../../crypto/foreignCiphers'
import { deriveArgon2 } from '../../crypto/foreignKdf'
import { openSecretstream } from '../../crypto/secretstream'
import { failure } from '../../result'
import type { Importer } from '../importer'
import { linesOf, readLinks } from '../readLinks'
import { matches } from '../schemas'

// Ente Auth, encrypted. The plain export is a list of links.

const sealedSchema = v.object({
  kdfParams: v.object({ memLimit: v.number(), opsLimit: v.number(), salt: v.string() }),
  encryptedData: v.string(),
  encryptionNonce: v.string(),
})

export const ente: Importer = {
  id: 'ente',
  app: 'Ente Auth',
  recognizes: (content) => content.kind === 'json' && matches(sealedSchema, content.value),
  async read(content, { password, limits }) {
    if (content.kind !== 'json') return failure('file-unknown')
    const { kdfParams, encryptedData, encryptionNonce } = v.parse(sealedSchema, content.value)
    const [salt, data, nonce] = [kdfParams.salt, encryptedData, encryptionNonce].map(fromBase64)
    if (!salt || !data || !nonce) return failure('file-damaged')
    if (password === undefined) return failure('password-needed')
    if (password === '') return failure('wrong-password')
    const cost = {
      kind: 'argon2id',
      memoryKib: Math.floor(kdfParams.memLimit / 1024),
      iterations: kdfParams.opsLimit,
      parallelism: 1,
    } as const
    const key = await deriveArgon2(utf8(password), salt, cost, limits)
    if (!key.ok) return key
    const text = readDecryptedText(openSecretstream(key.value, nonce, data))
    return text === undefined ? failure('wrong-password') : readLinks(linesOf(text))
  },
}
