import type { ServerResponse } from 'node:http'
import type { Reply } from './site.ts'

const SESSION_COOKIE = 'sid'

/** `now` is the time of the service, which may be another than this computer's. */
export function sendReply(
  response: ServerResponse,
  reply: Reply,
  { nonce, now }: { readonly nonce: string; readonly now: number },
): void {
  response.setHeader('Date', new Date(now).toUTCString())
  response.setHeader('Content-Security-Policy', formatPolicy(nonce))
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-store')
  switch (reply.kind) {
    case 'page':
      response.writeHead(reply.status, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(reply.document.markup)
      return
    case 'redirect':
      if (reply.sessionId !== undefined) {
        response.setHeader('Set-Cookie', formatSessionCookie(reply.sessionId))
      }
      response.writeHead(303, { Location: reply.to })
      response.end()
      return
    case 'image':
      response.writeHead(200, { 'Content-Type': reply.type })
      response.end(reply.bytes)
      return
    case 'refusal':
      // What is left of a refused body is not read, so the connection cannot be used again.
      response.writeHead(reply.status, {
        'Content-Type': 'text/plain; charset=utf-8',
        Connection: 'close',
      })
      response.end(`${reply.text}\n`)
  }
}

export function readSessionId(cookies: string | undefined): string | null {
  for (const pair of (cookies ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === SESSION_COOKIE && value !== undefined) return value
  }
  return null
}

function formatSessionCookie(sessionId: string): string {
  return `${SESSION_COOKIE}=${sessionId}; Path=/; HttpOnly; SameSite=Lax`
}

function formatPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `style-src 'unsafe-inline'`,
    `img-src 'self' data:`,
    `script-src 'nonce-${nonce}'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
  ].join('; ')
}
