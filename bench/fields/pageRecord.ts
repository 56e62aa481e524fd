import { readFileSync } from 'node:fs'

/**
 * A page as facts: structure, attributes, labels, and which of its fields want a code. A corpus is a
 * JSON array of these.
 */
export interface PageRecord {
  readonly id: string
  /** The application or component; the unit of cross-validation. */
  readonly app: string
  readonly polarity: 'positive' | 'decoy'
  readonly kind?: string
  readonly shape?: string
  readonly category?: string
  readonly lang: string
  readonly dir?: string
  readonly contexts?: readonly string[]
  readonly title?: string
  readonly path?: string
  readonly body: readonly PageNode[]
}

/** An element, or one of the special tags `#boxes`, `#shadow`, `#iframe` and `#late`. */
export interface PageNode {
  readonly t: string
  readonly x?: string
  readonly a?: Attributes
  readonly c?: readonly PageNode[]
  readonly role?: Role
  /** `#boxes`: how many, the first one's own attributes, width, first index, wrapper, separator. */
  readonly n?: number
  readonly a0?: Attributes
  readonly w?: number
  readonly base?: number
  readonly wrapEach?: string
  readonly sep?: string
  /** `#shadow`: the tag of the host. */
  readonly host?: string
  /** `#late`: how long after loading. */
  readonly ms?: number
}

export type Attributes = Readonly<Record<string, string | number>>

export type Role = 'totp' | 'sms' | 'email' | 'recovery' | 'none' | 'alt' | 'ignore'

export function readCorpus(path: string): readonly PageRecord[] {
  const corpus: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!Array.isArray(corpus)) throw new Error(`${path} is no list of pages`)
  // The data is the caller's own; a record of another shape fails where it is drawn.
  return corpus as readonly PageRecord[]
}

/** `#boxes` stands for a row of inputs; every other node for itself. */
export function expandNode(node: PageNode): readonly PageNode[] {
  if (node.t !== '#boxes') return [node]
  const count = node.n ?? 0
  return Array.from({ length: count }, (_, index) => [
    wrapBox(node, makeBox(node, index)),
    ...(node.sep && index < count - 1 ? [{ t: 'span', x: node.sep }] : []),
  ]).flat()
}

function makeBox(node: PageNode, index: number): PageNode {
  const number = (node.base ?? 0) + index
  const filled = Object.entries(node.a ?? {}).map(([name, value]) => [
    name,
    String(value)
      .replaceAll('{i}', String(number))
      .replaceAll('{n}', String(index + 1)),
  ])
  const a: Record<string, string | number> = {
    ...(Object.fromEntries(filled) as Record<string, string>),
    ...(index === 0 ? node.a0 : {}),
  }
  const own = a['style'] === undefined ? '' : `;${a['style']}`
  a['style'] = `width:${node.w ?? 42}px;height:44px;text-align:center${own}`
  return { t: 'input', a, ...(node.role ? { role: node.role } : {}) }
}

function wrapBox(node: PageNode, box: PageNode): PageNode {
  if (!node.wrapEach) return box
  const [tag = 'div', ...classes] = node.wrapEach.split('.')
  const look = { style: 'display:inline-block' }
  return { t: tag, a: classes.length > 0 ? { class: classes.join(' '), ...look } : look, c: [box] }
}

/** The roles of all fields, in document order, one list per frame: the top one first. */
export function readRoles(record: PageRecord): readonly (readonly Role[])[] {
  const frames: Role[][] = [[]]
  const walk = (nodes: readonly PageNode[], frame: Role[]): void => {
    for (const node of nodes.flatMap(expandNode)) {
      let inner = frame
      if (node.t === '#iframe') frames.push((inner = []))
      else if (isField(node)) frame.push(node.role ?? 'none')
      walk(node.c ?? [], inner)
    }
  }
  walk(record.body, frames[0] ?? [])
  return frames
}

function isField({ t, a }: PageNode): boolean {
  return t === 'input' || t === 'textarea' || (a !== undefined && 'contenteditable' in a)
}
