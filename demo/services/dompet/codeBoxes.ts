import { html, trustMarkup, type Html } from '../../html.ts'
import type { CodeField } from '../../service.ts'
import { joinBoxes } from './joinBoxes.ts'

export const DOMPET_CODE_NAME = 'otp'

export function renderCodeBoxes({ digits, testId, nonce }: CodeField): Html {
  const positions = Array.from({ length: digits }, (_, index) => index + 1)
  return html`<div class="boxes" role="group" aria-label="Security code">
      ${positions.map((position) => renderBox(position, digits, testId))}
      <input type="hidden" name="${DOMPET_CODE_NAME}" />
    </div>
    <script nonce="${nonce}">
      ${trustMarkup(`(${joinBoxes.toString()})(document.querySelector('.boxes'))`)}
    </script>`
}

function renderBox(position: number, digits: number, testId: string): Html {
  const id = position === 1 ? DOMPET_CODE_NAME : `${DOMPET_CODE_NAME}-${String(position)}`
  return html`<input
    type="text"
    id="${id}"
    class="digit"
    inputmode="numeric"
    autocomplete="off"
    aria-label="Digit ${position} of ${digits}"
    data-testid="${testId}-${position}"
  />`
}
