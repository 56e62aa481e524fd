import { readStyles, renderDocument } from '../../document.ts'
import { html, type Html } from '../../html.ts'
import type { Page } from '../../service.ts'
import { LANTERN } from './emblem.ts'

const NAME = 'Lantern Mail'
const STYLES = readStyles('base.css', 'services/surat/surat.css')

export function renderSuratFrame({ title, width, body }: Page): Html {
  return renderDocument({
    lang: 'en',
    title: title === '' ? NAME : `${title} – ${NAME}`,
    styles: STYLES,
    body: html`<header>
        <a class="identity" href="/">${LANTERN} <span>${NAME}</span></a>
        <nav><a href="/enrol">Security</a><a class="pill" href="/login">Sign in</a></nav>
      </header>
      <main class="${width}">${body}</main>
      <footer>
        An invented service for trying things out. <a href="/reset">Forget everything</a>
      </footer>`,
  })
}
