import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html, trustMarkup, type Html } from './html.ts'

export interface Document {
  readonly lang: 'en' | 'id'
  readonly title: string
  readonly styles: Html
  readonly body: Html
}

export function renderDocument({ lang, title, styles, body }: Document): Html {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style>
          ${styles}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`
}

/** Reads style sheets beside this file, the later ones overruling the earlier. */
export function readStyles(...names: readonly string[]): Html {
  const sheets = names.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  return trustMarkup(sheets.join('\n'))
}
