import { readStyles, renderDocument } from '../../document.ts'
import { html, type Html } from '../../html.ts'
import type { Page } from '../../service.ts'
import { SAMPAN } from './emblem.ts'

const NAME = 'Sampan Wallet'
const STYLES = readStyles('base.css', 'services/dompet/dompet.css')

export function renderDompetFrame({ title, width, body }: Page): Html {
  return renderDocument({
    lang: 'en',
    title: title === '' ? NAME : `${title} · ${NAME}`,
    styles: STYLES,
    body: html`<header>
        <div class="inner">
          <a class="identity" href="/">${SAMPAN} <span>${NAME}</span></a>
          <nav>
            <a href="/enrol">Security</a>
            <a href="/login">Sign in</a>
          </nav>
        </div>
      </header>
      <main class="${width}">${body}</main>
      <footer>
        <div class="inner">
          <span>Sampan Wallet is invented. It holds no money and is licensed by nobody.</span>
          <a href="/reset">Forget everything</a>
        </div>
      </footer>`,
  })
}
