import { html } from '../html.ts'
import type { Page, Service } from '../service.ts'
import { renderEnrolForm, type EnrolForm } from './enrolForm.ts'

export function renderEnrolPage(service: Service, form: EnrolForm): Page {
  const { enrol } = service.words
  return {
    title: enrol.title,
    width: 'wide',
    body: html`<section class="card">
      <h1>${enrol.title}</h1>
      <p class="lead">${enrol.intro}</p>
      <ol class="steps">
        ${enrol.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      ${renderEnrolForm(service, form)}
    </section>`,
  }
}

export function renderEnrolledPage(service: Service): Page {
  const { enrolled } = service.words
  return {
    title: enrolled.title,
    width: 'narrow',
    body: html`<section class="card done">
      <h1 data-testid="enrolled">${enrolled.title}</h1>
      <p class="lead">${enrolled.text}</p>
      <a class="button" href="/login">${enrolled.next}</a>
    </section>`,
  }
}
