import { describe, expect, it } from 'vitest'
import { html } from '../../demo/html.ts'

describe('html', () => {
  it('escapes text in a slot', () => {
    expect(html`<p title="${`"'`}">${'<b>&'}</p>`.markup).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;</p>',
    )
  })

  it('keeps markup made by itself, alone or in a list', () => {
    const parts = ['a', '<'].map((text) => html`<i>${text}</i>`)
    const page = html`<p>${parts}${html`<b>${3}</b>`}</p>`
    expect(page.markup).toBe('<p><i>a</i><i>&lt;</i><b>3</b></p>')
  })
})
