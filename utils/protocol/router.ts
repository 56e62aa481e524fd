import * as v from 'valibot'
import { failure, type Result } from '../core/result'
import { isEnvelope, type Envelope, type Reply, type Terms } from './envelope'
import type {
  FrameRequests,
  GuestRequests,
  MenuRequests,
  PageRequests,
  RequestCode,
} from './requests'
import { frameSchemas, guestSchemas, menuSchemas, pageSchemas } from './schemas'
import { classifySender, type RawSender, type Self, type Speaker } from './sender'

type Handlers<Requests, S> = {
  readonly [Name in keyof Requests]: Requests[Name] extends {
    readonly payload: infer Payload
    readonly reply: infer Answer
  }
    ? (payload: Payload, speaker: S, terms: Terms) => Promise<Result<Answer, RequestCode>>
    : never
}

export type PageHandlers = Handlers<PageRequests, Extract<Speaker, { kind: 'page' }>>
export type MenuHandlers = Handlers<MenuRequests, Extract<Speaker, { kind: 'menu' }>>
export type FrameHandlers = Handlers<FrameRequests, Extract<Speaker, { kind: 'frame' }>>
export type GuestHandlers = Handlers<GuestRequests, Extract<Speaker, { kind: 'guest' }>>

export interface HandlerTables {
  readonly page: PageHandlers
  readonly menu: MenuHandlers
  readonly frame: FrameHandlers
  readonly guest: GuestHandlers
}

const SCHEMAS = { page: pageSchemas, menu: menuSchemas, frame: frameSchemas, guest: guestSchemas }

// What the tables hold once name and payload have been checked against each other.
type AnyHandler = (
  payload: unknown,
  speaker: Speaker,
  terms: Terms,
) => Promise<Result<unknown, RequestCode>>

/**
 * The one door of the background: `undefined` for messages that are no requests, `request-refused`
 * for a stranger, for a request of another kind of speaker and for a payload that its schema does not
 * allow. What a handler throws is a bug; the asker learns only that it happened.
 */
export function createRouter(tables: HandlerTables, self: Self, report: (bug: unknown) => void) {
  return (message: unknown, sender: RawSender): Promise<Reply<unknown>> | undefined => {
    if (!isEnvelope(message)) return undefined
    return answer(tables, message, classifySender(sender, self)).catch((bug: unknown) => {
      report(bug)
      return failure('unexpected')
    })
  }
}

async function answer(
  tables: HandlerTables,
  { request, payload, command, seen }: Envelope,
  speaker: Speaker | undefined,
): Promise<Reply<unknown>> {
  if (!speaker) return failure('request-refused')
  const schema = own(SCHEMAS[speaker.kind], request) as v.GenericSchema | undefined
  const handler = own(tables[speaker.kind], request) as AnyHandler | undefined
  if (!schema || !handler) return failure('request-refused')
  const checked = v.safeParse(schema, payload)
  if (!checked.success) return failure('request-refused')
  const terms = {
    ...(command === undefined ? {} : { command }),
    ...(seen === undefined ? {} : { seen }),
  }
  return handler(checked.output, speaker, terms)
}

/** A property that the table itself has: a request named `constructor` finds nothing. */
function own(table: object, name: string): unknown {
  return Object.entries(table).find(([key]) => key === name)?.[1]
}
