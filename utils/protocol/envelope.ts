import type { Failure } from '../core/result'
import type { RequestCode } from './requests'

/** A request on the wire. `to` tells requests from events, which pages hear on the same channel. */
export interface Envelope {
  readonly to: 'background'
  readonly request: string
  readonly payload: unknown
  /** Names the command: asked again after a lost reply, it is carried out once. */
  readonly command?: string
  /** The generation of the vault that the asker saw and means to change. */
  readonly seen?: number
}

/** What the popup asks before anything else, and even before its own code is there. */
export const FIRST_QUESTION: Envelope = { to: 'background', request: 'app.load', payload: {} }
/** What an envelope says about a change, beside its payload. */
export type Terms = Pick<Envelope, 'command' | 'seen'>

export type Reply<T> = { readonly ok: true; readonly value: T } | Failure<RequestCode>

const MAX_ID_CHARACTERS = 64

export function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === 'background' &&
    'request' in message &&
    typeof message.request === 'string' &&
    'payload' in message &&
    (!('command' in message) || isCommandId(message.command)) &&
    (!('seen' in message) || Number.isSafeInteger(message.seen))
  )
}

function isCommandId(id: unknown): boolean {
  return typeof id === 'string' && id !== '' && id.length <= MAX_ID_CHARACTERS
}
