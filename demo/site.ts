import type { Html } from './html.ts'
import type { Memory } from './memory.ts'

export type ServiceId = 'perizinan' | 'surat' | 'dompet'

export type CodeErrorReason = 'wrong' | 'reused' | 'not-enrolled' | 'locked'

export interface DemoEvent {
  readonly service: ServiceId
  readonly kind: 'enrol' | 'login' | 'hotp'
  readonly ok: boolean
  readonly reason?: CodeErrorReason
  readonly at: number
}

export interface Demo {
  readonly memory: Memory
  readonly now: () => number
  readonly record: (event: Omit<DemoEvent, 'at'>) => void
}

export interface Visit {
  readonly demo: Demo
  readonly path: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly sessionId: string | null
  /** The only mark by which the page's policy lets a script run. */
  readonly nonce: string
  readonly port: string
}

export type Reply =
  | { readonly kind: 'page'; readonly status: number; readonly document: Html }
  | { readonly kind: 'redirect'; readonly to: string; readonly sessionId?: string }
  | { readonly kind: 'image'; readonly type: string; readonly bytes: Buffer }
  | { readonly kind: 'refusal'; readonly status: number; readonly text: string }

export type Route = (visit: Visit) => Reply

export interface Site {
  readonly get: Readonly<Record<string, Route>>
  readonly post: Readonly<Record<string, Route>>
  readonly notFound: Route
}
