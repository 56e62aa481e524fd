import { html } from '../../html.ts'
import { openEnrolment, USUAL_PLAN } from '../../routes/enrolRoutes.ts'
import { showPage } from '../../routes/replies.ts'
import type { Route } from '../../site.ts'
import { renderEnrolForm } from '../../views/enrolForm.ts'
import { SURAT } from './surat.ts'

const MAILBOXES = [
  { name: 'Work', user: 'mira.work@lantern.example', suffix: '-1' },
  { name: 'Family', user: 'mira.family@lantern.example', suffix: '-2' },
] as const

export const showTwo: Route = ({ demo, nonce }) => {
  const cards = MAILBOXES.map(({ name, user, suffix }) => {
    const opened = openEnrolment(demo, SURAT, user, USUAL_PLAN)
    const form = { ...opened, action: '/enrol', nonce, error: null, suffix }
    return html`<section class="card">
      <h2>${name}</h2>
      ${renderEnrolForm(SURAT, form)}
    </section>`
  })
  return showPage(SURAT, {
    title: 'Two mailboxes at once',
    width: 'wide',
    body: html`<h1>Two mailboxes at once</h1>
      <p class="lead">Each mailbox has a QR code of its own. Scan either, or both.</p>
      <div class="pair">${cards}</div>`,
  })
}
