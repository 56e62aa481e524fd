import { XMLParser } from 'fast-xml-parser'
import { MAX_DEPTH } from './readJson'

export interface XmlNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** The text directly inside, entities decoded. */
  readonly text: string
}

const ATTRIBUTES = ':@'
const TEXT = '#text'

/** The root element, in plain records; `undefined` where the text is not XML, or too deep. */
export function readXml(text: string): XmlNode | undefined {
  // A document type may define entities that grow without end; no export has one.
  if (/<!DOCTYPE/iu.test(text) || isTooDeep(text)) return undefined
  try {
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      htmlEntities: false,
      // Entities are decoded below: the parser counts them and stops at a thousand.
      processEntities: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      removeNSPrefix: true,
    })
    const nodes = toNodes(parser.parse(text))
    return nodes.length === 1 ? nodes[0] : undefined
  } catch {
    return undefined // not well-formed
  }
}

/** Children of that name. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name)
}

/** The text of the child of that name, or nothing. */
export function textOf(node: XmlNode, name: string): string {
  return childrenOf(node, name)[0]?.text ?? ''
}

function toNodes(parsed: unknown): readonly XmlNode[] {
  if (!Array.isArray(parsed)) return []
  return parsed.flatMap((item: unknown) => toNode(item))
}

function toNode(item: unknown): readonly XmlNode[] {
  if (typeof item !== 'object' || item === null) return []
  const entries: [string, unknown][] = Object.entries(item)
  const element = entries.find(([key]) => key !== ATTRIBUTES && key !== TEXT)
  if (!element) return []
  const [name, content] = element
  const attributes = entries.find(([key]) => key === ATTRIBUTES)?.[1]
  return [
    {
      name,
      attributes: new Map(
        Object.entries(attributes ?? {}).map(([key, value]) => [
          key,
          decodeEntities(String(value)),
        ]),
      ),
      children: toNodes(content),
      text: decodeEntities(readText(content)),
    },
  ]
}

function readText(content: unknown): string {
  if (!Array.isArray(content)) return ''
  return content
    .map((item: unknown) => {
      const isText = typeof item === 'object' && item !== null && TEXT in item
      return isText ? String(item[TEXT]) : ''
    })
    .join('')
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The entities that XML and HTML share, once each: what comes out is not decoded again. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const [tag] of text.matchAll(/<[^<>]{0,4096}>/gu)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>') && !tag.startsWith('<?') && !tag.startsWith('<!')) depth++
    if (depth > MAX_DEPTH * 4) return true
  }
  return false
}
