import { html } from '../html.ts'
import type { Page } from '../service.ts'

export function renderNoticePage(words: { title: string; text: string; back: string }): Page {
  return {
    title: words.title,
    width: 'narrow',
    body: html`<section class="card">
      <h1>${words.title}</h1>
      <p class="lead">${words.text}</p>
      <a class="button quiet" href="/">${words.back}</a>
    </section>`,
  }
}
