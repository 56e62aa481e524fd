import type { IncomingMessage } from 'node:http'

const BODY_LIMIT_BYTES = 8192

export type FormOutcome =
  | { readonly ok: true; readonly form: URLSearchParams }
  | { readonly ok: false; readonly status: 413 | 415 }

export async function readForm(request: IncomingMessage): Promise<FormOutcome> {
  if (request.method !== 'POST') return { ok: true, form: new URLSearchParams() }
  const body = await readBody(request)
  if (body === null) return { ok: false, status: 413 }
  if (body.length > 0 && !isForm(request)) return { ok: false, status: 415 }
  return { ok: true, form: new URLSearchParams(body.toString('utf8')) }
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  // The stream must outlive an early return, or the refusal could not be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes: unknown = chunk
    if (!(bytes instanceof Uint8Array)) continue
    size += bytes.length
    if (size > BODY_LIMIT_BYTES) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function isForm(request: IncomingMessage): boolean {
  const type = request.headers['content-type'] ?? ''
  return type.split(';', 1)[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'
}
