import { request } from 'node:http'
import { decodeBase32 } from '../../../demo/base32.ts'
import type { RunningDemo } from '../../../demo/server.ts'
import type { ServiceId } from '../../../demo/site.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer
  readonly text: string
}

export interface Asking {
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** A visitor with a cookie, for a computer whose resolver knows no `*.localhost`. */
export function createVisitor(demo: RunningDemo, service: ServiceId) {
  let cookie = ''

  async function visit(path: string, { form, headers }: Asking = {}): Promise<Answer> {
    const answer = await send(demo.port, path, {
      body: form && new URLSearchParams(form).toString(),
      headers: {
        host: `${service}.localhost:${String(demo.port)}`,
        ...(cookie === '' ? {} : { cookie }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
    })
    cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie
    return answer
  }

  return { visit }
}

export function readSecret(page: Answer): Uint8Array {
  const key = /data-testid="key[^"]*">([A-Z2-7 ]+)</.exec(page.text)?.[1]
  const secret = decodeBase32(key ?? '')
  if (!secret?.length) throw new Error('The page shows no key')
  return secret
}

export function readHidden(page: Answer, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)?.[1]
  if (value === undefined) throw new Error(`The page has no hidden ${name}`)
  return value
}

export function readReason(page: Answer): string | null {
  return /data-testid="code-error"\s+data-reason="([^"]+)"/.exec(page.text)?.[1] ?? null
}

function send(
  port: number,
  path: string,
  { body, headers }: { body: string | undefined; headers: Record<string, string> },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const status = response.statusCode ?? 0
        resolve({ status, headers: response.headers, bytes, text: bytes.toString('utf8') })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
