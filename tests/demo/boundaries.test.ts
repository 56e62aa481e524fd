import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDemo } from './support/startTestDemo.ts'
import { createVisitor } from './support/visitor.ts'

let stage: Awaited<ReturnType<typeof startTestDemo>>

beforeAll(async () => {
  stage = await startTestDemo()
})

afterAll(() => stage.demo.close())

describe('demo server', () => {
  it('sends every page with a policy that allows no foreign resource', async () => {
    const { headers } = await createVisitor(stage.demo, 'dompet').visit('/enrol')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; script-src 'nonce-[\w+/=]+'; connect-src 'self'; form-action 'self'/,
    )
  })

  it('escapes what a visitor sends', async () => {
    const { visit } = createVisitor(stage.demo, 'surat')
    const attack = '"><script>alert(1)</script>'
    const pages = [await visit(`/enrol?user=${encodeURIComponent(attack)}`)]
    await visit('/login', { form: { username: attack, password: 'x' } })
    pages.push(await visit('/login/code'))
    for (const page of pages) {
      expect(page.text).toContain('&lt;script&gt;')
      expect(page.text).not.toContain('<script>alert')
    }
  })

  it.each([
    ['an unknown host', '/', { headers: { host: 'evil.example' } }, 421],
    ['a malformed host', '/', { headers: { host: 'a b' } }, 421],
    ['a form of another origin', '/reset', { form: {}, headers: { origin: 'http://x.test' } }, 403],
    ['a body beyond the limit', '/login', { form: { username: 'x'.repeat(10_000) } }, 413],
    [
      'a body that is no form',
      '/login',
      { form: { a: 'b' }, headers: { 'content-type': 'text/plain' } },
      415,
    ],
    ['an unknown page', '/constructor', {}, 404],
    ['an empty QR text', '/qr.png', {}, 400],
    ['a QR text beyond the limit', `/qr.png?text=${'x'.repeat(1001)}`, {}, 400],
  ])('refuses %s', async (_what, path, asking, status) => {
    const answer = await createVisitor(stage.demo, 'surat').visit(path, asking)
    expect(answer.status).toBe(status)
  })

  it('shows an article without any picture to scan or field to fill', async () => {
    const { text } = await createVisitor(stage.demo, 'surat').visit('/plain')
    expect(text).not.toMatch(/<(input|textarea|select|img|canvas)\b|data-testid="qr/)
  })

  it('shows two QR codes with secrets of their own', async () => {
    const { text } = await createVisitor(stage.demo, 'surat').visit('/two')
    const keys = [...text.matchAll(/data-testid="key-\d">([^<]+)</g)].map(([, key]) => key)
    expect(new Set(keys).size).toBe(2)
  })
})
