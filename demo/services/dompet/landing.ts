import { html, type Html } from '../../html.ts'

export function renderDompetLanding(): Html {
  return html`<section class="hero">
    <div>
      <h1>Carry your money lightly</h1>
      <p class="lead">
        Pay, save and split the bill from one small wallet, guarded by a code that changes every
        thirty seconds.
      </p>
      <p class="actions">
        <a class="button" href="/enrol">Protect your wallet</a>
        <a class="button quiet" href="/login">Sign in</a>
      </p>
    </div>
    <div class="pass" aria-hidden="true">
      <span>Balance</span>
      <strong>1,250 shells</strong>
      <span class="number">•••• •••• •••• 0042</span>
    </div>
  </section>`
}
