import { fromBase64 } from '../../bytes'
import { failure } from '../../result'
import { decodeEntities } from '../doors/readXml'
import type { FileResult, Importer, ReadContext } from '../importer'
import { linesOf, readLinks } from '../readLinks'
import { isOtpLink } from '../isOtpLink'

// Links, one a line: what every authenticator understands, and what QR codes hold.

export const otpauthList: Importer = {
  id: 'otpauth',
  app: 'otpauth',
  recognizes: (content) =>
    content.kind === 'image' ||
    content.kind === 'html' ||
    (content.kind === 'text' && linesOf(content.text).some(isOtpLink)),
  async read(content, context) {
    if (content.kind === 'text') return readLinks(linesOf(content.text))
    if (content.kind === 'html') return readPage(content.text, context)
    if (content.kind !== 'image') return failure('file-unknown')
    const texts = await context.readQrCodes(content.bytes)
    return texts.ok ? readLinks(texts.value) : texts
  },
}

/** A page with links, as several apps print: in code elements, anywhere in the text, or as QR pictures. */
async function readPage(html: string, context: ReadContext): Promise<FileResult> {
  const quoted = [...html.matchAll(/<code[^<>]{0,200}>([^<]{1,65536})<\/code>/giu)].map(
    ([, text = '']) => decodeEntities(text.trim()),
  )
  const links = quoted.filter(isOtpLink)
  if (links.length > 0) return readLinks(links)
  const loose = [...html.matchAll(/otpauth(?:-migration)?:\/\/[^\s"'<>]{1,65536}/giu)].map(
    ([text]) => decodeEntities(text),
  )
  if (loose.length > 0) return readLinks([...new Set(loose)])
  return readPictures(html, context)
}

const MAX_PICTURES = 2000

async function readPictures(html: string, context: ReadContext): Promise<FileResult> {
  const pictures = [...html.matchAll(/data:image\/(?:png|jpeg|gif|webp);base64,([\w+/=\s]+)/giu)]
  const texts: string[] = []
  for (const [, base64 = ''] of pictures.slice(0, MAX_PICTURES)) {
    const bytes = fromBase64(base64)
    const found = bytes ? await context.readQrCodes(bytes) : undefined
    if (found?.ok) texts.push(...found.value.filter(isOtpLink))
  }
  return texts.length === 0 ? failure('file-unknown') : readLinks(texts)
}
