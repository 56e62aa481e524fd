import { readDecryptedText } from '../../crypto/foreignCiphers'
import { failure } from '../../result'
import type { Importer } from '../importer'
import { linesOf, readLinks } from '../readLinks'
import { isOtpLink } from '../isOtpLink'

// WinAuth and Authenticator Plus: a list of links in a zip, which may have a password.

const LIST = /\.txt$/iu

export const winauth: Importer = {
  id: 'winauth',
  app: 'WinAuth',
  recognizes: (content) =>
    content.kind === 'zip' && content.zip.names.filter((name) => LIST.test(name)).length === 1,
  async read(content, { password }) {
    if (content.kind !== 'zip') return failure('file-unknown')
    const bytes = await content.zip.read(LIST, password)
    if (!bytes.ok) return bytes
    const text = readDecryptedText(bytes.value)
    if (text === undefined) return failure('file-damaged')
    // Authenticator Plus writes a heading over its list.
    const lines = linesOf(text).filter(isOtpLink)
    return lines.length === 0 ? failure('file-unknown') : readLinks(lines)
  },
}
