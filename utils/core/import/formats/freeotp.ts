import * as v from 'valibot'
import { failure } from '../../result'
import { readJson } from '../doors/readJson'
import { childrenOf, type XmlNode } from '../doors/readXml'
import { freeotpToken, toRawToken } from '../freeotpToken'
import type { FileResult, Importer } from '../importer'
import { readEach } from '../readEntry'
import { items, label, matches } from '../schemas'

// FreeOTP 1.x keeps its tokens in Android's shared preferences; FreeOTP+ writes the same as JSON.

const fileSchema = v.object({ tokens: v.array(v.unknown()), tokenOrder: items })
const markSchema = v.object({ tokens: v.array(v.unknown()), tokenOrder: v.array(v.unknown()) })

export const freeotp: Importer = {
  id: 'freeotp',
  app: 'FreeOTP',
  recognizes: (content) =>
    content.kind === 'xml'
      ? tokenStrings(content.root).length > 0
      : content.kind === 'json' && matches(markSchema, content.value),
  read(content) {
    if (content.kind === 'xml') return readPreferences(content.root)
    if (content.kind !== 'json') return failure('file-unknown')
    const { tokens, tokenOrder } = v.parse(fileSchema, content.value)
    return readTokens(tokens, tokenOrder)
  },
}

function tokenStrings(root: XmlNode): readonly XmlNode[] {
  if (root.name !== 'map') return []
  return childrenOf(root, 'string').filter(({ text }) => /"secret"\s*:\s*\[/u.test(text))
}

function readPreferences(root: XmlNode): FileResult {
  const order = childrenOf(root, 'string').find(
    (node) => node.attributes.get('name') === 'tokenOrder',
  )
  const names = readJson(order?.text ?? '[]')
  const tokens = tokenStrings(root).map(({ text }) => {
    const json = readJson(text)
    return json.ok ? json.value : text
  })
  return readTokens(tokens, names.ok && Array.isArray(names.value) ? names.value : [])
}

const keySchema = v.object({ issuerExt: label, issuerInt: label, label: label })

function readTokens(tokens: readonly unknown[], order: readonly unknown[]): FileResult {
  const ranks = new Map(order.map((name, rank) => [name, rank]))
  const rankOf = (token: unknown) => {
    const key = v.safeParse(keySchema, token)
    if (!key.success) return ranks.size
    const { issuerInt, issuerExt, label: name } = key.output
    return ranks.get(`${issuerInt || issuerExt}:${name}`) ?? ranks.get(name) ?? ranks.size
  }
  const inOrder = [...tokens].sort((a, b) => rankOf(a) - rankOf(b))
  return readEach(inOrder, freeotpToken, toRawToken)
}
