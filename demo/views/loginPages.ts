import { html } from '../html.ts'
import type { Page, Service } from '../service.ts'
import type { CodeErrorReason } from '../site.ts'
import { renderCodeError } from './codeError.ts'

export function renderLoginPage(service: Service): Page {
  const { login } = service.words
  return {
    title: login.title,
    width: 'narrow',
    body: html`<section class="card">
      <h1>${login.title}</h1>
      <p class="lead">${login.intro}</p>
      <form method="post" action="/login">
        <label class="field">
          <span class="label">${login.user}</span>
          <input
            type="text"
            name="username"
            value="${service.demoUser}"
            autocomplete="username"
            maxlength="100"
            required
          />
        </label>
        <label class="field">
          <span class="label">${login.password}</span>
          <input
            type="password"
            name="password"
            value="any-password"
            autocomplete="current-password"
            maxlength="100"
            required
          />
        </label>
        <button class="button" type="submit" data-testid="login-submit">${login.button}</button>
      </form>
    </section>`,
  }
}

export interface CodePage {
  readonly user: string
  readonly digits: number
  readonly nonce: string
  readonly error: CodeErrorReason | null
}

export function renderCodePage(service: Service, page: CodePage): Page {
  const { code } = service.words
  const { digits, nonce } = page
  const hint = code.hint(digits)
  return {
    title: code.title,
    width: 'narrow',
    body: html`<section class="card">
      <h1>${code.title}</h1>
      <p class="lead">${code.intro(page.user)}</p>
      ${renderCodeError(service, page.error)}
      <form method="post" action="/login/code">
        <div class="field">
          <label class="label" for="${service.codeName}">${code.label}</label>
          ${service.renderCodeField({ digits, nonce, testId: 'code', hint })}
          <span class="hint">${hint}</span>
        </div>
        <button class="button" type="submit" data-testid="code-submit">${code.button}</button>
      </form>
      <p class="small">${code.help}</p>
      <p class="small"><a href="/login">${code.back}</a></p>
    </section>`,
  }
}

export function renderAccountPage(service: Service, user: string): Page {
  const { account } = service.words
  return {
    title: account.title(user),
    width: 'narrow',
    body: html`<section class="card done">
      <h1 data-testid="signed-in">${account.title(user)}</h1>
      <p class="lead">${account.text}</p>
      <form method="post" action="/logout">
        <button class="button quiet" type="submit">${account.signOut}</button>
      </form>
    </section>`,
  }
}
