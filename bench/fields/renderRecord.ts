import { expandNode, type Attributes, type PageNode, type PageRecord } from './pageRecord.ts'

const VOID_TAGS = new Set(['input', 'img', 'br', 'hr', 'meta', 'link'])

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; margin: 32px; max-width: 760px }
  input:not([type=checkbox]):not([type=radio]):not([type=hidden]), select, textarea {
    display: inline-block; width: 240px; height: 34px; box-sizing: border-box; margin: 4px;
    border: 1px solid #888 }
  label { display: block }
  button, input[type=submit], input[type=button] { width: auto !important }
  iframe { width: 640px; height: 420px; border: 1px solid #ccc }
  [hidden] { display: none !important }
  textarea { height: 80px }`

interface Late {
  readonly slot: string
  readonly afterMs: number
  readonly html: string
}

/** The page that a record describes. What comes late is put in by a script of the page. */
export function renderRecord(record: PageRecord): string {
  const late: Late[] = []
  const body = renderNodes(record.body, record, late)
  return renderDocument(record, body + renderLate(late))
}

function renderDocument({ lang, dir, title = '' }: PageRecord, body: string): string {
  const direction = dir ? ` dir="${dir}"` : ''
  return `<!doctype html>
<html lang="${escapeAttribute(lang)}"${direction}><head><meta charset="utf-8">
<title>${escapeText(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`
}

function renderNodes(nodes: readonly PageNode[], page: PageRecord, late: Late[]): string {
  return nodes
    .flatMap(expandNode)
    .map((node) => renderNode(node, page, late))
    .join('')
}

function renderNode(node: PageNode, page: PageRecord, late: Late[]): string {
  const inner = renderNodes(node.c ?? [], page, late)
  switch (node.t) {
    case '#shadow': {
      const host = node.host ?? 'div'
      const root = `<template shadowrootmode="open"><style>${STYLE}</style>${inner}</template>`
      return `<${host}>${root}</${host}>`
    }
    case '#iframe': {
      const content = renderDocument({ ...page, dir: '' }, inner)
      return `<iframe srcdoc="${escapeAttribute(content)}"></iframe>`
    }
    case '#late': {
      const slot = `slot-${late.length}`
      late.push({ slot, afterMs: node.ms ?? 300, html: inner })
      return `<div data-slot="${slot}"></div>`
    }
    default: {
      const start = `<${node.t}${renderAttributes(node.a ?? {})}>`
      return VOID_TAGS.has(node.t)
        ? start
        : `${start}${escapeText(node.x ?? '')}${inner}</${node.t}>`
    }
  }
}

function renderLate(late: readonly Late[]): string {
  if (late.length === 0) return ''
  return `<script>
    for (const { slot, afterMs, html } of ${JSON.stringify(late).replaceAll('<', '\\u003c')}) {
      setTimeout(() => {
        const holder = document.createElement('div')
        holder.setHTMLUnsafe(html)
        document.querySelector('[data-slot=' + slot + ']')?.replaceWith(...holder.childNodes)
      }, afterMs)
    }
  </script>`
}

function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`))
    .join('')
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapeAttribute(value: string | number): string {
  return escapeText(String(value)).replaceAll('"', '&quot;')
}
