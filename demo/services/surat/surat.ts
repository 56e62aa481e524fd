import { html, trustMarkup, type Html } from '../../html.ts'
import type { Service } from '../../service.ts'
import { renderSuratCodeField, renderSuratConfirmField, SURAT_CODE_NAME } from './codeField.ts'
import { LANTERN } from './emblem.ts'
import { renderSuratFrame } from './frame.ts'
import { renderSuratLanding } from './landing.ts'
import { SURAT_WORDS } from './words.ts'

export const SURAT: Service = {
  id: 'surat',
  issuer: 'Lantern Mail',
  demoUser: 'mira@lantern.example',
  codeName: SURAT_CODE_NAME,
  words: SURAT_WORDS,
  icon: LANTERN,
  renderFrame: renderSuratFrame,
  renderLanding: renderSuratLanding,
  renderQr,
  renderConfirmField: renderSuratConfirmField,
  renderCodeField: renderSuratCodeField,
}

function renderQr(svg: string, alt: string): Html {
  return html`<div role="img" aria-label="${alt}">${trustMarkup(svg)}</div>`
}
