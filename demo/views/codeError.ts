import { html, NOTHING, type Html } from '../html.ts'
import type { Service } from '../service.ts'
import type { CodeErrorReason } from '../site.ts'

export function renderCodeError(service: Service, reason: CodeErrorReason | null): Html {
  if (reason === null) return NOTHING
  return html`<p class="alert" role="alert" data-testid="code-error" data-reason="${reason}">
    ${service.words.errors[reason]}
  </p>`
}
