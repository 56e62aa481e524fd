import { html, type Html } from '../html.ts'
import type { Enrolment } from '../memory.ts'
import type { Service } from '../service.ts'
import type { CodeErrorReason } from '../site.ts'
import { renderCodeError } from './codeError.ts'
import { renderSecretPanel } from './secretPanel.ts'

export interface EnrolForm {
  readonly id: string
  readonly enrolment: Enrolment
  readonly action: string
  readonly nonce: string
  readonly error: CodeErrorReason | null
  readonly suffix?: string
}

export function renderEnrolForm(service: Service, form: EnrolForm): Html {
  const { enrol } = service.words
  const { user, shape, periodSeconds } = form.enrolment
  const suffix = form.suffix ?? ''
  const hint = enrol.hint(shape.digits)
  return html`${renderSecretPanel(
      service,
      { user, shape, moving: { type: 'totp', periodSeconds } },
      suffix,
    )}
    ${renderCodeError(service, form.error)}
    <form method="post" action="${form.action}" autocomplete="off">
      <input type="hidden" name="enrolment" value="${form.id}" />
      <label class="field">
        <span class="label">${enrol.label}</span>
        ${service.renderConfirmField({
          digits: shape.digits,
          nonce: form.nonce,
          testId: `confirm-code${suffix}`,
          hint,
        })}
        <span class="hint">${hint}</span>
      </label>
      <button class="button" type="submit" data-testid="confirm-submit${suffix}">
        ${enrol.button}
      </button>
    </form>`
}
