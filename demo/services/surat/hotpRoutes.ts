import { html, NOTHING, type Html } from '../../html.ts'
import { createId, createSecret, type CounterKey } from '../../memory.ts'
import { redirectTo, showPage } from '../../routes/replies.ts'
import type { Page } from '../../service.ts'
import type { CodeErrorReason, Route } from '../../site.ts'
import { verifyHotp } from '../../verify.ts'
import { renderCodeError } from '../../views/codeError.ts'
import { renderSecretPanel } from '../../views/secretPanel.ts'
import { renderSuratCodeField, SURAT_CODE_NAME } from './codeField.ts'
import { SURAT } from './surat.ts'

const LOOK_AHEAD = 3

export const openHotp: Route = ({ demo, nonce }) => {
  const id = createId()
  const key: CounterKey = {
    service: SURAT.id,
    user: 'mira.door@lantern.example',
    shape: { secret: createSecret(), algorithm: 'SHA1', digits: 6 },
    counter: 0,
  }
  demo.memory.counterKeys.set(id, key)
  return showPage(SURAT, renderHotpPage({ id, key, nonce, error: null, usedCounter: null }))
}

export const checkHotp: Route = ({ demo, form, nonce }) => {
  const id = form.get('key') ?? ''
  const key = demo.memory.counterKeys.get(id)
  if (!key) return redirectTo('/hotp')

  const verdict = verifyHotp(form.get(SURAT_CODE_NAME) ?? '', { ...key, lookAhead: LOOK_AHEAD })
  if (!verdict.ok) {
    demo.record({ service: SURAT.id, kind: 'hotp', ok: false, reason: verdict.reason })
    const error = verdict.reason
    return showPage(SURAT, renderHotpPage({ id, key, nonce, error, usedCounter: null }), 422)
  }
  const { usedCounter } = verdict
  const moved = { ...key, counter: usedCounter + 1 }
  demo.memory.counterKeys.set(id, moved)
  demo.record({ service: SURAT.id, kind: 'hotp', ok: true })
  return showPage(SURAT, renderHotpPage({ id, key: moved, nonce, error: null, usedCounter }))
}

interface HotpView {
  readonly id: string
  readonly key: CounterKey
  readonly nonce: string
  readonly error: CodeErrorReason | null
  readonly usedCounter: number | null
}

function renderHotpPage({ id, key, nonce, error, usedCounter }: HotpView): Page {
  const { user, shape, counter } = key
  const hint = SURAT.words.code.hint(shape.digits)
  return {
    title: 'Door code',
    width: 'wide',
    body: html`<section class="card">
      <h1>Door code</h1>
      <p class="lead">
        These codes move by counter: each press in your app makes the next one, and each is good
        once. The door waits for number <strong data-testid="counter">${counter}</strong> and
        forgives up to ${LOOK_AHEAD} skipped presses.
      </p>
      ${renderSecretPanel(SURAT, { user, shape, moving: { type: 'hotp', counter } })}
      ${renderCodeError(SURAT, error)} ${renderAccepted(usedCounter)}
      <form method="post" action="/hotp">
        <input type="hidden" name="key" value="${id}" />
        <label class="field">
          <span class="label">${SURAT.words.code.label}</span>
          ${renderSuratCodeField({ digits: shape.digits, nonce, testId: 'code', hint })}
          <span class="hint">${hint}</span>
        </label>
        <button class="button" type="submit" data-testid="code-submit">Open the door</button>
      </form>
    </section>`,
  }
}

function renderAccepted(usedCounter: number | null): Html {
  if (usedCounter === null) return NOTHING
  return html`<p class="notice" role="status" data-testid="code-accepted">
    The door is open: code number ${usedCounter} was right.
  </p>`
}
