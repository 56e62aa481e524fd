import { html, type Html } from '../../html.ts'

const PAGES = [
  { path: '/two', name: 'Two mailboxes at once', text: 'Two QR codes on one page.' },
  { path: '/sha512', name: 'Archive mailbox', text: 'SHA-512, eight digits, sixty seconds.' },
  { path: '/hotp', name: 'Door code', text: 'A code that moves by counter, not by clock.' },
  { path: '/plain', name: 'How a letter travels', text: 'A page with no QR code and no field.' },
] as const

export function renderSuratLanding(): Html {
  return html`<section class="hero">
      <h1>Mail by a gentler light</h1>
      <p>A calm inbox that opens for you and nobody else.</p>
      <p class="actions">
        <a class="button" href="/enrol">Set up two-step verification</a>
        <a class="button quiet" href="/login">Sign in</a>
      </p>
    </section>
    <section class="tiles">
      ${PAGES.map(
        ({ path, name, text }) =>
          html`<a class="card tile" href="${path}"
            ><strong>${name}</strong><span>${text}</span></a
          >`,
      )}
    </section>`
}
