import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readForm } from './readForm.ts'
import { readSessionId, sendReply } from './sendReply.ts'
import type { Demo, Reply, Route, Site } from './site.ts'
import { findSite } from './sites.ts'

export async function answer(
  demo: Demo,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64')
  sendReply(response, await findReply(demo, request, nonce), { nonce, now: demo.now() })
}

async function findReply(demo: Demo, request: IncomingMessage, nonce: string): Promise<Reply> {
  const url = parseAddress(request)
  const site = url && findSite(url.hostname)
  if (!url || !site) return refuse(421, 'No service has this name.')

  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (method !== 'GET' && method !== 'POST') return refuse(405, 'Only GET and POST.')
  if (method === 'POST' && !isOwnForm(request, url)) return refuse(403, 'Not our own form.')

  const outcome = await readForm(request)
  if (!outcome.ok) return refuse(outcome.status, 'This body cannot be taken.')

  return findRoute(
    site,
    method,
    url.pathname,
  )({
    demo,
    path: url.pathname,
    query: url.searchParams,
    form: outcome.form,
    sessionId: readSessionId(request.headers.cookie),
    nonce,
    port: url.port,
  })
}

function parseAddress(request: IncomingMessage): URL | null {
  const base = `http://${request.headers.host ?? ''}`
  const path = request.url ?? '/'
  return URL.canParse(path, base) ? new URL(path, base) : null
}

/** Browsers name the origin of every form they post; clients that are no browser need not. */
function isOwnForm(request: IncomingMessage, url: URL): boolean {
  const { origin } = request.headers
  return origin === undefined || origin === url.origin
}

function findRoute(site: Site, method: 'GET' | 'POST', path: string): Route {
  const routes = method === 'GET' ? site.get : site.post
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined
  return route ?? site.notFound
}

function refuse(status: number, text: string): Reply {
  return { kind: 'refusal', status, text }
}
