import type { Bytes } from '../bytes'
import { failure, success, type Result } from '../result'
import { readCsv, type CsvTable } from './doors/readCsv'
import { readJson } from './doors/readJson'
import { readSqlite, type SqliteFile } from './doors/readSqlite'
import { readXml, type XmlNode } from './doors/readXml'
import { readZip, type ZipCode, type ZipFile } from './doors/readZip'

/** A file, opened as far as its own bytes say what it is. Its name is never looked at. */
export type Content =
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'xml'; readonly root: XmlNode }
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly table: CsvTable | undefined }
  | { readonly kind: 'zip'; readonly zip: ZipFile }
  | { readonly kind: 'sqlite'; readonly database: SqliteFile }
  | { readonly kind: 'image'; readonly bytes: Bytes }
  | { readonly kind: 'binary'; readonly bytes: Bytes }

export type ContentCode =
  'file-empty' | 'file-damaged' | 'file-too-deep' | 'pdf-unsupported' | ZipCode

/** Says what the bytes are, by their beginning and by what parses. */
export async function openContent(bytes: Bytes): Promise<Result<Content, ContentCode>> {
  if (bytes.length === 0) return failure('file-empty')
  if (startsWith(bytes, 'PK')) {
    const zip = await readZip(bytes)
    return zip.ok ? success({ kind: 'zip', zip: zip.value }) : zip
  }
  if (startsWith(bytes, '%PDF')) return failure('pdf-unsupported')
  if (startsWith(bytes, 'SQLite format 3\0')) {
    const database = readSqlite(bytes)
    return database ? success({ kind: 'sqlite', database }) : failure('file-damaged')
  }
  if (isImage(bytes)) return success({ kind: 'image', bytes })
  const text = decodeText(bytes)
  return text === undefined ? success({ kind: 'binary', bytes }) : openText(text)
}

/** The same for a text, which a decrypted file often is. */
export function openText(
  text: string,
): Result<Content, 'file-empty' | 'file-damaged' | 'file-too-deep'> {
  const start = text.trimStart().slice(0, 1)
  if (start === '') return failure('file-empty')
  if (start === '{' || start === '[') {
    const json = readJson(text)
    if (json.ok) return success({ kind: 'json', value: json.value, text })
    if (json.code === 'too-deep') return failure('file-too-deep', json.detail)
  }
  if (start === '<') {
    if (/^\s*<(?:!doctype html|html)\b/iu.test(text)) return success({ kind: 'html', text })
    const root = readXml(text)
    return root ? success({ kind: 'xml', root }) : failure('file-damaged')
  }
  return success({ kind: 'text', text, table: readCsv(text) })
}

const IMAGES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM']

function isImage(bytes: Bytes): boolean {
  const isWebp = startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP')
  return isWebp || IMAGES.some((magic) => startsWith(bytes, magic))
}

function startsWith(bytes: Bytes, magic: string): boolean {
  return [...magic].every((character, at) => bytes[at] === character.charCodeAt(0))
}

/** UTF-8, or UTF-16 with its mark; `undefined` for bytes that are no text. */
function decodeText(bytes: Bytes): string | undefined {
  const [first, second] = bytes
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined // not that encoding
  }
}
