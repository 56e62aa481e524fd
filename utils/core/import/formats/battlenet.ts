import { fromHex, type Bytes } from '../../bytes'
import { encodeBase32 } from '../../otp/base32'
import { failure, success } from '../../result'
import type { Content } from '../content'
import { childrenOf } from '../doors/readXml'
import type { Importer } from '../importer'
import { readEntry } from '../readEntry'

// Battle.net's preferences from a rooted phone, both of its apps. Texts are hidden under a fixed mask.

const MASK = fromHex(
  '398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a',
)
const SECRET = 'com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET'
const SERIAL = 'com.blizzard.messenger.AUTHENTICATOR_SERIAL'
/** The older app's: forty hex digits of secret, then the serial. */
const HASH = 'com.blizzard.bma.AUTH_STORE.HASH'
const SECRET_CHARACTERS = 40

export const battlenet: Importer = {
  id: 'battlenet',
  app: 'Battle.net',
  recognizes: (content) => valueOf(content, SECRET) !== '' || valueOf(content, HASH) !== '',
  read(content) {
    const hash = unmask(valueOf(content, HASH))
    const secretText = hash?.slice(0, SECRET_CHARACTERS) ?? unmask(valueOf(content, SECRET))
    const serial = hash?.slice(SECRET_CHARACTERS) ?? unmask(valueOf(content, SERIAL)) ?? ''
    const secret = fromHex(secretText ?? '!')
    if (!secret) return failure('file-damaged')
    return success({
      entries: [
        readEntry({
          type: 'totp',
          issuer: 'Battle.net',
          account: serial,
          secret: encodeBase32(secret),
          digits: '8',
        }),
      ],
    })
  },
}

function valueOf(content: Content, name: string): string {
  if (content.kind !== 'xml' || content.root.name !== 'map') return ''
  const strings = childrenOf(content.root, 'string')
  return strings.find(({ attributes }) => attributes.get('name') === name)?.text.trim() ?? ''
}

function unmask(hex: string): string | undefined {
  const bytes = hex === '' ? undefined : fromHex(hex)
  if (!bytes || !MASK || bytes.length > MASK.length) return undefined
  return [...bytes].map((byte, at) => String.fromCharCode(byte ^ maskAt(MASK, at))).join('')
}

function maskAt(mask: Bytes, at: number): number {
  return mask[at] ?? 0
}
