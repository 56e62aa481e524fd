import { html, type Html } from '../../html.ts'
import type { CodeField } from '../../service.ts'

export const SURAT_CODE_NAME = 'code'

export function renderSuratCodeField({ digits, testId }: CodeField): Html {
  return html`<input
    type="text"
    id="${SURAT_CODE_NAME}"
    name="${SURAT_CODE_NAME}"
    autocomplete="one-time-code"
    inputmode="numeric"
    maxlength="${digits}"
    data-testid="${testId}"
    required
    autofocus
  />`
}

/** In a set-up form the browser has nothing to complete, and several forms may share the page. */
export function renderSuratConfirmField({ digits, testId }: CodeField): Html {
  return html`<input
    type="text"
    name="${SURAT_CODE_NAME}"
    autocomplete="off"
    inputmode="numeric"
    maxlength="${digits}"
    data-testid="${testId}"
    required
  />`
}
