import { html, trustMarkup, type Html } from '../../html.ts'
import type { CodeField, Service } from '../../service.ts'
import { DOMPET_CODE_NAME, renderCodeBoxes } from './codeBoxes.ts'
import { SAMPAN } from './emblem.ts'
import { renderDompetFrame } from './frame.ts'
import { renderDompetLanding } from './landing.ts'
import { DOMPET_WORDS } from './words.ts'

export const DOMPET: Service = {
  id: 'dompet',
  issuer: 'Sampan Wallet',
  demoUser: 'dewi.lestari',
  codeName: DOMPET_CODE_NAME,
  words: DOMPET_WORDS,
  icon: SAMPAN,
  renderFrame: renderDompetFrame,
  renderLanding: renderDompetLanding,
  renderQr,
  renderConfirmField,
  renderCodeField: renderCodeBoxes,
}

function renderQr(svg: string, alt: string): Html {
  return html`<div role="img" aria-label="${alt}">${trustMarkup(svg)}</div>`
}

function renderConfirmField({ digits, testId }: CodeField): Html {
  return html`<input
    type="text"
    name="${DOMPET_CODE_NAME}"
    inputmode="numeric"
    autocomplete="off"
    maxlength="${digits}"
    data-testid="${testId}"
    required
  />`
}
