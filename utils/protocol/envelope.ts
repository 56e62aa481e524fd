import type { Failure } from '../core/result'
import type { RequestCode } from './requests'

/** A request on the wire. `to` tells requests from events, which pages hear on the same channel. */
export interface Envelope {
  readonly to: 'background'
  readonly request: string
  readonly payload: unknown
}

/** What the popup asks before anything else, and even before its own code is there. */
export const FIRST_QUESTION: Envelope = { to: 'background', request: 'app.load', payload: {} }

export type Reply<T> = { readonly ok: true; readonly value: T } | Failure<RequestCode>

export function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === 'background' &&
    'request' in message &&
    typeof message.request === 'string' &&
    'payload' in message
  )
}
